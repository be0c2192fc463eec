package com.optymyse.inspire.licensing.installation;

import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.audit.AuditEntry.Action;
import com.optymyse.inspire.licensing.audit.Caller;
import com.optymyse.inspire.licensing.audit.OperationLine;
import com.optymyse.inspire.licensing.license.ProblemCode;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Stores that an older state was found in the database, for all replicas, until an admin confirms it. */
@ApplicationScoped
public class Rollbacks {

    private final CurrentInstallation current;
    private final InstallationStore store;
    private final Clock clock;

    Rollbacks(CurrentInstallation current, InstallationStore store, Clock clock) {
        this.current = current;
        this.store = store;
        this.clock = clock;
    }

    /** Stores and records what this replica has found, if it has found something. Fails as the store does. */
    public Uni<Void> record() {
        return Uni.createFrom()
                .deferred(() -> current.rollbacks()
                        .found()
                        .map(this::record)
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> record(FoundRollback found) {
        Rollback rollback = found.rollback();
        AuditEntry entry = AuditEntry.found(
                rollback.seenAt(),
                Action.STATE_ROLLED_BACK,
                ProblemCode.STATE_ROLLED_BACK,
                rollback.sentence(),
                rollback.problem().values());
        return store.rolledBack(found, entry)
                .invoke(added -> {
                    if (added) {
                        new OperationLine(entry, current.revision(), null).write();
                    }
                })
                .chain(current::reload)
                .invoke(shown -> current.rollbacks().isStored(found))
                .replaceWithVoid();
    }

    /**
     * Confirms the rollback for an admin. It is no longer shown then.
     *
     * @throws Refusal {@link RefusalCode#NOT_FOUND} when there is none to be confirmed
     */
    public Uni<Snapshot> confirm(Caller who) {
        return record().chain(() -> {
            AuditEntry entry = AuditEntry.succeeded(
                    clock.instant(), who, Action.CONFIRM_ROLLBACK, "The older state of the database was confirmed.");
            return store.confirmRollback(entry)
                    .invoke(confirmed -> requireConfirmed(confirmed, entry))
                    .chain(current::reload);
        });
    }

    private void requireConfirmed(boolean confirmed, AuditEntry entry) {
        if (!confirmed) {
            throw new Refusal(
                    RefusalCode.NOT_FOUND,
                    "There is no older state of the database to be confirmed. It may have been confirmed already.");
        }
        new OperationLine(entry, current.revision(), null).write();
    }
}
