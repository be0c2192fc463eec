package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.installation.Lease;
import com.optymyse.inspire.licensing.installation.StoredInstallation;
import com.optymyse.inspire.licensing.license.LicenseKey;

/**
 * One activation under way.
 *
 * @param key the license key to be activated
 * @param before what was stored when it began
 * @param lease the right to change it
 * @param deadline when the licensing server must have answered
 */
record Attempt(LicenseKey key, StoredInstallation before, Lease lease, Deadline deadline) {

    String fingerprint() {
        return before.fingerprint();
    }
}
