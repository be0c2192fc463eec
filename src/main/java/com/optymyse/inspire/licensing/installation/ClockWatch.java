package com.optymyse.inspire.licensing.installation;

import com.optymyse.inspire.licensing.incident.MonotonicClock;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Checks the host's clock regularly and stores the current time, so that it is still known after a restart. */
@ApplicationScoped
public class ClockWatch {

    /** How often the host's clock is checked. A change of less than an hour in between is believed. */
    private static final Duration LOOKED_EVERY = Duration.ofHours(1);

    private final CurrentInstallation current;
    private final InstallationStore store;
    private final Clock clock;
    private final MonotonicClock monotonic;
    private final SecureRandom random = new SecureRandom();

    /** What is compared with the next look. */
    private final AtomicReference<ClockSample> last;

    private volatile boolean looked;

    ClockWatch(CurrentInstallation current, InstallationStore store, Clock clock, MonotonicClock monotonic) {
        this.current = current;
        this.store = store;
        this.clock = clock;
        this.monotonic = monotonic;
        this.last = new AtomicReference<>(sample());
    }

    /**
     * Looks at the host's clock once an hour, and stores the time when it is later than what the store has. Makes a clock
     * challenge when the time that is known may be wrong, and ends it when it has lapsed. To be called more often than
     * that. Fails as the store does.
     */
    public Uni<Void> watch() {
        return Uni.createFrom().deferred(() -> {
            if (current.time() == null) {
                return Uni.createFrom().voidItem();
            }
            return store.time()
                    .invoke(this::compare)
                    .invoke(this::lookWhenDue)
                    .chain(this::settleDoubt)
                    .chain(this::storeTime);
        });
    }

    /**
     * Stores the time that has come, however little has passed since the last time it was: for a replica that stops. Fails as
     * the store does.
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
        return !looked || passed >= LOOKED_EVERY.toNanos();
    }

    private void compare(Instant database) {
        current.compared(clock.instant(), database);
    }

    private void lookWhenDue(Instant database) {
        if (isLookDue()) {
            look(database);
        }
    }

    /** Makes or ends a clock challenge. While an operation holds the lease, this is left to the next call. */
    private Uni<Void> settleDoubt(Instant database) {
        Snapshot present = current.now();
        HighWaterMarks marks = current.marks();
        Instant known = marks.latest();
        Instant host = clock.instant();
        Uni<Void> nothing = Uni.createFrom().voidItem();
        if (marks.isChallengeOver(host, database)) {
            return settled(store.challenge(present.stored().version(), Optional.empty()));
        }
        return known != null && marks.challenge() == null && marks.intact() && marks.isDoubtedBy(host, database)
                ? settled(
                        store.challenge(present.stored().version(), Optional.of(ClockChallenge.random(random, known))))
                : nothing;
    }

    private Uni<Void> settled(Uni<Void> written) {
        return stored(written)
                .onFailure(Refusal.isOf(RefusalCode.OPERATION_IN_PROGRESS))
                .recoverWithNull();
    }

    private Uni<Void> stored(Uni<Void> written) {
        return written.chain(current::reload).replaceWithVoid();
    }

    private void look(Instant database) {
        ClockSample now = sample();
        if (now.isBelievable(last.getAndSet(now), database)) {
            current.raiseTo(now);
        }
        looked = true;
    }

    private ClockSample sample() {
        return new ClockSample(clock.instant(), monotonic.nanos());
    }

    private Uni<Void> storeTime() {
        RunningTime time = current.time();
        long nanos = monotonic.nanos();
        Instant come = time == null ? null : time.at(nanos);
        return time == null || come == null || !time.isWorthStoring(nanos)
                ? Uni.createFrom().voidItem()
                : stored(store.see(time.version(), come));
    }
}
