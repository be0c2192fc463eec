package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.audit.AuditEntry.Action;
import com.optymyse.inspire.licensing.audit.Caller;
import com.optymyse.inspire.licensing.audit.OperationLine;
import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.HeldLicense;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** Logs a line for each operation that is refused or fails. One that succeeds writes its own. */
@ApplicationScoped
public class RefusedOperations {

    private final CurrentInstallation current;
    private final Clock clock;

    public RefusedOperations(CurrentInstallation current, Clock clock) {
        this.current = current;
        this.clock = clock;
    }

    /**
     * The same operation; when it is refused or fails, that is logged, unless it was already.
     *
     * @param key the license key that the request names; empty where it names none
     */
    public <T> Uni<T> logged(Action action, Caller who, Optional<LicenseKey> key, Supplier<Uni<T>> operation) {
        return Uni.createFrom()
                .deferred(operation::get)
                .onFailure(RefusedOperations::isNotLogged)
                .invoke(failure -> line(action, who, key, failure).write());
    }

    /** The same, of an operation on the license held. */
    public <T> Uni<T> logged(Action action, Caller who, Supplier<Uni<T>> operation) {
        return Uni.createFrom().deferred(() -> logged(action, who, keyHeld(), operation));
    }

    private static boolean isNotLogged(Throwable failure) {
        return !(failure instanceof Refusal refusal && refusal.isRecorded());
    }

    private OperationLine line(Action action, Caller who, Optional<LicenseKey> key, Throwable failure) {
        AuditEntry entry = AuditEntry.refused(clock.instant(), who, action, Refusals.of(failure));
        return new OperationLine(key.map(entry::about).orElse(entry), current.revision(), null);
    }

    private Optional<LicenseKey> keyHeld() {
        HeldLicense held = current.isLoaded() ? current.now().stored().license().held() : null;
        return Optional.ofNullable(held).map(HeldLicense::key);
    }
}
