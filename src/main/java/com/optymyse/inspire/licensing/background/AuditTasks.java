package com.optymyse.inspire.licensing.background;

import com.optymyse.inspire.licensing.audit.AuditConfig;
import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.audit.AuditTrail;
import com.optymyse.inspire.licensing.audit.AuditVerification;
import com.optymyse.inspire.licensing.audit.OperationLine;
import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.HeldLicense;
import com.optymyse.inspire.licensing.installation.Snapshot;
import com.optymyse.inspire.licensing.license.Reason;
import com.optymyse.inspire.licensing.license.Standing;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The background tasks of the audit trail: it records standings that change only by time, and forgets old entries. */
@ApplicationScoped
class AuditTasks {

    /** How the installation stands, and in which version of it. Versions of two installations say nothing of each other. */
    private record Offered(
            UUID installation,
            long version,
            Standing standing,
            @Nullable Reason reason) {

        static Offered of(Snapshot snapshot) {
            return new Offered(
                    snapshot.stored().id(),
                    snapshot.stored().version(),
                    snapshot.licensing().standing(),
                    snapshot.licensing().reason());
        }

        /** Whether this is another standing although nothing was changed. */
        boolean isNewsByTimeAfter(@Nullable Offered before) {
            return before != null
                    && before.installation().equals(installation)
                    && before.version() == version
                    && !before.equals(this);
        }

        AuditEntry entry(Instant at, @Nullable Instant knownTime) {
            return AuditEntry.standing(at, standing, reason).knowing(knownTime);
        }
    }

    private final CurrentInstallation current;
    private final AuditTrail trail;
    private final AuditVerification watch;
    private final AuditConfig config;

    /** What this replica saw when it looked last, what it has offered to the trail last, and what it has logged last. */
    private final AtomicReference<@Nullable Offered> seen = new AtomicReference<>();

    private final AtomicReference<@Nullable Offered> last = new AtomicReference<>();
    private final AtomicReference<@Nullable Offered> logged = new AtomicReference<>();

    AuditTasks(CurrentInstallation current, AuditTrail trail, AuditVerification watch, AuditConfig config) {
        this.current = current;
        this.trail = trail;
        this.watch = watch;
        this.config = config;
    }

    void start(@Observes StartupEvent started, RepeatedTasks tasks, BackgroundConfig background) {
        tasks.add("standing", background.standing(), this::recordStanding);
        tasks.add("trail", background.trail(), this::keepTrail);
    }

    /**
     * Offers a new standing to the trail. The trail takes it once, and the replica that has added it writes the log line.
     * While the trail can't be asked each replica writes the line of what it sees.
     */
    Uni<Void> recordStanding() {
        if (!current.isLoaded()) {
            return Uni.createFrom().voidItem();
        }
        Snapshot snapshot = current.now();
        Offered offered = Offered.of(snapshot);
        boolean news = offered.isNewsByTimeAfter(seen.getAndSet(offered));
        return offered.equals(last.get()) ? Uni.createFrom().voidItem() : offer(offered, snapshot, news);
    }

    private Uni<Void> offer(Offered offered, Snapshot snapshot, boolean news) {
        AuditEntry entry = offered.entry(snapshot.at(), current.certainTime().orElse(null));
        return trail.addStanding(offered.version(), entry)
                .onItemOrFailure()
                .invoke((added, failure) -> {
                    if (failure == null ? added : news) {
                        log(offered, snapshot, entry);
                    }
                })
                .invoke(() -> last.set(offered))
                .replaceWithVoid();
    }

    private void log(Offered offered, Snapshot snapshot, AuditEntry entry) {
        if (!offered.equals(logged.getAndSet(offered))) {
            line(snapshot, entry).write();
        }
    }

    private static OperationLine line(Snapshot snapshot, AuditEntry entry) {
        long revision = snapshot.stored().revision();
        HeldLicense held = snapshot.stored().license().held();
        return held == null
                ? new OperationLine(entry, revision, null)
                : new OperationLine(entry.about(held.key()), revision, held.machineId());
    }

    /**
     * Verifies the trail, then forgets old entries. No entry is forgotten unverified, and a failure to forget hides no
     * result.
     */
    Uni<Void> keepTrail() {
        return current.isLoaded()
                ? watch.verify().chain(report -> forgetOld())
                : Uni.createFrom().voidItem();
    }

    /** Forgets old entries by the time that is certain, because the host's clock may have jumped ahead. */
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
