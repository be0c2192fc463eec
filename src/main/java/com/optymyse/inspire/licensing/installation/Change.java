package com.optymyse.inspire.licensing.installation;

import com.optymyse.inspire.licensing.audit.AuditEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an operation wants to make of the state it has read.
 *
 * @param before the state that it decided on; its fingerprint is the installation's from now on
 * @param lease the lease held; null for a re-validation, which gives way to whoever holds one
 * @param holding the license from now on
 * @param marks the latest times known from now on
 * @param known what is known of licenses from now on
 * @param queued seats to be given back from now on
 * @param audit the entry for the audit trail, without the standing that follows
 */
public record Change(
        StoredInstallation before,
        @Nullable Lease lease,
        Holding holding,
        HighWaterMarks marks,
        LicenseRecords known,
        List<SeatRelease> queued,
        AuditEntry audit) {

    public Change {
        queued = List.copyOf(queued);
    }

    /** The same change, with another license from now on. */
    public Change with(Holding next) {
        return new Change(before, lease, next, marks, known, queued, audit);
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
                known,
                holding,
                before.releases(),
                before.trail(),
                before.findings());
    }

    Commit toCommit(boolean visible, Licensing next) {
        return new Commit(
                before.version(),
                lease,
                before.fingerprint(),
                holding,
                marks,
                known,
                queued,
                visible,
                audit.leadingTo(next.standing(), next.reason()));
    }
}
