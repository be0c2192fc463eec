package com.optymyse.inspire.licensing.license;

/** How a license proves itself: by asking the licensing server, or by a license file that the admin brought. */
public enum ValidationMode {
    ONLINE,
    OFFLINE
}
