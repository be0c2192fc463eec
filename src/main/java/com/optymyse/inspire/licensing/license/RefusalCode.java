package com.optymyse.inspire.licensing.license;

/** Why a request was not carried out: the stable codes that callers may rely on. */
public enum RefusalCode {
    INVALID_REQUEST(Kind.REFUSAL),
    UNAUTHORIZED(Kind.REFUSAL),
    FORBIDDEN(Kind.REFUSAL),
    NOT_FOUND(Kind.REFUSAL),
    METHOD_NOT_ALLOWED(Kind.REFUSAL),
    NOT_ACCEPTABLE(Kind.REFUSAL),
    REQUEST_TIMEOUT(Kind.REFUSAL),
    UNSUPPORTED_MEDIA_TYPE(Kind.REFUSAL),
    NOT_LICENSED(Kind.REFUSAL),
    OFFLINE_LICENSE(Kind.REFUSAL),
    OPERATION_IN_PROGRESS(Kind.REFUSAL),
    PREVIEW_OUTDATED(Kind.REFUSAL),
    RELEASE_NOT_BLOCKED(Kind.REFUSAL),
    LICENSE_KEY_UNKNOWN(Kind.REFUSAL),
    LICENSE_EXPIRED(Kind.REFUSAL),
    LICENSE_SUSPENDED(Kind.REFUSAL),
    LICENSE_BANNED(Kind.REFUSAL),
    LICENSE_OTHER_PRODUCT(Kind.REFUSAL),
    LICENSE_NOT_ALLOWED(Kind.REFUSAL),
    MACHINE_LIMIT_REACHED(Kind.REFUSAL),
    FINGERPRINT_TAKEN(Kind.REFUSAL),
    OFFLINE_NOT_ENTITLED(Kind.REFUSAL),
    OFFLINE_NOT_LISTED(Kind.REFUSAL),
    LICENSE_FILE_MALFORMED(Kind.REFUSAL),
    LICENSE_FILE_INCOMPLETE(Kind.REFUSAL),
    LICENSE_FILE_NOT_GENUINE(Kind.REFUSAL),
    LICENSE_FILE_NOT_OPENED(Kind.REFUSAL),
    LICENSE_FILE_EXPIRED(Kind.REFUSAL),
    LICENSE_FILE_OLDER(Kind.REFUSAL),
    LICENSE_FILE_OTHER_MACHINE(Kind.REFUSAL),
    LICENSE_FILE_OTHER_PRODUCT(Kind.REFUSAL),
    CLOCK_SET_BACK(Kind.REFUSAL),
    CLOCK_WRONG(Kind.FAILURE),
    TOO_LARGE(Kind.REFUSAL),
    HEADERS_TOO_LARGE(Kind.REFUSAL),
    TOO_MANY_REQUESTS(Kind.REFUSAL),
    LICENSING_SERVER_ERROR(Kind.FAILURE),
    LICENSING_SERVER_UNTRUSTED(Kind.FAILURE),
    LICENSING_SERVER_UNREACHABLE(Kind.FAILURE),
    LICENSING_SERVER_BUSY(Kind.FAILURE),
    IDENTITY_PROVIDER_UNREACHABLE(Kind.FAILURE),
    STORE_UNAVAILABLE(Kind.FAILURE),
    STARTING(Kind.FAILURE),
    STOPPING(Kind.FAILURE),
    INTERNAL_ERROR(Kind.FAILURE);

    private enum Kind {
        /** The license, the file, the request or the licensing server says no. */
        REFUSAL,
        /** Nothing could be decided. */
        FAILURE
    }

    private final Kind kind;

    RefusalCode(Kind kind) {
        this.kind = kind;
    }

    /** Whether the service could not decide. The fault is not in the request and not in what it names. */
    public boolean isFailure() {
        return kind == Kind.FAILURE;
    }

    /** The code as it is written in answers, problem pages and metrics: {@code license-key-unknown}. */
    public String code() {
        return EnumWord.of(this);
    }
}
