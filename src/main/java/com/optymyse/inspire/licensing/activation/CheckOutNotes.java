package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.audit.AuditEntry.Action;
import com.optymyse.inspire.licensing.audit.OperationLine;
import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.InstallationStore;
import com.optymyse.inspire.licensing.installation.OwnCheckOut;
import com.optymyse.inspire.licensing.license.ProblemCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Notes each check-out of the seat, and what its machine file tells of the one before, for all replicas. */
@ApplicationScoped
class CheckOutNotes {

    private final InstallationStore store;
    private final CurrentInstallation current;
    private final Clock clock;

    CheckOutNotes(InstallationStore store, CurrentInstallation current, Clock clock) {
        this.store = store;
        this.current = current;
        this.clock = clock;
    }

    /** Notes a check-out before it is made. Fails as the store does. */
    Uni<OwnCheckOut> begin(@Nullable String machineId, Instant after) {
        return Uni.createFrom().deferred(() -> {
            OwnCheckOut note = OwnCheckOut.about(machineId, after);
            return store.note(note).replaceWith(note);
        });
    }

    /** Notes that the machine file of a check-out has arrived. Fails as the store does. */
    Uni<Void> answered(OwnCheckOut note, Certificate certificate) {
        String machine = certificate.machineId();
        if (machine == null) {
            return Uni.createFrom().voidItem();
        }
        AuditEntry begins = AuditEntry.found(
                clock.instant(),
                Action.SEAT_SHARED,
                ProblemCode.SEAT_SHARED,
                "Another system also uses the seat " + machine + " of this installation.",
                Map.of("machineId", machine));
        return store.answered(note.answered(machine, certificate.issuedAt()), certificate.checkedOutBefore(), begins)
                .invoke(found -> {
                    if (found) {
                        new OperationLine(begins, current.revision(), machine).write();
                    }
                })
                .replaceWithVoid();
    }
}
