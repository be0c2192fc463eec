package com.optymyse.inspire.licensing.license;

/** What an admin should look at although nothing was refused: the stable codes that callers may rely on. */
public enum ProblemCode {
    LIMIT_MISSING,
    LIMIT_INVALID,
    GRACE_PERIOD_INVALID,
    ENTITLEMENT_CODE_SIMILAR,
    ENTITLEMENT_CODE_AMBIGUOUS,
    REFUSED_BY_SERVER,
    CERTIFICATE_NOT_RENEWED,
    CERTIFICATE_UNVERIFIABLE,
    CERTIFICATE_OLDER,
    STORED_LICENSE_EDITED,
    KNOWN_TIME_EDITED,
    HOST_CLOCK_BEHIND,
    HOST_CLOCK_DIFFERS,
    DATABASE_CLOCK_DIFFERS,
    FINGERPRINT_DIFFERS,
    STATE_NOT_CURRENT,
    TIME_NOT_STORED,
    AUDIT_TRAIL_UNSOUND,
    SEAT_SHARED,
    STATE_ROLLED_BACK;

    /** The code as it is written in answers and on its page: {@code limit-missing}. */
    public String code() {
        return EnumWord.of(this);
    }
}
