package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.installation.Change;
import com.optymyse.inspire.licensing.installation.ClockChallenge;
import com.optymyse.inspire.licensing.installation.HeldLicense;
import com.optymyse.inspire.licensing.installation.LicenseState;
import com.optymyse.inspire.licensing.installation.SeatRelease;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a change, within the caller's transaction. */
final class StateWriter {

    private final HighWaterMarksMac marksMac;
    private final LicenseCipher licenseCipher;
    private final ReleaseCipher releaseCipher;
    private final AuditWriter audit;

    StateWriter(
            HighWaterMarksMac marksMac, LicenseCipher licenseCipher, ReleaseCipher releaseCipher, AuditWriter audit) {
        this.marksMac = marksMac;
        this.licenseCipher = licenseCipher;
        this.releaseCipher = releaseCipher;
        this.audit = audit;
    }

    /** Writes a whole change, and notifies the other replicas. */
    Uni<Void> write(InstallationRow installation, Change change, boolean visible) {
        List<KnownLicenseRow> known = KnownLicenseRow.rows(change.known());
        installation.advance(change, visible);
        signMarks(installation, change.marks().intact(), known);
        return KnownLicenseRow.replaceBy(known)
                .chain(() -> writeLicense(installation, change.license(), known))
                .chain(() -> writeReleases(change.queued(), machineHeld(change.license())))
                .chain(() -> audit.add(change.audit()))
                .chain(Panache::flush)
                .chain(() -> Notification.send(installation));
    }

    /** Writes a time that was seen, and leaves the rest of the state as it was read. */
    Uni<Void> writeSeen(InstallationRow installation, ReadState state, Instant time) {
        installation.seenTime = StoredTime.of(time);
        return writeMarks(installation, state);
    }

    /** Writes or removes a clock challenge, and leaves the rest of the state as it was read. */
    Uni<Void> writeChallenge(InstallationRow installation, ReadState state, @Nullable ClockChallenge challenge) {
        installation.writeChallenge(challenge);
        return writeMarks(installation, state);
    }

    private Uni<Void> writeMarks(InstallationRow installation, ReadState state) {
        List<KnownLicenseRow> known = KnownLicenseRow.rows(state.known());
        signMarks(installation, true, known);
        return state.held()
                .map(held -> encryptAgain(installation, held, known))
                .orElseGet(() -> Uni.createFrom().voidItem())
                .chain(Panache::flush);
    }

    private Uni<Void> encryptAgain(InstallationRow installation, HeldLicense held, List<KnownLicenseRow> known) {
        return LicenseRow.read()
                .invoke(row -> row.ifPresent(found -> licenseCipher.encryptAgain(found, held, installation, known)))
                .replaceWithVoid();
    }

    /** Signs the high-water marks only if they are intact. Otherwise an edit by somebody else would become ours. */
    private void signMarks(InstallationRow installation, boolean intact, List<KnownLicenseRow> known) {
        installation.marksSecretId = null;
        installation.marksMac = null;
        if (intact) {
            marksMac.sign(installation, known);
        }
    }

    private Uni<Void> writeLicense(InstallationRow installation, LicenseState license, List<KnownLicenseRow> known) {
        return switch (license) {
            case LicenseState.Held held -> Rows.put(licenseCipher.encrypt(held.held(), installation, known));
            case LicenseState.None none -> LicenseRow.deleteAll().replaceWithVoid();
            // It does not open after this commit, as it did not before: what was edited stays to be looked into.
            case LicenseState.Unreadable unreadable -> Uni.createFrom().voidItem();
        };
    }

    /** The seat of the license held is never given back, whoever asked for it before or asks now. */
    private Uni<Void> writeReleases(List<SeatRelease> queued, @Nullable String machineHeld) {
        Uni<Void> written =
                Rows.putAll(queued.stream().map(releaseCipher::encrypt).toList());
        return machineHeld == null
                ? written
                : written.chain(Panache::flush)
                        .chain(() -> ReleaseRow.delete("machineId", machineHeld))
                        .replaceWithVoid();
    }

    private static @Nullable String machineHeld(LicenseState license) {
        HeldLicense held = license.held();
        return held == null ? null : held.machineId();
    }
}
