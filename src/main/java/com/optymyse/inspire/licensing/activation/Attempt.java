package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.activation.Progress.Judged;
import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.installation.HeldLicense;
import com.optymyse.inspire.licensing.installation.KnownLicense.Judgement;
import com.optymyse.inspire.licensing.installation.Lease;
import com.optymyse.inspire.licensing.installation.LicenseState;
import com.optymyse.inspire.licensing.installation.Snapshot;
import com.optymyse.inspire.licensing.installation.StoredInstallation;
import com.optymyse.inspire.licensing.license.License;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.licensingserver.Deadline;
import com.optymyse.inspire.licensing.licensingserver.ServerRefusal;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        PreviewBinding expected,
        Snapshot present,
        StoredInstallation before,
        Lease lease,
        Deadline deadline,
        Progress progress,
        CheckInState.OfActivation checkedIn) {

    /** The same for another key. */
    Attempt with(LicenseKey another) {
        return new Attempt(another, expected, present, before, lease, deadline, progress, checkedIn);
    }

    /** The same after a check-in. */
    Attempt after(CheckInState.Accepted checkedIn) {
        return new Attempt(key, expected, present, before, lease, deadline, progress, checkedIn);
    }

    /**
     * Notes when the licensing server signed a validation, and its verdict against the license. The verdict is kept also
     * when the license is not activated.
     */
    void note(ValidationResult validation, Instant at) {
        progress.validatedAt(at);
        Admission.against(validation)
                .ifPresent(verdict -> licenseId(validation).ifPresent(id -> note(verdict, id, at)));
    }

    /**
     * Returns the refusal of the activation when the server refuses a call for the key. Notes what that says against the
     * license, which the server has described before.
     *
     * @param at when the server signed that
     */
    Refusal refused(ServerRefusal refusal, String licenseId, Instant at) {
        if (refusal instanceof ServerRefusal.Against(Verdict.OfLicense verdict)) {
            note(verdict, licenseId, at);
        }
        return Refusals.refused(refusal);
    }

    private void note(Verdict.Against verdict, String licenseId, Instant at) {
        progress.judged(new Judged(licenseId, new Judgement(verdict, at, machineHeld(verdict))));
    }

    /**
     * The id of the license that a validation is about. The server does not describe the license of an unknown key; it may
     * be the one held.
     */
    private Optional<String> licenseId(ValidationResult validation) {
        License described = validation.license();
        return described == null ? heldId() : Optional.of(described.id());
    }

    private Optional<String> heldId() {
        return present.stored().license() instanceof LicenseState.Proven(HeldLicense held, Certificate certificate)
                        && held.key().equals(key)
                ? Optional.of(certificate.license().id())
                : Optional.empty();
    }

    private @Nullable String machineHeld(Verdict.Against verdict) {
        HeldLicense held = present.stored().license().held();
        return verdict instanceof Verdict.SeatRemoved && held != null ? held.machineId() : null;
    }

    String fingerprint() {
        return before.fingerprint();
    }
}
