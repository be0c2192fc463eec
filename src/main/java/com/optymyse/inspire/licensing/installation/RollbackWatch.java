package com.optymyse.inspire.licensing.installation;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Notices that an older state was read than is known here, and keeps that in mind until the store has it. */
final class RollbackWatch {

    private @Nullable StoredInstallation known;
    private @Nullable FoundRollback found;

    /** A state was read, later than all before, from a server that has the present one. */
    synchronized void read(StoredInstallation present, Instant now) {
        StoredInstallation before = known;
        known = present;
        if (before == null || !before.id().equals(present.id())) {
            found = null;
        } else if (found == null) {
            found = Rollback.between(before, present, now)
                    .map(rollback ->
                            new FoundRollback(rollback, present.findings().rollback()))
                    .orElse(null);
        }
    }

    /** What was found and is not stored yet. */
    synchronized Optional<FoundRollback> found() {
        return Optional.ofNullable(found);
    }

    /** A state with what was found, too, until the store has it. */
    synchronized StoredInstallation told(StoredInstallation stored) {
        return found == null ? stored : stored.with(stored.findings().with(found.rollback()));
    }

    /** The store has it. */
    synchronized void isStored(FoundRollback stored) {
        if (stored.equals(found)) {
            found = null;
        }
    }
}
