package com.optymyse.inspire.licensing.license;

/** Why an installation is not, or not for long, licensed. */
public enum Reason {
    SERVER_UNREACHABLE,
    LICENSE_EXPIRED,
    LICENSE_SUSPENDED,
    LICENSE_BANNED,
    LICENSE_UNKNOWN,
    REFUSED_BY_SERVER,
    SEAT_REMOVED,
    OFFLINE_NOT_ENTITLED,
    CERTIFICATE_ENDED,
    CERTIFICATE_UNVERIFIABLE,
    NOT_ACTIVATED;

    /** The reason as it is written in answers: {@code server-unreachable}. */
    public String code() {
        return EnumWord.of(this);
    }
}
