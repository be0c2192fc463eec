package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.installation.Lease;
import com.optymyse.inspire.licensing.installation.Snapshot;
import com.optymyse.inspire.licensing.installation.StoredInstallation;
import com.optymyse.inspire.licensing.license.LicenseKey;

/**
 * One activation under way.
 *
 * @param key the license key to be activated
 * @param expected what the admin was shown
 * @param present the installation when it began
 * @param before what was stored then, under the fingerprint that counts from now on
 * @param lease the right to change it
 * @param deadline when the licensing server must have answered
 * @param progress how far it has come
 * @param checkedIn what it knows of the license's check-in
 */
record Attempt(
        LicenseKey key,
        Expected expected,
        Snapshot present,
        StoredInstallation before,
        Lease lease,
        Deadline deadline,
        Progress progress,
        CheckedIn checkedIn) {

    /** The same, once a check-in was asked for. */
    Attempt after(CheckedIn asked) {
        return new Attempt(key, expected, present, before, lease, deadline, progress, asked);
    }

    String fingerprint() {
        return before.fingerprint();
    }
}
