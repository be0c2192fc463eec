package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.installation.ClockChallenge;
import com.optymyse.inspire.licensing.installation.Commit;
import com.optymyse.inspire.licensing.installation.HeldLicense;
import com.optymyse.inspire.licensing.installation.Holding;
import com.optymyse.inspire.licensing.installation.SeatRelease;
import com.optymyse.inspire.licensing.installation.StoredInstallation;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a change, within the caller's transaction. */
final class StateWriter {

    private final HighWaterMarksMac marksSeal;
    private final LicenseCipher licenseSeal;
    private final ReleaseCipher releaseSeal;
    private final AuditWriter audit;

    StateWriter(HighWaterMarksMac marksSeal, LicenseCipher licenseSeal, ReleaseCipher releaseSeal, AuditWriter audit) {
        this.marksSeal = marksSeal;
        this.licenseSeal = licenseSeal;
        this.releaseSeal = releaseSeal;
        this.audit = audit;
    }

    /** Everything that a commit says, and a sign to the other replicas. */
    Uni<Void> write(InstallationRow installation, Commit commit) {
        List<KnownLicenseRow> known = KnownLicenseRow.rows(commit.known());
        installation.advance(commit);
        sealMarks(installation, commit.marks().vouched(), known);
        return KnownLicenseRow.replaceBy(known)
                .chain(() -> writeLicense(installation, commit.holding(), known))
                .chain(() -> writeReleases(commit.queued(), machineHeld(commit.holding())))
                .chain(() -> audit.add(commit.audit()))
                .chain(Panache::flush)
                .chain(() -> Notification.send(installation));
    }

    /** A time seen, beside a state that is otherwise left as it was read. */
    Uni<Void> writeSeen(InstallationRow installation, StoredInstallation state, Instant time) {
        installation.seenTime = StoredTime.of(time);
        return writeMarks(installation, state);
    }

    /** A clock challenge or none, beside a state that is otherwise left as it was read. */
    Uni<Void> writeChallenge(
            InstallationRow installation, StoredInstallation state, @Nullable ClockChallenge challenge) {
        installation.writeChallenge(challenge);
        return writeMarks(installation, state);
    }

    private Uni<Void> writeMarks(InstallationRow installation, StoredInstallation state) {
        List<KnownLicenseRow> known = KnownLicenseRow.rows(state.known());
        sealMarks(installation, true, known);
        return sealHeldAgain(installation, state.holding(), known).chain(Panache::flush);
    }

    private Uni<Void> sealHeldAgain(InstallationRow installation, Holding holding, List<KnownLicenseRow> known) {
        return holding instanceof HeldLicense held
                ? LicenseRow.read()
                        .invoke(row -> row.ifPresent(found -> licenseSeal.sealAgain(found, held, installation, known)))
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    /** What nothing vouches for is not sealed, or somebody else's edit would become ours. */
    private void sealMarks(InstallationRow installation, boolean vouched, List<KnownLicenseRow> known) {
        installation.marksSecretId = null;
        installation.marksSeal = null;
        if (vouched) {
            marksSeal.seal(installation, known);
        }
    }

    private Uni<Void> writeLicense(InstallationRow installation, Holding holding, List<KnownLicenseRow> known) {
        return switch (holding) {
            case HeldLicense held -> Rows.put(licenseSeal.seal(held, installation, known));
            case Holding.None none -> LicenseRow.deleteAll().replaceWithVoid();
            // It does not open after this commit, as it did not before: what was edited stays to be looked into.
            case Holding.Unreadable unreadable -> Uni.createFrom().voidItem();
        };
    }

    /** The seat of the license held is never given back, whoever asked for it before or asks now. */
    private Uni<Void> writeReleases(List<SeatRelease> queued, @Nullable String machineHeld) {
        Uni<Void> written = Rows.putAll(queued.stream().map(releaseSeal::seal).toList());
        return machineHeld == null
                ? written
                : written.chain(Panache::flush)
                        .chain(() -> ReleaseRow.delete("machineId", machineHeld))
                        .replaceWithVoid();
    }

    private static @Nullable String machineHeld(Holding holding) {
        return holding instanceof HeldLicense held ? held.machineId() : null;
    }
}
