package com.optymyse.inspire.licensing.installation;

import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** Looks at the host's clock now and then, and has the time stored that has come, so that a restart does not forget it. */
@ApplicationScoped
public class ClockWatch {

    private final CurrentInstallation current;
    private final InstallationStore store;
    private final Clock clock;
    private final MonotonicClock monotonic;

    /** What is compared with the next look. */
    private final AtomicReference<ClockReading> last;

    private volatile boolean looked;

    ClockWatch(CurrentInstallation current, InstallationStore store, Clock clock, MonotonicClock monotonic) {
        this.current = current;
        this.store = store;
        this.clock = clock;
        this.monotonic = monotonic;
        this.last = new AtomicReference<>(reading());
    }

    /**
     * Looks at the host's clock once an hour, and stores the time when what is stored is an hour old. To be called more
     * often than that. Fails as the store does.
     */
    public Uni<Void> watch() {
        return Uni.createFrom().deferred(() -> {
            if (current.time() == null) {
                return Uni.createFrom().voidItem();
            }
            return isLookDue() ? store.time().invoke(this::look).chain(this::storeTime) : storeTime();
        });
    }

    /**
     * Stores the time that has come, however little has passed since the last time it was: for a replica that stops. Fails as
     * the store does, and when another operation is under way.
     */
    public Uni<Void> remember() {
        return Uni.createFrom().deferred(() -> {
            RunningTime time = current.time();
            Instant come = time == null ? null : time.at(monotonic.nanos());
            return time == null || come == null ? Uni.createFrom().voidItem() : store.see(time.version(), come);
        });
    }

    private boolean isLookDue() {
        long passed = monotonic.nanos() - last.get().nanos();
        return !looked || passed >= RunningTime.STORED_EVERY.toNanos();
    }

    private void look(Instant database) {
        ClockReading now = reading();
        if (now.isBelievable(last.getAndSet(now), database)) {
            current.raiseTo(now);
        }
        looked = true;
    }

    private ClockReading reading() {
        return new ClockReading(clock.instant(), monotonic.nanos());
    }

    /** An operation under way goes first, and writes the time itself; the next call sees to it otherwise. */
    private Uni<Void> storeTime() {
        RunningTime time = current.time();
        long nanos = monotonic.nanos();
        Instant come = time == null ? null : time.at(nanos);
        return time == null || come == null || !time.isWorthStoring(nanos)
                ? Uni.createFrom().voidItem()
                : store.see(time.version(), come)
                        .chain(current::reload)
                        .replaceWithVoid()
                        .onFailure(ClockWatch::isInProgress)
                        .recoverWithNull();
    }

    private static boolean isInProgress(Throwable failure) {
        return failure instanceof Refusal refusal && refusal.code() == RefusalCode.OPERATION_IN_PROGRESS;
    }
}
