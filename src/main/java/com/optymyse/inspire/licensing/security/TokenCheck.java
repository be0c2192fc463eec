package com.optymyse.inspire.licensing.security;

/** What a token has to pass, in this order; the log calls each by its word. */
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
    NAME
}
