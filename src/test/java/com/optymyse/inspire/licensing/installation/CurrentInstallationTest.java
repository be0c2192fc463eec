package com.optymyse.inspire.licensing.installation;

import static com.optymyse.inspire.licensing.installation.Held.T;
import static com.optymyse.inspire.licensing.installation.Held.file;
import static com.optymyse.inspire.licensing.installation.Held.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.audit.Caller;
import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.certificate.TestVendor;
import com.optymyse.inspire.licensing.license.LicensingProblem;
import com.optymyse.inspire.licensing.license.ProblemCode;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.license.Standing;
import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.testing.InMemoryInstallationStore;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CurrentInstallationTest {

    private static final AuditEntry AUDIT =
            AuditEntry.succeeded(T, Caller.named("admin"), AuditEntry.Action.ACTIVATE, "A license was activated.");

    private final InMemoryInstallationStore store = new InMemoryInstallationStore();
    private final HeldLicense held = Held.online(file("", 0).certificate(), new Verdict.Good());
    private final LicenseState.Held license = Held.state(held);

    private Instant now = T;
    private long nanos;
    private @Nullable Instant release;
    private @Nullable String fingerprint;

    @Test
    void now_beforeTheFirstRead_starting() {
        CurrentInstallation current = current(store);

        assertThat(catchThrowableOfType(Refusal.class, current::now).code()).isEqualTo(RefusalCode.STARTING);
        assertThat(current.isLoaded()).isFalse();
    }

    @Test
    void reload_storeAway_whatWasKnownStays() {
        CurrentInstallation current = licensed();
        store.goAway();

        assertThat(catchThrowableOfType(
                                Refusal.class, () -> current.reload().await().indefinitely())
                        .code())
                .isEqualTo(RefusalCode.STORE_UNAVAILABLE);

        assertThat(current.now().licensing().standing()).isEqualTo(Standing.LICENSED);
    }

    @Test
    void now_timeBringsAChange_shownAtItsInstantWithoutTheStore() {
        CurrentInstallation current = licensed();
        store.goAway();

        now = hours(48).minusNanos(1);
        assertThat(current.now().licensing().standing()).isEqualTo(Standing.LICENSED);
        now = hours(48);
        assertThat(current.now().licensing().standing()).isEqualTo(Standing.GRACE);
    }

    @Test
    void now_clockSetBack_marksCount() {
        CurrentInstallation current = current(store);
        store.put(new StoredInstallation(
                Held.INSTALLATION,
                TestVendor.FINGERPRINT,
                1,
                1,
                new HighWaterMarks(hours(49), null),
                KnownLicenses.NONE,
                license,
                List.of()));
        current.reload().await().indefinitely();

        now = T;

        assertThat(current.effectiveTime()).isEqualTo(hours(49));
        assertThat(current.now().licensing().standing()).isEqualTo(Standing.GRACE);
    }

    /** An emptied database on a host whose clock was set back: the release at least is known to be made by then. */
    @Test
    void effectiveTime_clockBeforeTheRelease_noEarlierThanIt() {
        release = hours(49);
        CurrentInstallation current = licensed();

        assertThat(current.effectiveTime()).isEqualTo(hours(49));
        assertThat(current.certainTime()).contains(hours(49));
        assertThat(current.now().licensing().standing()).isEqualTo(Standing.GRACE);
        assertThat(current.problems()).extracting(LicensingProblem::code).contains(ProblemCode.HOST_CLOCK_BEHIND);
    }

    @Test
    void effectiveTime_freshSignatureBeforeTheRelease_noEarlierThanTheRelease() {
        release = hours(49);
        CurrentInstallation current = licensed();
        StoredInstallation before = current.now().stored();
        Change answered = new Change(
                before, null, license, before.marks().afterFreshResponse(hours(1)), before.known(), List.of(), AUDIT);

        assertThat(current.foresee(answered).licensing().standing()).isEqualTo(Standing.GRACE);
        current.commit(answered).await().indefinitely();

        assertThat(current.effectiveTime()).isEqualTo(hours(49));
    }

    @Test
    void problems_clocksComparedLongAgo_nothingIsSaidOfThem() {
        CurrentInstallation current = licensed();
        current.compared(T, T.plus(Duration.ofMinutes(6)));

        nanos = Duration.ofMinutes(1).toNanos();
        assertThat(current.problems()).extracting(LicensingProblem::code).contains(ProblemCode.DATABASE_CLOCK_DIFFERS);

        nanos++;
        assertThat(current.problems())
                .extracting(LicensingProblem::code)
                .doesNotContain(ProblemCode.DATABASE_CLOCK_DIFFERS);
    }

    @Test
    void problems_timeStoredOverAMinuteAgo_told() {
        assertThat(aMinuteLaterAndReadAgain(with(new HighWaterMarks(T, T), license)))
                .containsExactly(ProblemCode.TIME_NOT_STORED);
    }

    /** Nothing is wrong with PostgreSQL: what was edited by hand is not sealed anew. */
    @Test
    void problems_timeStoredOverAMinuteAgoAndMarksEdited_onlyThatIsTold() {
        assertThat(aMinuteLaterAndReadAgain(with(new HighWaterMarks(T, T).edited(), new LicenseState.None())))
                .containsExactly(ProblemCode.KNOWN_TIME_EDITED);
    }

    @Test
    void problems_timeStoredOverAMinuteAgoAndLicenseUnreadable_notToldByTime() {
        assertThat(aMinuteLaterAndReadAgain(with(new HighWaterMarks(T, T), new LicenseState.Unreadable())))
                .isEmpty();
    }

    private static StoredInstallation anotherInstallation() {
        return Held.stored(UUID.randomUUID(), new LicenseState.None());
    }

    private List<ProblemCode> aMinuteLaterAndReadAgain(StoredInstallation stored) {
        store.put(stored);
        CurrentInstallation current = current(store);
        current.reload().await().indefinitely();
        nanos = Duration.ofSeconds(61).toNanos();
        current.reload().await().indefinitely();
        return current.problems().stream().map(LicensingProblem::code).toList();
    }

    private static StoredInstallation with(HighWaterMarks marks, LicenseState license) {
        return state(1, license).with(marks);
    }

    @Test
    void now_nothingChanges_sameSnapshot() {
        CurrentInstallation current = licensed();

        assertThat(current.now()).isSameAs(current.now());
    }

    @Test
    void commit_visibleChange_revisionRisesAndIsShownAtOnce() {
        CurrentInstallation current = licensed();
        StoredInstallation before = current.now().stored();

        commit(current, before, new LicenseState.None());

        assertThat(current.now().licensing().standing()).isEqualTo(Standing.UNLICENSED);
        assertThat(current.now().stored().revision()).isEqualTo(before.revision() + 1);
    }

    @Test
    void commit_nothingVisible_revisionStays() {
        CurrentInstallation current = licensed();
        StoredInstallation before = current.now().stored();

        commit(current, before, license.with(held.judged(new Verdict.Good(), T.plusSeconds(1), held.attempts())));

        assertThat(current.now().stored().revision()).isEqualTo(before.revision());
        assertThat(current.now().stored().version()).isEqualTo(before.version() + 1);
    }

    /** The admin who activates again after the fingerprint was configured is told that it was done. */
    @Test
    void commit_sameLookUnderAnotherFingerprint_revisionRises() {
        fingerprint = "another-fingerprint";
        CurrentInstallation current = licensed();
        StoredInstallation before = current.now().stored();
        Certificate certificate = Held.certificates()
                .verify(file("", 0).forKey(TestVendor.KEY, fingerprint).text(), TestVendor.KEY, fingerprint);
        LicenseState next = new LicenseState.Proven(Held.online(certificate, new Verdict.Good()), certificate);

        commit(current, current.toActivate(before), next);

        assertThat(current.now().stored().fingerprint()).isEqualTo(fingerprint);
        assertThat(current.now().licensing().standing()).isEqualTo(Standing.LICENSED);
        assertThat(current.now().stored().revision()).isEqualTo(before.revision() + 1);
    }

    @Test
    void reload_slowReadOfAnOlderState_doesNotUndoTheNewer() {
        SlowStore slow = new SlowStore();
        CurrentInstallation current = current(slow);
        current.reload().subscribe().with(snapshot -> {});
        current.reload().subscribe().with(snapshot -> {});

        slow.answer(1, state(2, license));
        slow.answer(0, state(1, new LicenseState.None()));

        assertThat(current.now().stored().version()).isEqualTo(2);
    }

    @Test
    void reload_laterReadOfALowerVersion_countsAsADatabasePutBack() {
        SlowStore slow = new SlowStore();
        CurrentInstallation current = current(slow);
        current.reload().subscribe().with(snapshot -> {});
        slow.answer(0, state(7, license));

        current.reload().subscribe().with(snapshot -> {});
        slow.answer(1, state(3, new LicenseState.None()));

        assertThat(current.now().stored().version()).isEqualTo(3);
        assertThat(current.problems()).extracting(LicensingProblem::code).contains(ProblemCode.STATE_ROLLED_BACK);
    }

    /** It may be behind the server that is to be written to. */
    @Test
    void reload_olderStateOfAServerThatOnlyReads_isNoRollback() {
        SlowStore slow = new SlowStore();
        CurrentInstallation current = current(slow);
        current.reload().subscribe().with(snapshot -> {});
        slow.answer(0, state(7, license));

        current.reload().subscribe().with(snapshot -> {});
        slow.answerFromStandby(1, state(3, license));
        assertThat(current.problems()).extracting(LicensingProblem::code).doesNotContain(ProblemCode.STATE_ROLLED_BACK);

        // It has become the primary, and lacks what was committed last.
        current.reload().subscribe().with(snapshot -> {});
        slow.answer(2, state(3, license));
        assertThat(current.problems()).extracting(LicensingProblem::code).contains(ProblemCode.STATE_ROLLED_BACK);
    }

    @Test
    void reload_slowReadOfAnEarlierEntryOfTheTrail_isNoRollback() {
        SlowStore slow = new SlowStore();
        CurrentInstallation current = current(slow);
        current.reload().subscribe().with(snapshot -> {});
        current.reload().subscribe().with(snapshot -> {});

        slow.answer(0, state(2, license).atEntry(9));
        slow.answer(1, state(2, license).atEntry(8));

        assertThat(current.now().stored().trail()).isEqualTo(9);
        assertThat(current.problems()).extracting(LicensingProblem::code).doesNotContain(ProblemCode.STATE_ROLLED_BACK);
    }

    /** The primary's answer was on its way while a standby that is behind was asked. */
    @Test
    void reload_slowReadOfThePrimaryAfterOneOfAStandby_isNoRollback() {
        SlowStore slow = new SlowStore();
        CurrentInstallation current = current(slow);
        current.reload().subscribe().with(snapshot -> {});
        current.reload().subscribe().with(snapshot -> {});
        slow.answer(1, state(7, license));
        current.reload().subscribe().with(snapshot -> {});
        slow.answerFromStandby(2, state(5, license));

        slow.answer(0, state(6, license));

        assertThat(current.problems()).extracting(LicensingProblem::code).doesNotContain(ProblemCode.STATE_ROLLED_BACK);
    }

    @Test
    void reload_anotherInstallationAfterARollback_tellsNothingOfThat() {
        CurrentInstallation current = licensed();
        store.put(state(7, license));
        current.reload().await().indefinitely();
        store.put(state(3, license));
        current.reload().await().indefinitely();

        store.put(anotherInstallation());
        current.reload().await().indefinitely();

        assertThat(current.problems()).extracting(LicensingProblem::code).doesNotContain(ProblemCode.STATE_ROLLED_BACK);
    }

    @Test
    void reload_slowReadOfANewerState_countsThoughItStartedEarlier() {
        SlowStore slow = new SlowStore();
        CurrentInstallation current = current(slow);
        current.reload().subscribe().with(snapshot -> {});
        current.reload().subscribe().with(snapshot -> {});

        slow.answer(1, state(1, new LicenseState.None()));
        slow.answer(0, state(2, license));

        assertThat(current.now().stored().version()).isEqualTo(2);
    }

    /** The database was made anew after the slow read, which says nothing of the present one by its higher version. */
    @Test
    void reload_slowReadOfAFormerInstallation_doesNotBringItBack() {
        SlowStore slow = new SlowStore();
        CurrentInstallation current = current(slow);
        current.reload().subscribe().with(snapshot -> {});
        current.reload().subscribe().with(snapshot -> {});
        StoredInstallation anew = anotherInstallation();

        slow.answer(1, anew);
        slow.answer(0, state(7, license));

        assertThat(current.now().stored().id()).isEqualTo(anew.id());
    }

    /** However long answers take, and in whatever order they come. */
    @Test
    void reload_anyOrderOfAnswersFromOneHistory_isNoRollback() {
        qt().withExamples(1_000)
                .forAll(lists().of(integers().between(0, 599)).ofSizeBetween(1, 40))
                .checkAssert(steps -> {
                    SlowReplica replica = new SlowReplica();
                    steps.forEach(replica::step);
                    assertThat(replica.tellsOfARollback()).isFalse();
                });
    }

    @Test
    void reload_anyOrderOfAnswersThenAnOlderState_isARollback() {
        qt().withExamples(300)
                .forAll(lists().of(integers().between(0, 599)).ofSizeBetween(1, 40))
                .checkAssert(steps -> {
                    SlowReplica replica = new SlowReplica();
                    steps.forEach(replica::step);
                    replica.readsThePresent();
                    replica.history.removeLast();
                    replica.readsThePresent();
                    assertThat(replica.tellsOfARollback()).isTrue();
                });
    }

    @Test
    void watch_readAndCommit_toldAfterTheStateIsShown() {
        CurrentInstallation current = licensed();
        List<Standing> seen = new ArrayList<>();
        current.watch(() -> seen.add(current.now().licensing().standing()));

        current.reload().await().indefinitely();
        commit(current, current.now().stored(), new LicenseState.None());

        assertThat(seen).containsExactly(Standing.LICENSED, Standing.UNLICENSED);
    }

    private CurrentInstallation licensed() {
        store.put(state(1, license));
        CurrentInstallation current = current(store);
        current.reload().await().indefinitely();
        return current;
    }

    private static StoredInstallation state(long version, LicenseState license) {
        return new StoredInstallation(
                Held.INSTALLATION,
                TestVendor.FINGERPRINT,
                version,
                1,
                HighWaterMarks.NONE,
                KnownLicenses.NONE,
                license,
                List.of());
    }

    private static void commit(CurrentInstallation current, StoredInstallation before, LicenseState next) {
        current.commit(new Change(before, null, next, before.marks(), before.known(), List.of(), AUDIT))
                .await()
                .indefinitely();
    }

    private CurrentInstallation current(InstallationStore from) {
        InstantSource time = () -> now;
        Clock clock = time.withZone(ZoneOffset.UTC);
        return new CurrentInstallation(
                from,
                () -> Duration.ofDays(2),
                () -> Optional.ofNullable(fingerprint),
                clock,
                () -> nanos,
                new StartObstacle(),
                () -> Optional.ofNullable(release));
    }

    /** A replica with slow reads: a read brings a state that was current at some moment after the read began. */
    private final class SlowReplica {

        private final List<StoredInstallation> history = new ArrayList<>(List.of(risen(1, 1), risen(1, 2)));
        private final SlowStore slow = new SlowStore();
        private final List<Integer> begunAt = new ArrayList<>();
        private final List<Integer> unanswered = new ArrayList<>();
        private final CurrentInstallation current = current(slow);

        private void step(int choice) {
            int size = choice / 6;
            switch (choice % 6) {
                case 0, 1 -> begin();
                case 2 -> rise(1);
                case 3 -> rise(0);
                default -> answerOne(size);
            }
        }

        private void readsThePresent() {
            begin();
            answer(unanswered.getLast(), history.size() - 1);
        }

        private void begin() {
            unanswered.add(begunAt.size());
            begunAt.add(history.size() - 1);
            current.reload().subscribe().with(snapshot -> {});
        }

        /** Each change has an entry; not each entry has a change. */
        private void rise(long versions) {
            StoredInstallation last = history.getLast();
            history.add(risen(last.version() + versions, last.trail() + 1));
        }

        private void answerOne(int size) {
            if (!unanswered.isEmpty()) {
                int read = unanswered.get(size % unanswered.size());
                int begun = begunAt.get(read);
                answer(read, begun + size % (history.size() - begun));
            }
        }

        private void answer(int read, int state) {
            unanswered.remove(Integer.valueOf(read));
            slow.answer(read, history.get(state));
        }

        private boolean tellsOfARollback() {
            return current.problems().stream().anyMatch(problem -> problem.code() == ProblemCode.STATE_ROLLED_BACK);
        }

        private StoredInstallation risen(long version, long entry) {
            return state(version, new LicenseState.None()).atEntry(entry);
        }
    }

    /** A store whose reads are answered when the test says so. */
    private static final class SlowStore implements InstallationStore {

        private final List<UniEmitter<? super StoreRead>> reads = new ArrayList<>();

        private void answer(int read, StoredInstallation state) {
            reads.get(read).complete(new StoreRead(state, true, Optional.empty()));
        }

        private void answerFromStandby(int read, StoredInstallation state) {
            reads.get(read).complete(new StoreRead(state, false, Optional.empty()));
        }

        @Override
        public Uni<StoreRead> read() {
            return Uni.createFrom().emitter(reads::add);
        }

        @Override
        public Uni<Optional<Lease>> acquire(Purpose purpose, Duration lockTimeout) {
            throw new UnsupportedOperationException("It only reads.");
        }

        @Override
        public Uni<Boolean> renew(Lease lease) {
            throw new UnsupportedOperationException("It only reads.");
        }

        @Override
        public Uni<Boolean> claimAsking(long version) {
            throw new UnsupportedOperationException("It only reads.");
        }

        @Override
        public Uni<Void> pauseServer(Duration length) {
            throw new UnsupportedOperationException("It only reads.");
        }

        @Override
        public Uni<Optional<ServerPause>> serverPause() {
            throw new UnsupportedOperationException("It only reads.");
        }

        @Override
        public Uni<Void> giveBack(Lease lease) {
            throw new UnsupportedOperationException("It only reads.");
        }

        @Override
        public Uni<Void> reserve(Lease lease, SeatRelease seat) {
            throw new UnsupportedOperationException("It only reads.");
        }

        @Override
        public Uni<Void> note(OwnCheckOut checkOut) {
            throw new UnsupportedOperationException("It only reads.");
        }

        @Override
        public Uni<Boolean> answered(OwnCheckOut answered, @Nullable Instant before, AuditEntry begins) {
            throw new UnsupportedOperationException("It only reads.");
        }

        @Override
        public Uni<Boolean> rolledBack(FoundRollback found, AuditEntry audit) {
            throw new UnsupportedOperationException("It only reads.");
        }

        @Override
        public Uni<Boolean> confirmRollback(AuditEntry audit) {
            throw new UnsupportedOperationException("It only reads.");
        }

        @Override
        public Uni<StoredInstallation> commit(Change change, boolean visible) {
            throw new UnsupportedOperationException("It only reads.");
        }

        @Override
        public Uni<Instant> time() {
            throw new UnsupportedOperationException("It only reads.");
        }

        @Override
        public Uni<Void> see(long expectedVersion, Instant time) {
            throw new UnsupportedOperationException("It only reads.");
        }

        @Override
        public Uni<Void> challenge(long expectedVersion, Optional<ClockChallenge> challenge) {
            throw new UnsupportedOperationException("It only reads.");
        }

        @Override
        public Uni<Optional<SeatRelease>> claimRelease(Lease lease, Duration pause) {
            throw new UnsupportedOperationException("It only reads.");
        }

        @Override
        public Uni<Void> update(Lease lease, SeatRelease release, AuditEntry audit) {
            throw new UnsupportedOperationException("It only reads.");
        }

        @Override
        public Uni<Void> complete(Lease lease, SeatRelease release, AuditEntry audit) {
            throw new UnsupportedOperationException("It only reads.");
        }
    }
}
