package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.installation.Commit;
import com.optymyse.inspire.licensing.installation.HeldLicense;
import com.optymyse.inspire.licensing.installation.Holding;
import com.optymyse.inspire.licensing.installation.SeatRelease;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a change, within the caller's transaction. */
final class StateWriter {

    private final LicenseSeal licenseSeal;
    private final ReleaseSeal releaseSeal;
    private final AuditWriter audit;

    StateWriter(LicenseSeal licenseSeal, ReleaseSeal releaseSeal, AuditWriter audit) {
        this.licenseSeal = licenseSeal;
        this.releaseSeal = releaseSeal;
        this.audit = audit;
    }

    /** Everything that a commit says, and a sign to the other replicas. */
    Uni<Void> write(InstallationRow installation, Commit commit) {
        installation.advance(commit.marks(), commit.visible());
        return FloorRow.replaceBy(commit.issuedFloors())
                .chain(() -> writeLicense(installation, commit))
                .chain(() -> writeReleases(commit.queued(), machineHeld(commit.holding())))
                .chain(() -> audit.add(commit.audit()))
                .chain(Panache::flush)
                .chain(() -> Notification.send(installation));
    }

    private Uni<Void> writeLicense(InstallationRow installation, Commit commit) {
        return commit.holding() instanceof HeldLicense held
                ? Rows.put(licenseSeal.seal(held, installation, commit.issuedFloors()))
                : LicenseRow.deleteAll().replaceWithVoid();
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
