package com.optymyse.inspire.licensing.installation;

import static com.optymyse.inspire.licensing.testing.StoredSamples.AUDIT;

import com.optymyse.inspire.licensing.incident.MonotonicClock;
import com.optymyse.inspire.licensing.testing.InMemoryInstallationStore;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A service on a host whose clocks a test sets, with the store in memory. PostgreSQL is on the same host. The watch over
 * the clock is the real one, and is called every ten seconds as in the background; where nothing depends on it, once an
 * hour.
 */
final class TimedReplica {

    /** As often as the background calls it. */
    static final Duration TASK = Duration.ofSeconds(10);

    private static final long EVERY = TASK.toNanos();
    private static final long HOUR = Duration.ofHours(1).toNanos();

    private record Service(CurrentInstallation current, ClockWatch watch) {}

    private final InMemoryInstallationStore store = new InMemoryInstallationStore();
    private Instant clock;
    private long nanos;
    private Service service;

    /** One that starts now, on what an earlier one has stored. */
    TimedReplica(HighWaterMarks stored, Instant clock) {
        store.put(Held.stored(new LicenseState.None()).with(stored));
        this.clock = clock;
        setClock(clock);
        service = started();
    }

    private Service started() {
        nanos = 0;
        InstantSource source = () -> clock;
        Clock host = source.withZone(ZoneOffset.UTC);
        MonotonicClock monotonic = () -> nanos;
        CurrentInstallation current = new CurrentInstallation(
                store,
                () -> Duration.ofDays(2),
                Optional::empty,
                host,
                monotonic,
                new StartObstacle(),
                Optional::empty);
        await(current.reload());
        return new Service(current, new ClockWatch(current, store, host, monotonic));
    }

    /** It is stopped in an orderly way, and started again. */
    void restart() {
        await(service.watch().remember());
        service = started();
    }

    /** It is killed, and started again. */
    void kill() {
        service = started();
    }

    void setClock(Instant time) {
        clock = time;
        store.time(time);
    }

    /** Time passes, by all clocks. */
    void passes(Duration time) {
        long left = time.toNanos();
        while (left > 0) {
            long toTask = EVERY - nanos % EVERY;
            boolean called = left >= toTask;
            long step = called ? toTask + (Math.min(left, HOUR) - toTask) / EVERY * EVERY : left;
            nanos += step;
            setClock(clock.plusNanos(step));
            if (called) {
                await(service.watch().watch());
            }
            left -= step;
        }
    }

    /** The host sleeps, and its monotonic clock with it. When it wakes up the clock is right. */
    void sleeps(Duration time) {
        setClock(clock.plus(time));
    }

    /** Something is signed that changes the marks, and stored. */
    void commit(UnaryOperator<HighWaterMarks> signed) {
        Snapshot before = await(service.current().reload());
        StoredInstallation stored = before.stored();
        Change change = new Change(
                stored, null, stored.license(), signed.apply(stored.marks()), stored.known(), List.of(), AUDIT);
        await(store.commit(change.leadingTo(before.licensing()), false));
        await(service.current().reload());
    }

    /** The time that is known, whatever the host's clock says. */
    Instant known() {
        return service.current().certainTime().orElseThrow();
    }

    /** The time that counts. */
    Instant effective() {
        return service.current().effectiveTime();
    }

    @Nullable
    ClockChallenge challenge() {
        return await(store.load()).marks().challenge();
    }

    private static <T> T await(Uni<T> call) {
        return call.await().indefinitely();
    }
}
