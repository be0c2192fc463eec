package com.optymyse.inspire.licensing.installation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an operation wants to make of the state it has read.
 *
 * @param before the state that it decided on; its fingerprint is the installation's from now on
 * @param lease the lease held; null for a re-validation, which gives way to whoever holds one
 * @param holding the license from now on
 * @param marks the latest times known from now on
 * @param issuedFloors the floors from now on
 * @param queued seats to be given back from now on
 * @param audit the entry for the audit trail, without the standing that follows
 */
public record Change(
        StoredInstallation before,
        @Nullable Lease lease,
        Holding holding,
        Marks marks,
        Map<String, Instant> issuedFloors,
        List<SeatRelease> queued,
        AuditEntry audit) {

    public Change {
        issuedFloors = Map.copyOf(issuedFloors);
        queued = List.copyOf(queued);
    }

    /** The same change, with another license from now on. */
    public Change with(Holding next) {
        return new Change(before, lease, next, marks, issuedFloors, queued, audit);
    }

    /** The id at the licensing server of the machine held from now on, or else up to now; null where there is none. */
    @Nullable
    String machineId() {
        return holding instanceof HeldLicense next ? next.machineId() : machineBefore();
    }

    private @Nullable String machineBefore() {
        return before.holding() instanceof HeldLicense last ? last.machineId() : null;
    }

    /** The state as it would be, but for version and revision. */
    StoredInstallation after() {
        return new StoredInstallation(
                before.id(),
                before.fingerprint(),
                before.version(),
                before.revision(),
                marks,
                issuedFloors,
                holding,
                before.releases());
    }

    Commit toCommit(boolean visible, Licensing next) {
        return new Commit(
                before.version(),
                lease,
                before.fingerprint(),
                holding,
                marks,
                issuedFloors,
                queued,
                visible,
                audit.leadingTo(next));
    }
}
