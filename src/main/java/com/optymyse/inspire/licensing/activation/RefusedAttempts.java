package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.audit.AuditEntry.Action;
import com.optymyse.inspire.licensing.audit.AuditTrail;
import com.optymyse.inspire.licensing.audit.Caller;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import java.util.function.Function;

/** Writes an entry into the audit trail for each activation that is refused or fails. One that succeeds leaves its own. */
@ApplicationScoped
class RefusedAttempts {

    private static final Set<RefusalCode> NOT_TRIED = Set.of(
            RefusalCode.INVALID_REQUEST,
            RefusalCode.OPERATION_IN_PROGRESS,
            RefusalCode.STARTING,
            RefusalCode.STOPPING,
            RefusalCode.STORE_UNAVAILABLE);

    private final AuditTrail trail;
    private final Clock clock;

    RefusedAttempts(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /** The same attempt; when it is refused or fails, that is written down before the caller is told. */
    <T> Uni<T> recorded(LicenseKey key, Caller who, Function<Progress, Uni<T>> attempt) {
        return Uni.createFrom().deferred(() -> {
            Progress progress = new Progress();
            return Uni.createFrom()
                    .deferred(() -> attempt.apply(progress))
                    .onFailure(failure -> isRecorded(failure, progress))
                    .call(failure -> record(entry(key, who, Refusals.of(failure), progress)));
        });
    }

    /**
     * Whether to record a failure. Conflicts and attempts that were not begun are not recorded, because they say nothing
     * about the license. Whatever has asked for a seat was tried.
     */
    private static boolean isRecorded(Throwable failure, Progress progress) {
        return switch (failure) {
            case Refusal refusal when refusal.isRecorded() -> false;
            case Refusal refusal -> progress.hasReservedASeat() || !NOT_TRIED.contains(refusal.code());
            default -> true;
        };
    }

    /** The entry for a refusal. An activation that met another operation after it asked for a seat has failed. */
    private AuditEntry entry(LicenseKey key, Caller who, Refusal refusal, Progress progress) {
        boolean failed = progress.hasReservedASeat() && refusal.code() == RefusalCode.OPERATION_IN_PROGRESS;
        AuditEntry entry = failed
                ? AuditEntry.failed(clock.instant(), who, Action.ACTIVATE, refusal)
                : AuditEntry.refused(clock.instant(), who, Action.ACTIVATE, refusal);
        return entry.about(key);
    }

    /** The caller learns why the attempt was refused, also where that can't be written down. */
    private Uni<Void> record(AuditEntry entry) {
        Uni<Void> written = trail.add(entry)
                .onFailure(Refusal.class)
                .invoke(failure -> Log.warnf(
                        "A refused activation (%s) is missing in the audit trail: %s",
                        entry.code(), failure.getMessage()));
        return BestEffort.failuresOf("Recording a refused activation", written);
    }
}
