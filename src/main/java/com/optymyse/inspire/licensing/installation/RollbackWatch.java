package com.optymyse.inspire.licensing.installation;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Notices that an older state was read than is known here, and keeps that in mind until the store has it. */
final class RollbackWatch {

    private @Nullable StoredInstallation known;
    private @Nullable FoundRollback found;

    /**
     * A state was read from a server that has the present one.
     *
     * @param later whether the read has begun after all answers before. Otherwise it is a slow one, which is of use only where
     *     it knows more: a standby that was read meanwhile may know less than both.
     */
    synchronized void read(StoredInstallation present, boolean later, Instant now) {
        StoredInstallation before = known;
        if (before != null && !later && !present.isNewerThan(before)) {
            return;
        }
        known = present;
        if (before == null || !before.id().equals(present.id())) {
            found = null;
        } else if (found == null) {
            found = Rollback.between(before, present, now)
                    .map(rollback ->
                            new FoundRollback(rollback, present.anomalies().rollback()))
                    .orElse(null);
        }
    }

    /** What was found and is not stored yet. */
    synchronized Optional<FoundRollback> found() {
        return Optional.ofNullable(found);
    }

    /** A state with what was found, too, until the store has it. */
    synchronized StoredInstallation told(StoredInstallation stored) {
        return found == null ? stored : stored.with(stored.anomalies().with(found.rollback()));
    }

    /** The store has it. */
    synchronized void isStored(FoundRollback stored) {
        if (stored.equals(found)) {
            found = null;
        }
    }
}
