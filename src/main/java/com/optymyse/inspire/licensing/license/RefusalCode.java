package com.optymyse.inspire.licensing.license;

import java.util.Locale;

/** Why a request was not carried out: the stable codes that callers may rely on. */
public enum RefusalCode {
    INVALID_REQUEST,
    UNAUTHORIZED,
    FORBIDDEN,
    NOT_FOUND,
    METHOD_NOT_ALLOWED,
    NOT_ACCEPTABLE,
    REQUEST_TIMEOUT,
    UNSUPPORTED_MEDIA_TYPE,
    NOT_LICENSED,
    OFFLINE_LICENSE,
    OPERATION_IN_PROGRESS,
    PREVIEW_OUTDATED,
    RELEASE_NOT_BLOCKED,
    LICENSE_KEY_UNKNOWN,
    LICENSE_EXPIRED,
    LICENSE_SUSPENDED,
    LICENSE_BANNED,
    LICENSE_OTHER_PRODUCT,
    LICENSE_NOT_ALLOWED,
    MACHINE_LIMIT_REACHED,
    FINGERPRINT_TAKEN,
    OFFLINE_NOT_ENTITLED,
    LICENSE_FILE_MALFORMED,
    LICENSE_FILE_NOT_GENUINE,
    LICENSE_FILE_NOT_OPENED,
    LICENSE_FILE_EXPIRED,
    LICENSE_FILE_OLDER,
    LICENSE_FILE_OTHER_MACHINE,
    LICENSE_FILE_OTHER_PRODUCT,
    CLOCK_SET_BACK,
    CLOCK_WRONG,
    TOO_LARGE,
    TOO_MANY_REQUESTS,
    LICENSING_SERVER_ERROR,
    LICENSING_SERVER_UNTRUSTED,
    LICENSING_SERVER_UNREACHABLE,
    LICENSING_SERVER_BUSY,
    STORE_UNAVAILABLE,
    STARTING,
    STOPPING,
    INTERNAL_ERROR;

    /** The code as it is written in answers, problem pages and metrics: {@code license-key-unknown}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
