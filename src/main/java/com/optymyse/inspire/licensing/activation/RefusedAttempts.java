package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.installation.AuditEntry;
import com.optymyse.inspire.licensing.installation.AuditEntry.Action;
import com.optymyse.inspire.licensing.installation.AuditTrail;
import com.optymyse.inspire.licensing.installation.Caller;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.Refusal;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Sees to it that an activation that is refused leaves an entry in the audit trail. One that succeeds leaves its own. */
@ApplicationScoped
class RefusedAttempts {

    private final AuditTrail trail;
    private final Clock clock;

    RefusedAttempts(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /** The same attempt; when it is refused, that is written down before the caller is told. */
    <T> Uni<T> recorded(LicenseKey key, Caller who, Uni<T> attempt) {
        return attempt.onFailure(RefusedAttempts::isRecorded).call(refusal -> record(key, who, (Refusal) refusal));
    }

    /** What says nothing about the license is left out: conflicts, and what is not even tried. */
    private static boolean isRecorded(Throwable failure) {
        return failure instanceof Refusal refusal
                && switch (refusal.code()) {
                    case INVALID_REQUEST, OPERATION_IN_PROGRESS, STARTING, STOPPING, STORE_UNAVAILABLE -> false;
                    default -> true;
                };
    }

    /** The caller learns why the attempt was refused, also where that can't be written down. */
    private Uni<Void> record(LicenseKey key, Caller who, Refusal refusal) {
        AuditEntry entry = AuditEntry.refused(clock.instant(), who, Action.ACTIVATE, refusal);
        return trail.add(entry.about(key))
                .onFailure(Refusal.class)
                .invoke(failure -> Log.warnf(
                        "A refused activation (%s) is missing in the audit trail: %s",
                        refusal.code().code(), failure.getMessage()))
                .onFailure(Refusal.class)
                .recoverWithNull();
    }
}
