package com.optymyse.inspire.licensing.installation;

import com.optymyse.inspire.licensing.audit.AuditEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change of the stored installation, applied whole or not at all.
 *
 * @param before the state that it was decided on; when its version has moved, nothing is written. Its fingerprint is the
 *     installation's from now on
 * @param lease the lease held; null for a re-validation, which gives way to whoever holds one
 * @param license the license from now on; an unreadable one is left as it is stored
 * @param marks the latest times known from now on
 * @param known what is known of licenses from now on
 * @param queued seats to be given back from now on, added or renewed by machine id; those of the machine now held are dropped
 * @param audit the entry for the audit trail
 */
public record Change(
        StoredInstallation before,
        @Nullable Lease lease,
        LicenseState license,
        HighWaterMarks marks,
        KnownLicenses known,
        List<SeatRelease> queued,
        AuditEntry audit) {

    public Change {
        queued = List.copyOf(queued);
    }

    /** The same change, with another license from now on. */
    public Change with(LicenseState next) {
        return new Change(before, lease, next, marks, known, queued, audit);
    }

    /** The same change, with the standing that follows in its entry for the audit trail. */
    Change leadingTo(Licensing next) {
        return new Change(
                before, lease, license, marks, known, queued, audit.leadingTo(next.standing(), next.reason()));
    }

    /** The licensing server's id of the machine after the change, or else before it; null where there is none. */
    @Nullable
    String machineId() {
        HeldLicense concerned = license.held() == null ? before.license().held() : license.held();
        return concerned == null ? null : concerned.machineId();
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
                license,
                before.releases(),
                before.trail(),
                before.anomalies());
    }
}
