package com.optymyse.inspire.licensing.installation;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Detects a read of an older state than the one known here, and remembers it until the store has it. */
final class RollbackWatch {

    private @Nullable StoredInstallation known;
    private @Nullable FoundRollback found;

    /**
     * Notes a state that was read from a server that is up to date.
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

    /** The state with the rollback that was found, until the store has it. */
    synchronized StoredInstallation told(StoredInstallation stored) {
        return found == null ? stored : stored.with(stored.anomalies().with(found.rollback()));
    }

    /** Notes that the store has the rollback. */
    synchronized void isStored(FoundRollback stored) {
        if (stored.equals(found)) {
            found = null;
        }
    }
}
