package com.optymyse.inspire.licensing.runtime;

import java.util.Locale;

/** What a token has to pass, in this order; the word is how the log calls it. */
enum TokenCheck {
    FORM,
    ALGORITHM,
    KEY,
    SIGNATURE,
    CLAIMS,
    ISSUER,
    EXPIRY,
    START,
    AGE,
    AUDIENCE,
    NAME;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
