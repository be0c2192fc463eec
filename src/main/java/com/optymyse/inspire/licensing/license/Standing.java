package com.optymyse.inspire.licensing.license;

/** What the installation may do now. */
public enum Standing {
    /** Everything the license grants. */
    LICENSED,
    /** Everything the license grants, for a limited time. */
    GRACE,
    /** A license is held but grants nothing. */
    RESTRICTED,
    /** No license is held. */
    UNLICENSED;

    /** Whether entitlements and limits of the license count in this standing. */
    public boolean licensed() {
        return this == LICENSED || this == GRACE;
    }

    /** The standing as it is written in answers: {@code grace}. */
    public String word() {
        return EnumWord.of(this);
    }
}
