package com.optymyse.inspire.licensing.installation;

import com.optymyse.inspire.licensing.audit.AuditEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change of the stored installation, applied whole or not at all.
 *
 * @param expectedVersion the version that the change was decided on; when it has moved, nothing is written
 * @param lease the lease held; null for a re-validation, which gives way to whoever holds one
 * @param fingerprint what the installation is called from now on
 * @param holding the license from now on; an unreadable one is left as it is stored
 * @param marks the latest times known from now on
 * @param known what is known of licenses from now on
 * @param queued seats to be given back from now on, added or renewed by machine id; those of the machine now held are dropped
 * @param visible whether someone outside can see the change, so that the revision rises
 * @param audit the entry for the audit trail, with the standing that follows
 */
public record Commit(
        long expectedVersion,
        @Nullable Lease lease,
        String fingerprint,
        Holding holding,
        HighWaterMarks marks,
        LicenseRecords known,
        List<SeatRelease> queued,
        boolean visible,
        AuditEntry audit) {

    public Commit {
        queued = List.copyOf(queued);
    }
}
