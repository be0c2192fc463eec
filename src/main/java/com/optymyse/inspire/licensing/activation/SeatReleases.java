package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.audit.AuditEntry.Action;
import com.optymyse.inspire.licensing.audit.AuditEntry.Outcome;
import com.optymyse.inspire.licensing.audit.Caller;
import com.optymyse.inspire.licensing.audit.OperationLine;
import com.optymyse.inspire.licensing.certificate.TrustAnchors;
import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.InstallationStore;
import com.optymyse.inspire.licensing.installation.Lease;
import com.optymyse.inspire.licensing.installation.Purpose;
import com.optymyse.inspire.licensing.installation.SeatRelease;
import com.optymyse.inspire.licensing.installation.Snapshot;
import com.optymyse.inspire.licensing.installation.StoredInstallation;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.Deadline;
import com.optymyse.inspire.licensing.licensingserver.LicensingServer;
import com.optymyse.inspire.licensing.licensingserver.MachineDeletion;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives seats back to the licensing server: those that are queued, one at a time, until the server has signed for each. */
@ApplicationScoped
public class SeatReleases {

    /** While a release is being tried nobody else tries it; a crash in between costs no more than this. */
    private static final Duration CLAIM = Duration.ofMinutes(1);

    /** Shorter than an admin waits for the lease. */
    private static final Duration LONGEST_TRY = Duration.ofSeconds(5);

    private final InstallationStore store;
    private final CurrentInstallation current;
    private final LicensingServer server;
    private final TrustAnchors trust;
    private final InstallationLock lock;
    private final LeaseKeeper keeper;
    private final ServerPauses pauses;
    private final Clock clock;

    public SeatReleases(
            InstallationStore store,
            CurrentInstallation current,
            LicensingServer server,
            TrustAnchors trust,
            InstallationLock lock,
            LeaseKeeper keeper,
            ServerPauses pauses,
            Clock clock) {
        this.store = store;
        this.current = current;
        this.server = server;
        this.trust = trust;
        this.lock = lock;
        this.keeper = keeper;
        this.pauses = pauses;
        this.clock = clock;
    }

    /**
     * Tries one release: the one that is due longest, or else one whose license was reinstated. Tries none while the
     * licensing server is busy or another operation holds the lease. So an admin waits for one attempt at most.
     */
    public Uni<Void> releaseDue(Deadline deadline) {
        return pauses.allowBackground().chain(allowed -> allowed ? releaseOneDue(deadline) : done());
    }

    private Uni<Void> releaseOneDue(Deadline deadline) {
        return lock.runIfFree(
                        Purpose.release(Caller.SERVICE.name()),
                        lease -> releaseOne(lease, deadline.atMost(LONGEST_TRY), Caller.SERVICE)
                                .chain(tried -> tried
                                        ? Uni.createFrom().item(true)
                                        : releaseReinstated(lease, deadline.atMost(LONGEST_TRY))))
                .replaceWithVoid();
    }

    private Uni<Boolean> releaseReinstated(Lease lease, Deadline deadline) {
        return store.time()
                .chain(now -> store.load()
                        .chain(stored -> stored.releases().stream()
                                .filter(release -> ReleaseRetryRules.isReinstated(release, stored.known(), now))
                                .findFirst()
                                .map(release -> tryNow(lease, release.triedAgain(), deadline)
                                        .replaceWith(true))
                                .orElseGet(() -> Uni.createFrom().item(false))));
    }

    /**
     * Whether a seat is to be tried now: it is due, or its license was reinstated after a suspension.
     *
     * @param now the time by the store's clock
     */
    public static boolean isAnyDue(StoredInstallation stored, Instant now) {
        return stored.releases().stream()
                .anyMatch(release ->
                        release.isDueAt(now) || ReleaseRetryRules.isReinstated(release, stored.known(), now));
    }

    private static Uni<Void> done() {
        return Uni.createFrom().voidItem();
    }

    /**
     * Gives up a seat that the licensing server refuses to take back, and returns the installation after it.
     *
     * @throws Refusal {@link RefusalCode#NOT_FOUND} when there is no such seat to be given back, {@link
     *     RefusalCode#RELEASE_NOT_BLOCKED} when it is still being tried, or left to a newer version
     */
    public Uni<Snapshot> dismiss(String machineId, Duration lockTimeout, Caller who) {
        return lock.run(
                Purpose.release(who.name()),
                lockTimeout,
                lease -> current.reload()
                        .map(before -> blocked(before, machineId))
                        .chain(release -> complete(lease, release, dismissed(release, who)))
                        .chain(current::reload));
    }

    /**
     * Asks once more for a seat that the licensing server has refused to take back, and returns the installation after it:
     * without the release, or with what it was refused for now.
     *
     * @throws Refusal as {@link #dismiss}, and {@link RefusalCode#LICENSING_SERVER_BUSY} when the server asked for a pause less
     *     than a minute ago
     */
    public Uni<Snapshot> retry(String machineId, Duration lockTimeout, Caller who) {
        return pauses.admitAdmin()
                .chain(() -> lock.run(
                        Purpose.release(who.name()),
                        lockTimeout,
                        lease -> current.reload()
                                .map(before -> blocked(before, machineId))
                                .chain(release -> tryAgain(lease, release, Deadline.after(LONGEST_TRY), who))
                                .chain(current::reload)));
    }

    /**
     * Tries a blocked release again. The former error is removed, because the trail and the log must show the outcome of
     * this attempt.
     */
    private Uni<Void> tryAgain(Lease lease, SeatRelease blocked, Deadline deadline, Caller who) {
        SeatRelease tried = blocked.triedAgain().as(SeatRelease.State.BLOCKED, blocked.nextAttemptAt(), null);
        return begin(lease, blocked.triedAgain(), begun(blocked)).chain(() -> release(lease, tried, deadline, who));
    }

    private static SeatRelease blocked(Snapshot before, String machineId) {
        SeatRelease wanted = before.stored().releases().stream()
                .filter(release ->
                        release.machineId().equals(machineId) && release.state() != SeatRelease.State.RESERVED)
                .findFirst()
                .orElseThrow(() -> new Refusal(RefusalCode.NOT_FOUND, "There is no pending release for this machine."));
        return switch (wanted.state()) {
            case BLOCKED -> wanted;
            case QUEUED, RESERVED ->
                throw notBlocked("The service still retries this release by itself. You can retry or dismiss only a"
                        + " release that the licensing server has refused.");
            case UNKNOWN ->
                throw notBlocked("A newer version of this service started this release, and this version does not"
                        + " handle it. Update this service to that version.");
        };
    }

    private static Refusal notBlocked(String sentence) {
        return new Refusal(RefusalCode.RELEASE_NOT_BLOCKED, sentence);
    }

    /**
     * Tries what is due, after a change that the caller has committed, and returns the state then. The change stands
     * whatever comes of this: what can't be given back now stays queued.
     */
    Uni<Snapshot> giveBackAfter(Snapshot committed, Lease lease, Deadline deadline, Caller who) {
        return BestEffort.failuresOf(
                        "Releasing seats after a change",
                        Uni.createFrom()
                                .deferred(() -> drain(lease, deadline, who))
                                .chain(current::reload))
                .onItem()
                .ifNull()
                .continueWith(committed);
    }

    /** Tries every seat that is queued, due or not: one of them may be what stands in the way of a new one. */
    Uni<Void> giveBackQueued(StoredInstallation stored, Lease lease, Deadline deadline) {
        return Multi.createFrom()
                .iterable(stored.releases())
                .filter(SeatRelease::isToBeTried)
                .onItem()
                .transformToUniAndConcatenate(release -> tryNow(lease, release.triedAgain(), deadline))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /**
     * Tries to release every seat but this one, in any state: the caller holds the lease, so no other operation runs. Tells
     * whether one was given back.
     *
     * @param before what was stored when the operation began; a seat that it has tried since is left out
     */
    Uni<Boolean> giveBackAllBut(String machineId, StoredInstallation before, Lease lease, Deadline deadline) {
        return store.load()
                .chain(present -> Multi.createFrom()
                        .iterable(ReleaseRetryRules.inTheWay(machineId, before, present))
                        .onItem()
                        .transformToUniAndConcatenate(release -> tryNow(lease, release.triedAgain(), deadline))
                        .collect()
                        .last()
                        .chain(store::load)
                        .map(after ->
                                after.releases().size() < present.releases().size()));
    }

    /**
     * Gives back a seat that the operation under way has reserved and taken; nothing where it has not. What can't be done
     * now stays to be done, and the operation ends as it would.
     */
    Uni<Void> giveBackReserved(Lease lease, @Nullable String machineId, Deadline deadline) {
        return BestEffort.failuresOf(
                "Releasing a seat that was not used",
                store.load()
                        .chain(stored -> reserved(stored, machineId)
                                .map(seat -> tryNow(lease, seat.triedAgain(), deadline))
                                .orElseGet(SeatReleases::done)));
    }

    private static Optional<SeatRelease> reserved(StoredInstallation stored, @Nullable String machineId) {
        return stored.releases().stream()
                .filter(seat -> seat.state() == SeatRelease.State.RESERVED
                        && seat.machineId().equals(machineId))
                .findFirst()
                .map(seat -> seat.as(SeatRelease.State.QUEUED, seat.since(), null));
    }

    private Uni<Void> tryNow(Lease lease, SeatRelease tried, Deadline deadline) {
        return deadline.isOver()
                ? done()
                : begin(lease, tried, begun(tried)).chain(() -> release(lease, tried, deadline, Caller.SERVICE));
    }

    /**
     * Stores that the server is asked, before it is asked: it may still act after a crash of this service. The seat is then
     * due again soon, and not at the time that was planned before.
     */
    private Uni<Void> begin(Lease lease, SeatRelease tried, AuditEntry begun) {
        return store.time()
                .chain(now -> store.update(lease, tried.as(tried.state(), now.plus(CLAIM), tried.lastError()), begun));
    }

    private Uni<Void> drain(Lease lease, Deadline deadline, Caller who) {
        if (deadline.isOver()) {
            return done();
        }
        return releaseOne(lease, deadline, who).chain(tried -> tried ? drain(lease, deadline, who) : done());
    }

    private Uni<Boolean> releaseOne(Lease lease, Deadline deadline, Caller who) {
        return store.claimRelease(lease, CLAIM)
                .chain(claimed -> claimed.map(release ->
                                release(lease, release, deadline, who).replaceWith(true))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Void> release(Lease lease, SeatRelease release, Deadline deadline, Caller who) {
        if (isElsewhere(release)) {
            return store.time()
                    .map(now -> ReleaseRetryRules.elsewhere(release, now))
                    .chain(kept -> settle(lease, release, Optional.of(kept), ReleaseRetryRules.facts(kept), who));
        }
        return delete(lease, release, deadline)
                .chain(result -> store.time()
                        .map(now -> ReleaseRetryRules.after(release, result, now))
                        .chain(kept -> settle(lease, release, kept, ReleaseRetryRules.facts(result), who)));
    }

    /** A busy server is not asked for one seat after the other. */
    private Uni<CallResult<MachineDeletion>> delete(Lease lease, SeatRelease release, Deadline deadline) {
        return pauses.<MachineDeletion>insteadOfAsking()
                .chain(busy -> busy.map(result -> Uni.createFrom().item(result))
                        .orElseGet(() -> keeper.within(
                                lease,
                                deadline,
                                time -> server.deleteMachine(release.key(), release.machineId(), time))));
    }

    private boolean isElsewhere(SeatRelease release) {
        return ReleaseRetryRules.isElsewhere(release, server.address(), trust.account());
    }

    private Uni<Void> settle(
            Lease lease, SeatRelease tried, Optional<SeatRelease> kept, Map<String, Object> why, Caller who) {
        kept.filter(release -> isNews(release, tried))
                .ifPresent(release ->
                        Log.warnf("Seat %s is not released yet: %s", release.machineId(), release.lastError()));
        return kept.map(release -> update(lease, release, stillOwed(release, tried, why, who)))
                .orElseGet(() -> complete(lease, tried, givenBack(tried, who)));
    }

    private Uni<Void> update(Lease lease, SeatRelease release, AuditEntry entry) {
        return store.update(lease, release, entry).invoke(() -> log(release, entry));
    }

    private Uni<Void> complete(Lease lease, SeatRelease release, AuditEntry entry) {
        return store.complete(lease, release, entry).invoke(() -> log(release, entry));
    }

    /** Logs the outcome. A routine outcome was logged when it occurred for the first time. */
    private void log(SeatRelease release, AuditEntry entry) {
        if (!entry.routine()) {
            new OperationLine(entry, current.revision(), release.machineId()).write();
        }
    }

    private static boolean isNews(SeatRelease release, SeatRelease tried) {
        return !Objects.equals(release.lastError(), tried.lastError());
    }

    /** The entry for an attempt that begins. It is routine, because only the outcome is recorded. */
    private AuditEntry begun(SeatRelease seat) {
        return AuditEntry.succeeded(
                        clock.instant(),
                        Caller.SERVICE,
                        Action.RELEASE,
                        "The seat " + seat.machineId() + " is being released.")
                .asRoutine();
    }

    private AuditEntry givenBack(SeatRelease seat, Caller who) {
        return AuditEntry.succeeded(
                        clock.instant(), who, Action.RELEASE, "The seat " + seat.machineId() + " was released.")
                .about(seat.key())
                .with(Map.of("seat", seat.machineId()));
    }

    private AuditEntry dismissed(SeatRelease seat, Caller who) {
        String detail = "The service stopped releasing the seat " + seat.machineId()
                + ". It may still be taken at the licensing server (" + seat.lastError() + ").";
        return AuditEntry.succeeded(clock.instant(), who, Action.DISMISS_RELEASE, detail)
                .about(seat.key())
                .with(facts(seat, ReleaseRetryRules.facts(seat)));
    }

    private AuditEntry stillOwed(SeatRelease release, SeatRelease tried, Map<String, Object> why, Caller who) {
        AuditEntry entry = AuditEntry.of(
                        clock.instant(),
                        who,
                        Action.RELEASE,
                        release.state() == SeatRelease.State.BLOCKED ? Outcome.REFUSED : Outcome.FAILED,
                        "The seat " + release.machineId() + " is not released yet: " + release.lastError())
                .about(release.key())
                .with(facts(release, why));
        return isNews(release, tried) ? entry : entry.asRoutine();
    }

    private static Map<String, Object> facts(SeatRelease seat, Map<String, Object> why) {
        Map<String, Object> facts = new HashMap<>(why);
        facts.put("seat", seat.machineId());
        return facts;
    }
}
