package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.activation.MachineFiles.CheckOut;
import com.optymyse.inspire.licensing.installation.HeldLicense;
import com.optymyse.inspire.licensing.installation.SeatRelease;
import com.optymyse.inspire.licensing.installation.StoredInstallation;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.license.ValidationMode;
import com.optymyse.inspire.licensing.license.Verdict;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Finds out which license has this installation's fingerprint where the vendor lets a fingerprint have one seat in all, and
 * says what the admin can do about it.
 */
@ApplicationScoped
class FingerprintHolder {

    private static final String ELSEWHERE =
            "Another license, which this installation does not know, has it. Ask the vendor to release it there.";

    private final MachineFiles machineFiles;

    FingerprintHolder(MachineFiles machineFiles) {
        this.machineFiles = machineFiles;
    }

    /** The refusal of an activation whose machine was refused because of its fingerprint. It names who has it, as far as that is known. */
    Uni<Refusal> refusal(Attempt attempt) {
        return holder(attempt)
                .map(sentence -> new Refusal(
                        RefusalCode.FINGERPRINT_TAKEN,
                        "The vendor lets an installation have a seat on one license at a time. " + sentence));
    }

    private Uni<String> holder(Attempt attempt) {
        if (!(attempt.before().holding() instanceof HeldLicense held)) {
            return Uni.createFrom().item(owed(attempt.before()));
        }
        if (held.mode() == ValidationMode.OFFLINE) {
            return Uni.createFrom()
                    .item(
                            "The license that this installation holds offline may have it. Deactivate that license, and ask the"
                                    + " vendor to release its seat.");
        }
        return machineFiles
                .checkOut(held.key(), attempt.fingerprint(), attempt.deadline())
                .map(checkOut -> presentLicense(checkOut, attempt.before()));
    }

    private static String presentLicense(CheckOut checkOut, StoredInstallation before) {
        return switch (checkOut) {
            case CheckOut.Verified verified ->
                "The license that this installation holds now has it. Deactivate that license first, and then activate this"
                        + " one.";
            case CheckOut.NoSeat noSeat -> owed(before);
            case CheckOut.Refused(SeatAnswer.Against(Verdict.Unknown unknown)) ->
                "The license that this installation holds now had it, and the vendor has removed that license. Try again in a"
                        + " minute.";
            case CheckOut.Refused(SeatAnswer answer) ->
                "The license that this installation holds now may have it, but its key may not release it. "
                        + MachineFiles.refusal(answer).detail() + " Ask the vendor to release it.";
            case CheckOut.Failed failed ->
                "Whether the license that this installation holds now has it could not be found out, because the licensing"
                        + " server gave no answer. Try again in a minute.";
        };
    }

    /** A seat of this installation that the server did not take back. */
    private static String owed(StoredInstallation before) {
        return before.releases().stream()
                .filter(release -> release.state() != SeatRelease.State.RESERVED)
                .findFirst()
                .map(release -> "The earlier license " + release.key().masked()
                        + " still has it, because its seat is not given" + " back yet" + why(release) + ".")
                .orElse(ELSEWHERE);
    }

    private static String why(SeatRelease release) {
        return release.lastError() == null ? "" : " (" + release.lastError() + ")";
    }
}
