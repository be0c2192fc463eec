package com.optymyse.inspire.licensing.license;

/** The license's own state at the vendor. The server's INACTIVE and EXPIRING are usable and count as active. */
public enum LicenseStatus {
    ACTIVE,
    EXPIRED,
    SUSPENDED
}
