package com.optymyse.inspire.licensing.installation;

import com.optymyse.inspire.licensing.audit.Caller;
import com.optymyse.inspire.licensing.audit.OperationLine;
import com.optymyse.inspire.licensing.incident.MonotonicClock;
import com.optymyse.inspire.licensing.license.LicensingProblem;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one in-memory state of a replica, from which every request is answered. It alone reads the store; what it knows
 * outlives an outage of the store, and a change that only time brings shows at its instant.
 */
@ApplicationScoped
public class CurrentInstallation {

    private final InstallationStore store;
    private final LicensingRules rules;
    private final InstallationConfig config;
    private final Clock clock;
    private final MonotonicClock monotonic;
    private final StartObstacle obstacle;
    private final EarliestTime release;

    private final Object order = new Object();
    private long started;
    private long applied;
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();
    private final LeaseState lease;
    private final StateAge age;
    private final RollbackWatch rollbacks = new RollbackWatch();
    private final AtomicReference<HostProblems.@Nullable Clocks> clocks = new AtomicReference<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    /** What is known of the installation, and of the time. */
    private record Known(Snapshot snapshot, RunningTime time) {

        Known raisedTo(ClockSample sample) {
            return new Known(snapshot, time.raisedTo(sample.clock(), sample.nanos()));
        }
    }

    CurrentInstallation(
            InstallationStore store,
            GraceConfig grace,
            InstallationConfig config,
            Clock clock,
            MonotonicClock monotonic,
            StartObstacle obstacle,
            EarliestTime release) {
        this.store = store;
        this.rules = new LicensingRules(grace.after());
        this.config = config;
        this.clock = clock;
        this.monotonic = monotonic;
        this.obstacle = obstacle;
        this.release = release;
        this.lease = new LeaseState(monotonic);
        this.age = new StateAge(monotonic);
    }

    /**
     * The installation now.
     *
     * @throws Refusal {@link RefusalCode#STARTING} until the store was read once
     */
    public Snapshot now() {
        Known present = loaded();
        Instant now = effectiveTime(present);
        return present.snapshot().holdsAt(now) ? present.snapshot() : rederive(present, now);
    }

    /**
     * The time that counts: the clock's, or the latest known where the clock is behind it.
     *
     * @throws Refusal {@link RefusalCode#STARTING} until the store was read once
     */
    public Instant effectiveTime() {
        return effectiveTime(loaded());
    }

    /** The latest time that is certain, whatever the host's clock says now; empty while none is known. */
    public Optional<Instant> certainTime() {
        return Optional.ofNullable(marks(loaded()).latest());
    }

    private Known loaded() {
        Known present = known.get();
        if (present == null) {
            throw obstacle.starting("its state");
        }
        return present;
    }

    private Instant effectiveTime(Known present) {
        return marks(present).effective(clock.instant());
    }

    /** What is wrong around the installation rather than with its license. */
    public List<LicensingProblem> problems() {
        Known present = known.get();
        return present == null ? List.of() : problems(present, monotonic.nanos());
    }

    private List<LicensingProblem> problems(Known present, long nanos) {
        StoredInstallation stored = present.snapshot().stored();
        return HostProblems.of(
                rollbacks.told(stored).with(marks(present)),
                clock.instant(),
                config.fingerprint(),
                age,
                stored.isAsWritten() ? present.time().problem(nanos) : Optional.empty(),
                Optional.ofNullable(clocks.get()).filter(compared -> compared.countAt(nanos)));
    }

    /** What was found here of an older state. */
    RollbackWatch rollbacks() {
        return rollbacks;
    }

    /** How long ago the state known here was certainly current. A state from a server that can only be read may be older. */
    public Duration age() {
        return age.now();
    }

    /** What to say of the configured fingerprint when the installation is known under another one. */
    public Optional<String> otherFingerprint() {
        Known present = known.get();
        return present == null
                ? Optional.empty()
                : HostProblems.otherFingerprint(
                                config.fingerprint(), present.snapshot().stored())
                        .map(LicensingProblem::detail);
    }

    /** The state that an activation begins with: under the configured fingerprint, where there is one. */
    public StoredInstallation toActivate(StoredInstallation stored) {
        return config.fingerprint().map(stored::named).orElse(stored);
    }

    /** Whether the store was read once. */
    public boolean isLoaded() {
        return known.get() != null;
    }

    /** The revision of the installation as it is known here; null until the store was read once. */
    public @Nullable Long revision() {
        Known present = known.get();
        return present == null ? null : present.snapshot().stored().revision();
    }

    /**
     * Calls back after each read or commit that may have changed the state. The callback stays registered for good. A
     * change that only time brings is not announced: whoever has to show it at its instant looks at {@link #now} by itself.
     *
     * @param watcher called on any thread, and quick; the state is what {@link #now} tells it
     */
    public void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    /** Reads the store again. Fails as the store does; what was known then stays. */
    public Uni<Snapshot> reload() {
        return Uni.createFrom().deferred(() -> {
            long ticket = takeTicket();
            long begun = monotonic.nanos();
            return store.read().map(read -> {
                lease.read(read.lease(), ticket, begun);
                Snapshot shown = apply(read.stored(), ticket, read.present());
                // Not before it is shown, or the state before would be said to be fresh.
                if (read.present()) {
                    age.read(begun);
                }
                return shown;
            });
        });
    }

    /** The operation that holds the lease on any replica, from memory, and not past the end of its lease. */
    public Optional<HeldLease> underWay() {
        return lease.now();
    }

    /** Notes that the operation with this lease is over. */
    public void leaseGivenBack(Lease given) {
        lease.givenBack(given);
    }

    /**
     * Applies a change to the store and shows it here at once.
     *
     * @throws Refusal as {@link InstallationStore#commit} does; after {@link RefusalCode#STORE_UNAVAILABLE} it is unknown
     *     whether the change was applied, and the next read tells
     */
    public Uni<Snapshot> commit(Change change) {
        return commit(change, List::of);
    }

    /**
     * Applies a change on behalf of several callers.
     *
     * @param others asked once, when the change was stored: who else is to be named in the log
     */
    public Uni<Snapshot> commit(Change change, Supplier<List<Caller>> others) {
        return Uni.createFrom().deferred(() -> {
            Licensing next = foresee(change).licensing();
            boolean visible =
                    renames(change) || !derive(change.before()).licensing().looksLike(next);
            Change decided = change.leadingTo(next);
            return store.commit(decided, visible)
                    .invoke(stored -> new OperationLine(
                                    decided.audit(), stored.revision(), decided.machineId(), others.get())
                            .write())
                    .map(stored -> apply(stored, 0, true));
        });
    }

    /** Whether the installation has another fingerprint after a change. */
    private boolean renames(Change change) {
        Known present = known.get();
        return present != null
                && !present.snapshot()
                        .stored()
                        .fingerprint()
                        .equals(change.before().fingerprint());
    }

    /** What the installation would be after a change. */
    public Snapshot foresee(Change change) {
        return derive(change.after());
    }

    /** What time it is at least; null until the store was read once. */
    @Nullable
    RunningTime time() {
        Known present = known.get();
        return present == null ? null : present.time();
    }

    /** What the host's clock and the store's said at the same moment. */
    void compared(Instant host, Instant database) {
        clocks.set(new HostProblems.Clocks(host, database, monotonic.nanos()));
    }

    /** Raises the time to that of a clock that can be believed; never lowers it. */
    void raiseTo(ClockSample sample) {
        synchronized (order) {
            Known present = known.get();
            if (present != null) {
                known.set(present.raisedTo(sample));
            }
        }
    }

    /** The latest times known by now. */
    HighWaterMarks marks() {
        return marks(loaded());
    }

    private HighWaterMarks marks(Known present) {
        return present.snapshot().stored().marks().seen(present.time().at(monotonic.nanos()));
    }

    private Snapshot derive(StoredInstallation stored) {
        Instant now = stored.marks().seen(release.time().orElse(null)).effective(clock.instant());
        return new Snapshot(stored, now, rules.at(now, stored.license()));
    }

    private long takeTicket() {
        synchronized (order) {
            return ++started;
        }
    }

    /**
     * Applies a state unless a newer one is known. The state with the higher version, or the later entry of the trail, is
     * the newer one. A read that started later than everything applied so far counts even with a lower version (a database
     * put back); a slow read that started earlier does not, nor does one of an installation that the database has no more.
     */
    private Snapshot apply(StoredInstallation stored, long ticket, boolean isPresent) {
        Known next;
        synchronized (order) {
            Known before = known.get();
            next = follow(before, stored);
            boolean newer =
                    before == null || stored.isNewerThan(before.snapshot().stored());
            boolean later = ticket > applied;
            if (newer || later) {
                applied = newer ? started : ticket;
                known.set(next);
                if (isPresent) {
                    rollbacks.read(stored, later, clock.instant());
                }
            }
        }
        watchers.forEach(Runnable::run);
        return next.snapshot();
    }

    /** Continues from a stored state. Its high-water marks are the stored ones, raised to the time that has passed since. */
    private Known follow(@Nullable Known before, StoredInstallation stored) {
        long nanos = monotonic.nanos();
        RunningTime known =
                before == null ? RunningTime.from(stored, nanos) : before.time().following(stored, nanos);
        RunningTime time = known.raisedTo(release.time().orElse(null), nanos);
        HighWaterMarks marks = stored.marks().seen(time.at(nanos));
        return new Known(derive(stored.with(marks)), time);
    }

    private Snapshot rederive(Known present, Instant now) {
        StoredInstallation stored = present.snapshot().stored();
        Snapshot derived = new Snapshot(stored, now, rules.at(now, stored.license()));
        known.compareAndSet(present, new Known(derived, present.time()));
        return derived;
    }
}
