package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.activation.MachineFiles.CheckOut;
import com.optymyse.inspire.licensing.installation.HeldLicense;
import com.optymyse.inspire.licensing.installation.InstallationStore;
import com.optymyse.inspire.licensing.installation.SeatRelease;
import com.optymyse.inspire.licensing.installation.StoredInstallation;
import com.optymyse.inspire.licensing.license.EnumWord;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.license.ValidationMode;
import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.licensingserver.ServerRefusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which license has a seat for this installation's fingerprint, and says what the admin can do about it. Needed
 * where the vendor allows a fingerprint one seat in all.
 */
@ApplicationScoped
class FingerprintHolder {

    /** Which license has the fingerprint, as programs read it in {@code holder}. */
    enum Holder {
        /** The license held now, as far as is known: it has a seat, and has to be deactivated first. */
        PRESENT_LICENSE,
        /** Perhaps the license held now; its key is not allowed to release the seat. */
        PRESENT_LICENSE_BLOCKED,
        /** The license held now, which the vendor has removed. */
        PRESENT_LICENSE_REMOVED,
        /** Perhaps the license held now. It is offline, so the licensing server can't be asked about it. */
        PRESENT_LICENSE_OFFLINE,
        /** An earlier license of this installation, whose seat is not given back yet. */
        EARLIER_LICENSE,
        /** A license that this installation does not know. */
        ANOTHER_LICENSE,
        /** The licensing server gave no response about the license held now. */
        UNKNOWN;

        String word() {
            return EnumWord.of(this);
        }
    }

    /** Who has it, and what the admin is told of that. */
    record Found(Holder holder, String sentence) {}

    private final MachineFiles machineFiles;
    private final InstallationStore store;

    FingerprintHolder(MachineFiles machineFiles, InstallationStore store) {
        this.machineFiles = machineFiles;
        this.store = store;
    }

    /**
     * The refusal of an activation whose machine was refused because of its fingerprint. It names who has it, as far as that
     * is known.
     *
     * @param seat the seat that was asked for
     */
    Uni<Refusal> refusal(Attempt attempt, SeatRelease seat) {
        // Read anew: the seats that were owed were tried in the meantime.
        return store.load()
                .chain(present -> find(attempt, present.license().held(), unreleased(present, seat)))
                .map(found -> new Refusal(
                                RefusalCode.FINGERPRINT_TAKEN,
                                "The vendor lets an installation have a seat on one license at a time. "
                                        + found.sentence())
                        .with(Map.of("holder", found.holder().word()))
                        .telling(Map.of("holder", found.holder().word())));
    }

    private Uni<Found> find(Attempt attempt, @Nullable HeldLicense held, Optional<SeatRelease> owed) {
        if (held == null) {
            return Uni.createFrom().item(unlicensed(owed));
        }
        return held.mode() == ValidationMode.OFFLINE
                ? Uni.createFrom().item(offline(owed))
                : machineFiles
                        .checkOut(
                                held.key(),
                                attempt.fingerprint(),
                                null,
                                attempt.progress().lastValidated(),
                                attempt.deadline())
                        .map(checkOut -> presentLicense(checkOut, owed));
    }

    /** Who has it where no license is held. */
    static Found unlicensed(Optional<SeatRelease> owed) {
        return owed.map(release -> earlier(release, ""))
                .orElseGet(() -> new Found(
                        Holder.ANOTHER_LICENSE,
                        "A license that this installation does not know has the seat. Ask the vendor to release that"
                                + " seat."));
    }

    /** Who has it where the license held now can't be asked about. */
    static Found offline(Optional<SeatRelease> owed) {
        return first(
                owed,
                ". If that does not help, deactivate the current license, and ask the vendor to release its seat",
                new Found(
                        Holder.PRESENT_LICENSE_OFFLINE,
                        "The current offline license may have the seat. Deactivate that license, and ask the vendor to"
                                + " release its seat."));
    }

    /** What a check-out with the key of the license held now says of it. */
    static Found presentLicense(CheckOut checkOut, Optional<SeatRelease> owed) {
        return switch (checkOut) {
            case CheckOut.Verified verified -> seated(owed);
            // Both are looked at once the machine is found.
            case CheckOut.Refused(ServerRefusal.LimitReached limit, var at) -> seated(owed);
            case CheckOut.Refused(ServerRefusal.Invalid invalid, var at) -> seated(owed);
            case CheckOut.NoSeat noSeat -> unlicensed(owed);
            case CheckOut.Refused(ServerRefusal.Against(Verdict.Unknown unknown), var at) -> removed(owed);
            case CheckOut.Refused(ServerRefusal refusal, var at) -> blocked(refusal.code(), owed);
            case CheckOut.Failed failed -> unknown(owed);
        };
    }

    private static Found seated(Optional<SeatRelease> owed) {
        return first(
                owed,
                ". If that does not help, deactivate the current license first",
                new Found(
                        Holder.PRESENT_LICENSE,
                        "The current license of this installation has a seat, and that seat may block this one."
                                + " Deactivate the current license first, and then activate this one."));
    }

    private static Found removed(Optional<SeatRelease> owed) {
        return first(
                owed,
                ". If that does not help, deactivate the current license: the vendor has removed it",
                new Found(
                        Holder.PRESENT_LICENSE_REMOVED,
                        "The current license had the seat, and the vendor has removed that license. Try again in a"
                                + " minute. If the problem remains, deactivate the current license and ask the"
                                + " vendor."));
    }

    private static Found blocked(String code, Optional<SeatRelease> owed) {
        return first(
                owed,
                ". If that does not help, ask the vendor to release the seat of the current license: its key has no"
                        + " permission for that (" + code + ")",
                new Found(
                        Holder.PRESENT_LICENSE_BLOCKED,
                        "The current license may have the seat, but its key has no permission to release it (" + code
                                + "). Ask the vendor to release the seat."));
    }

    private static Found unknown(Optional<SeatRelease> owed) {
        return first(
                owed,
                "",
                new Found(
                        Holder.UNKNOWN,
                        "The licensing server sent no response, so the service does not know which license has the"
                                + " seat. Try again in a minute."));
    }

    /**
     * Names a seat that is still to be released first. The license held now may not be the cause, because the vendor may
     * compare fingerprints only among some licenses.
     */
    private static Found first(Optional<SeatRelease> owed, String otherwise, Found present) {
        return owed.map(release -> earlier(release, " Once that seat is released, try again" + otherwise + "."))
                .orElse(present);
    }

    private static Found earlier(SeatRelease release, String then) {
        return new Found(
                Holder.EARLIER_LICENSE,
                "The earlier license " + release.key().masked() + " still has the seat, because the seat is not"
                        + " released yet" + why(release) + "." + then);
    }

    /**
     * An earlier seat of this installation that may block a new one: the server did not take it back, or was not asked in
     * time. One at another server, or of another account, is in nobody's way here.
     *
     * @param seat the seat that was asked for
     */
    static Optional<SeatRelease> unreleased(StoredInstallation present, SeatRelease seat) {
        return present.releases().stream()
                .filter(release -> !release.machineId().equals(seat.machineId()))
                .filter(release -> !release.isAbsent())
                .filter(release -> !ReleaseRetryRules.isElsewhere(release, seat.server(), seat.account()))
                .findFirst();
    }

    private static String why(SeatRelease release) {
        return release.lastError() == null ? "" : " (" + release.lastError() + ")";
    }
}
