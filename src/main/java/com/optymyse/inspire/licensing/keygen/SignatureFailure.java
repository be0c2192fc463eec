package com.optymyse.inspire.licensing.keygen;

/** Why a response does not count as the vendor's. */
enum SignatureFailure implements ResponseVerifier.Verification {
    UNSIGNED("it carries no signature"),
    SIGNATURE_MALFORMED("its signature header is not readable"),
    OTHER_ALGORITHM("it is not signed with ed25519"),
    OTHER_ACCOUNT("it is signed for another vendor's account"),
    OTHER_COVERAGE("its signature does not cover request, host, date and digest"),
    DIGEST_MISSING("it has no digest of its body, or several"),
    DIGEST_MISMATCH("its body is not the one that was signed"),
    DATE_MISSING("it has no date, or several"),
    DATE_MALFORMED("its date is not readable"),
    SIGNATURE_MISMATCH("none of the vendor's keys made its signature over this request, host, date and digest");

    private final String reason;

    SignatureFailure(String reason) {
        this.reason = reason;
    }

    /** The reason, to follow "because". */
    String reason() {
        return reason;
    }
}
