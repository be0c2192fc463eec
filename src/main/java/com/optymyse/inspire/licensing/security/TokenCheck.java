package com.optymyse.inspire.licensing.security;

import com.optymyse.inspire.licensing.license.EnumWord;

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
        return EnumWord.of(this);
    }
}
