package com.optymyse.inspire.licensing.background;

import com.optymyse.inspire.licensing.installation.AuditConfig;
import com.optymyse.inspire.licensing.installation.AuditEntry;
import com.optymyse.inspire.licensing.installation.AuditTrail;
import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.OperationLine;
import com.optymyse.inspire.licensing.installation.Snapshot;
import com.optymyse.inspire.licensing.installation.TrailWatch;
import com.optymyse.inspire.licensing.license.Reason;
import com.optymyse.inspire.licensing.license.Standing;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduler;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What the audit trail needs without being asked: the changes that only time brings, and an end to what is old. */
@ApplicationScoped
class AuditTasks {

    /** What this replica has offered to the trail last. */
    private record Offered(
            long version, Standing standing, @Nullable Reason reason) {

        static Offered of(Snapshot snapshot) {
            return new Offered(
                    snapshot.stored().version(),
                    snapshot.licensing().standing(),
                    snapshot.licensing().reason());
        }

        AuditEntry entry(Instant at) {
            return AuditEntry.standing(at, standing, reason);
        }
    }

    private final CurrentInstallation current;
    private final AuditTrail trail;
    private final TrailWatch watch;
    private final AuditConfig config;
    private final AtomicReference<@Nullable Offered> last = new AtomicReference<>();

    AuditTasks(CurrentInstallation current, AuditTrail trail, TrailWatch watch, AuditConfig config) {
        this.current = current;
        this.trail = trail;
        this.watch = watch;
        this.config = config;
    }

    void start(@Observes StartupEvent started, Scheduler scheduler, BackgroundConfig background) {
        BackgroundTasks.schedule(scheduler, "standing", background.standing(), this::recordStanding);
        BackgroundTasks.schedule(scheduler, "trail", background.trail(), this::keepTrail);
    }

    /** Every replica offers a standing that is new to it; the trail takes it once. */
    Uni<Void> recordStanding() {
        if (!current.isLoaded()) {
            return Uni.createFrom().voidItem();
        }
        Snapshot snapshot = current.now();
        Offered offered = Offered.of(snapshot);
        return offered.equals(last.get()) ? Uni.createFrom().voidItem() : offer(offered, snapshot);
    }

    private Uni<Void> offer(Offered offered, Snapshot snapshot) {
        AuditEntry entry = offered.entry(snapshot.at());
        return trail.addStanding(offered.version(), entry)
                .invoke(added -> {
                    last.set(offered);
                    if (added) {
                        new OperationLine(entry, snapshot.stored().revision(), null).write();
                    }
                })
                .replaceWithVoid();
    }

    /** Verifies first, so that nothing is forgotten that was not looked at, and a failure to forget hides nothing. */
    Uni<Void> keepTrail() {
        return current.isLoaded()
                ? watch.verify().chain(report -> forgetOld())
                : Uni.createFrom().voidItem();
    }

    /** A clock that has leapt ahead does not make what happened yesterday old. */
    private Uni<Void> forgetOld() {
        return current.certainTime()
                .map(this::forgetOldAt)
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> forgetOldAt(Instant now) {
        return trail.forget(config.keep(), now)
                .chain(more -> more ? forgetOldAt(now) : Uni.createFrom().voidItem());
    }
}
