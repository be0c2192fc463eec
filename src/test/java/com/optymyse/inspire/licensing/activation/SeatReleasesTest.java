package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.audit.Caller;
import com.optymyse.inspire.licensing.certificate.TestVendor;
import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.Held;
import com.optymyse.inspire.licensing.installation.KnownLicense.Judgement;
import com.optymyse.inspire.licensing.installation.Lease;
import com.optymyse.inspire.licensing.installation.Purpose;
import com.optymyse.inspire.licensing.installation.SeatRelease;
import com.optymyse.inspire.licensing.installation.Snapshot;
import com.optymyse.inspire.licensing.installation.StoredInstallation;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.Deadline;
import com.optymyse.inspire.licensing.licensingserver.LicensingServer;
import com.optymyse.inspire.licensing.licensingserver.MachineDeletion;
import com.optymyse.inspire.licensing.testing.InMemoryInstallationStore;
import com.optymyse.inspire.licensing.testing.LogRecorder;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeatReleasesTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final InMemoryInstallationStore store = new InMemoryInstallationStore();
    private final List<Integer> attemptsStoredWhenAsked = new ArrayList<>();
    private final List<SeatRelease.State> stateStoredWhenAsked = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final Clock clock = Clock.systemUTC();
    private final CurrentInstallation current = Held.current(store, clock);
    private final SeatReleases releases = releases();

    private Lease lease;
    private Runnable whenAsked = () -> {};

    @BeforeEach
    void seatQueuedByAServiceThatCrashedBeforeItAsked() {
        lease = await(store.acquire(Purpose.activate("admin"), Duration.ZERO)).orElseThrow();
        owe("machine-1", SeatRelease.State.QUEUED);
    }

    /** A crash after the question must not leave a seat that looks as if nobody had asked to delete it. */
    @Test
    void giveBackQueued_seatQueued_attemptIsStoredBeforeTheServerIsAsked() {
        giveBackQueued(Deadline.after(LONG));

        assertThat(attemptsStoredWhenAsked).containsExactly(1);
        assertThat(await(store.load()).mayBeGivenBack("machine-1")).isTrue();
    }

    @Test
    void giveBackQueued_noTimeLeft_neitherAskedNorCounted() {
        giveBackQueued(Deadline.after(Duration.ZERO));

        assertThat(attemptsStoredWhenAsked).isEmpty();
        assertThat(await(store.load()).mayBeGivenBack("machine-1")).isFalse();
    }

    /** Another activation could take that very seat while it is being deleted. */
    @Test
    void giveBackQueued_leaseMayEndBeforeTheDeletion_isNotMade() {
        store.renewNoMore();

        assertThatThrownBy(() -> giveBackQueued(Deadline.after(LONG)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.STORE_UNAVAILABLE));

        assertThat(asked).isEmpty();
    }

    /** What the server refused before it may do this time: a seat that was blocked is none to rely on once it is asked for. */
    @Test
    void giveBackAllBut_seatBlocked_isQueuedBeforeTheServerIsAsked() {
        owe("machine-2", SeatRelease.State.BLOCKED);
        assertThat(await(store.load()).mayBeGivenBack("machine-2")).isFalse();

        giveBackAllBut("machine-3", await(store.load()), Deadline.after(LONG));

        assertThat(asked).contains("machine-2");
        assertThat(stateStoredWhenAsked).containsOnly(SeatRelease.State.QUEUED);
        assertThat(await(store.load()).mayBeGivenBack("machine-2")).isTrue();
    }

    /** What is queued was asked for at its time. One that is not answered must not take the time of the others. */
    @Test
    void giveBackAllBut_several_whatIsQueuedComesLast() {
        owe("machine-2", SeatRelease.State.BLOCKED);
        owe("machine-3", SeatRelease.State.RESERVED);

        giveBackAllBut("machine-4", await(store.load()), Deadline.after(LONG));

        assertThat(asked).containsExactly("machine-2", "machine-3", "machine-1");
    }

    @Test
    void giveBackAllBut_seatTriedSinceTheOperationBegan_isLeftOut() {
        owe("machine-2", SeatRelease.State.BLOCKED);
        StoredInstallation before = await(store.load());
        giveBackQueued(Deadline.after(LONG));
        asked.clear();

        giveBackAllBut("machine-3", before, Deadline.after(LONG));

        assertThat(asked).containsExactly("machine-2");
    }

    /** Only the newer version that has begun it knows how to go on with it. */
    @Test
    void giveBackAllBut_releaseInAnUnknownState_isLeftAlone() {
        owe("machine-2", SeatRelease.State.UNKNOWN);
        owe("machine-3", SeatRelease.State.RESERVED);

        giveBackAllBut("machine-3", await(store.load()), Deadline.after(LONG));

        assertThat(asked).containsExactly("machine-1");
        assertThat(await(store.load()).releases())
                .filteredOn(release -> release.machineId().equals("machine-2"))
                .singleElement()
                .satisfies(release -> {
                    assertThat(release.state()).isEqualTo(SeatRelease.State.UNKNOWN);
                    assertThat(release.attempts()).isZero();
                });
    }

    /** It may be given back by now, so that nobody can rely on it and nobody should have to wait for its day. */
    @Test
    void giveBackAllBut_storeAwayOnceTheServerWasAsked_isDueWithinAMinute() {
        store.time(lease.takenAt());
        block("machine-1", "No answer came.");
        whenAsked = store::goAway;

        assertThatThrownBy(() -> giveBackAllBut("machine-2", await(store.load()), Deadline.after(LONG)))
                .isInstanceOf(Refusal.class);

        assertDueWithinAMinute();
    }

    @Test
    void retry_storeAwayOnceTheServerWasAsked_isDueWithinAMinute() {
        store.time(lease.takenAt());
        block("machine-1", "No answer came.");
        await(store.giveBack(lease));
        whenAsked = store::goAway;

        assertThatThrownBy(() -> await(releases.retry("machine-1", Duration.ZERO, Caller.named("admin"))))
                .isInstanceOf(Refusal.class);

        assertDueWithinAMinute();
    }

    private void assertDueWithinAMinute() {
        store.comeBack();
        assertThat(asked).containsExactly("machine-1");
        assertThat(await(store.load()).releases())
                .singleElement()
                .extracting(SeatRelease::nextAttemptAt)
                .isEqualTo(lease.takenAt().plus(Duration.ofMinutes(1)));
    }

    @Test
    void retry_blockedRelease_isAskedForAndRecordedAlsoWhenNothingIsNew() {
        block("machine-1", "No answer came.");
        await(store.giveBack(lease));

        Snapshot after = await(releases.retry("machine-1", Duration.ZERO, Caller.named("admin")));

        assertThat(asked).containsExactly("machine-1");
        assertThat(after.stored().releases()).singleElement().satisfies(release -> {
            assertThat(release.attempts()).isEqualTo(1);
            assertThat(release.lastError()).isEqualTo("No answer came.");
        });
        assertThat(store.audit()).last().satisfies(entry -> {
            assertThat(entry.by()).isEqualTo(Caller.named("admin"));
            assertThat(entry.routine()).isFalse();
        });
    }

    @Test
    void retry_releaseNotBlockedOrNotThere_refusedAndNobodyIsAsked() {
        await(store.giveBack(lease));

        assertThatThrownBy(() -> await(releases.retry("machine-1", Duration.ZERO, Caller.named("admin"))))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.RELEASE_NOT_BLOCKED));
        assertThatThrownBy(() -> await(releases.retry("machine-2", Duration.ZERO, Caller.named("admin"))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.NOT_FOUND));

        assertThat(asked).isEmpty();
    }

    /** The next good verdict of the license says that it was reinstated. */
    @Test
    void releaseDue_blockedByASuspensionThatIsOver_isTriedLongBeforeTheDayIsOver() {
        block("machine-1", "LICENSE_SUSPENDED");
        StoredInstallation stored = await(store.load());
        Instant later = lease.takenAt();
        StoredInstallation reinstated = new StoredInstallation(
                stored.id(),
                stored.fingerprint(),
                stored.version(),
                stored.revision(),
                stored.marks(),
                stored.known().judged("license-1", new Judgement(new Verdict.Good(), later, null)),
                stored.license(),
                stored.releases());
        assertThat(SeatReleases.isAnyDue(stored, later)).isFalse();
        assertThat(SeatReleases.isAnyDue(reinstated, later)).isTrue();
        store.put(reinstated);
        await(store.giveBack(lease));

        await(releases.releaseDue(Deadline.after(LONG)));

        assertThat(asked).containsExactly("machine-1");
    }

    /** It was tried an hour ago. */
    private void block(String machineId, String error) {
        SeatRelease owed = await(store.load()).releases().getFirst();
        Instant due = lease.takenAt().minus(Duration.ofHours(1)).plus(SeatRelease.LONGEST_PAUSE);
        AuditEntry entry = AuditEntry.succeeded(due, Caller.SERVICE, AuditEntry.Action.RELEASE, machineId);
        await(store.update(lease, owed.as(SeatRelease.State.BLOCKED, due, error), entry));
    }

    /** The admin's change is done, whatever comes of the seat. */
    @Test
    void giveBackAfter_errorOfOurs_isLoggedOnceAndTheChangeStands() {
        Snapshot committed = await(current.reload());
        store.breakDown();

        try (LogRecorder log = LogRecorder.start()) {
            Snapshot after =
                    await(releases.giveBackAfter(committed, lease, Deadline.after(LONG), Caller.named("admin")));

            assertThat(after).isSameAs(committed);
            assertThat(log.lines(Level.WARNING, "")).singleElement().asString().contains("an error in this service");
        }
    }

    @Test
    void giveBackAfter_storeAway_theChangeStandsAndTheStoreTellsWhy() {
        Snapshot committed = await(current.reload());
        store.goAway();

        try (LogRecorder log = LogRecorder.start()) {
            Snapshot after =
                    await(releases.giveBackAfter(committed, lease, Deadline.after(LONG), Caller.named("admin")));

            assertThat(after).isSameAs(committed);
            assertThat(log.lines(Level.WARNING, "")).isEmpty();
        }
    }

    private void owe(String machineId, SeatRelease.State state) {
        Instant now = lease.takenAt();
        await(store.reserve(
                lease,
                new SeatRelease(
                        machineId,
                        UnaskedServer.ADDRESS,
                        TestVendor.ACCOUNT,
                        "license-1",
                        TestVendor.KEY,
                        state,
                        now,
                        0,
                        now,
                        null)));
    }

    private void giveBackQueued(Deadline deadline) {
        await(releases.giveBackQueued(await(store.load()), lease, deadline));
    }

    private void giveBackAllBut(String machineId, StoredInstallation before, Deadline deadline) {
        await(releases.giveBackAllBut(machineId, before, lease, deadline));
    }

    private SeatReleases releases() {
        LicensingServer unanswering = new UnaskedServer() {
            @Override
            public Uni<CallResult<MachineDeletion>> deleteMachine(LicenseKey key, String machineId, Deadline deadline) {
                asked.add(machineId);
                SeatRelease stored = await(store.load()).releases().stream()
                        .filter(release -> release.machineId().equals(machineId))
                        .findFirst()
                        .orElseThrow();
                attemptsStoredWhenAsked.add(stored.attempts());
                stateStoredWhenAsked.add(stored.state());
                whenAsked.run();
                return Uni.createFrom().item(new CallResult.Failed<>(CallResult.Cause.UNREACHABLE, "No answer came."));
            }
        };
        LeaseKeeper keeper = new LeaseKeeper(store, () -> LONG, System::nanoTime);
        return new SeatReleases(
                store,
                current,
                unanswering,
                TestVendor.anchors(),
                new InstallationLock(store, keeper, current),
                keeper,
                new ServerPauses(store),
                clock);
    }

    private static <T> T await(Uni<T> call) {
        return call.await().atMost(LONG);
    }
}
