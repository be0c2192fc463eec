package com.optymyse.inspire.licensing.testing;

import static com.optymyse.inspire.licensing.testing.StoredSamples.AUDIT;
import static com.optymyse.inspire.licensing.testing.StoredSamples.NOW;
import static com.optymyse.inspire.licensing.testing.StoredSamples.held;
import static com.optymyse.inspire.licensing.testing.StoredSamples.offline;
import static com.optymyse.inspire.licensing.testing.StoredSamples.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optymyse.inspire.licensing.installation.Anomalies;
import com.optymyse.inspire.licensing.installation.Change;
import com.optymyse.inspire.licensing.installation.ClockChallenge;
import com.optymyse.inspire.licensing.installation.FoundRollback;
import com.optymyse.inspire.licensing.installation.Held;
import com.optymyse.inspire.licensing.installation.HeldLease;
import com.optymyse.inspire.licensing.installation.HeldLicense;
import com.optymyse.inspire.licensing.installation.HeldLicense.Attempts;
import com.optymyse.inspire.licensing.installation.HighWaterMarks;
import com.optymyse.inspire.licensing.installation.InstallationStore;
import com.optymyse.inspire.licensing.installation.KnownLicenses;
import com.optymyse.inspire.licensing.installation.Lease;
import com.optymyse.inspire.licensing.installation.LicenseState;
import com.optymyse.inspire.licensing.installation.OtherCheckOut;
import com.optymyse.inspire.licensing.installation.OwnCheckOut;
import com.optymyse.inspire.licensing.installation.Purpose;
import com.optymyse.inspire.licensing.installation.Rollback;
import com.optymyse.inspire.licensing.installation.SeatRelease;
import com.optymyse.inspire.licensing.installation.StateHeight;
import com.optymyse.inspire.licensing.installation.StoreRead;
import com.optymyse.inspire.licensing.installation.StoredInstallation;
import com.optymyse.inspire.licensing.installation.UnderWay;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.license.Verdict;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every store of the installation keeps to; run by the adapter and by the fake. Each test begins with an empty store. */
public abstract class InstallationStoreContract {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** The store under test. */
    protected abstract InstallationStore store();

    /** Ends the lease that is held now, as if its time were over. */
    protected abstract void expireLease();

    @Test
    void load_firstTime_createsTheInstallation() {
        StoredInstallation created = await(store().load());

        assertThat(created.fingerprint()).isEqualTo(created.id().toString());
        assertThat(created.version()).isZero();
        assertThat(created.revision()).isZero();
        assertThat(created.marks()).isEqualTo(HighWaterMarks.NONE);
        assertThat(created.known()).isEqualTo(KnownLicenses.NONE);
        assertThat(created.license()).isEqualTo(new LicenseState.None());
        assertThat(created.releases()).isEmpty();
    }

    @Test
    void load_again_isTheSame() {
        StoredInstallation created = await(store().load());

        assertThat(await(store().load())).isEqualTo(created);
    }

    @Test
    void acquire_taken_isEmpty() {
        acquire();

        Optional<Lease> second = await(store().acquire(Purpose.activate("admin"), Duration.ZERO));

        assertThat(second).isEmpty();
    }

    @Test
    void acquire_givenBack_isFree() {
        Lease first = acquire();

        await(store().giveBack(first));

        assertThat(acquire()).isNotEqualTo(first);
    }

    @Test
    void acquire_expired_isFree() {
        Lease first = acquire();

        expireLease();

        assertThat(acquire()).isNotEqualTo(first);
    }

    @Test
    void acquire_givenBackWhileWaiting_isTaken() {
        Lease first = acquire();
        CompletableFuture<Optional<Lease>> second =
                store().acquire(Purpose.activate("admin"), LONGEST).subscribe().asCompletionStage();

        await(store().giveBack(first));

        assertThat(second.join()).isPresent();
    }

    @Test
    void renew_held_isHeldStill() {
        Lease lease = acquire();

        assertThat(await(store().renew(lease))).isTrue();

        assertThat(await(store().acquire(Purpose.activate("admin"), Duration.ZERO)))
                .isEmpty();
    }

    @Test
    void renew_expiredOrGivenBack_isRefusedAndTakesNothing() {
        Lease expired = acquire();
        expireLease();

        assertThat(await(store().renew(expired))).isFalse();

        Lease given = acquire();
        await(store().giveBack(given));
        assertThat(await(store().renew(given))).isFalse();
        acquire();
    }

    @Test
    void renew_leaseOfAnother_isRefused() {
        Lease lost = acquire();
        expireLease();
        acquire();

        assertThat(await(store().renew(lost))).isFalse();
    }

    @Test
    void read_leaseHeld_tellsWhatForSinceWhenAndForWhom() {
        StoredInstallation before = await(store().load());
        Lease lease =
                await(store().acquire(Purpose.deactivate("Ada"), Duration.ZERO)).orElseThrow();

        StoreRead reading = await(store().read());

        HeldLease held = reading.lease().orElseThrow();
        assertThat(held.token()).isEqualTo(lease.token());
        assertThat(held.operation()).isEqualTo(new UnderWay(UnderWay.Action.DEACTIVATE, lease.takenAt(), "Ada"));
        assertThat(held.until()).isAfter(lease.takenAt());
        assertThat(held.left()).isPositive();
        assertThat(reading.stored()).isEqualTo(before);
    }

    @Test
    void read_leaseOfTheServiceItself_tellsNobody() {
        await(store().acquire(Purpose.release(null), Duration.ZERO));

        assertThat(await(store().read()).lease().orElseThrow().operation().by()).isNull();
    }

    @Test
    void read_leaseExpiredOrGivenBack_tellsNone() {
        acquire();
        expireLease();
        assertThat(await(store().read()).lease()).isEmpty();

        await(store().giveBack(acquire()));
        assertThat(await(store().read()).lease()).isEmpty();
    }

    @Test
    void giveBack_leaseLost_leavesItToItsHolder() {
        Lease lost = acquire();
        expireLease();
        Lease held = acquire();

        await(store().giveBack(lost));

        assertThat(await(store().acquire(Purpose.activate("admin"), Duration.ZERO)))
                .isEmpty();
        await(store().giveBack(held));
    }

    @Test
    void claimAsking_severalTimes_onceForEachVersion() {
        long version = await(store().load()).version();

        assertThat(await(store().claimAsking(version + 1))).isFalse();
        assertThat(await(store().claimAsking(version))).isTrue();
        assertThat(await(store().claimAsking(version))).isFalse();

        StoredInstallation after = await(store().commit(commit(null, held("machine-1")), true));
        assertThat(await(store().claimAsking(version))).isFalse();
        assertThat(await(store().claimAsking(after.version()))).isTrue();
    }

    @Test
    void serverPause_neverAskedFor_isNone() {
        await(store().load());

        assertThat(await(store().serverPause())).isEmpty();
    }

    @Test
    void pauseServer_anHour_isToldFromItsBeginning() {
        StoredInstallation before = await(store().load());

        await(store().pauseServer(Duration.ofHours(1)));

        assertThat(await(store().serverPause())).hasValueSatisfying(pause -> {
            assertThat(pause.length()).isBetween(Duration.ofMillis(3_599_990), Duration.ofHours(1));
            assertThat(pause.left()).isPositive();
        });
        assertThat(await(store().load())).isEqualTo(before);
    }

    @Test
    void pauseServer_again_theLastWordCounts() {
        await(store().load());
        await(store().pauseServer(Duration.ofHours(1)));

        await(store().pauseServer(Duration.ofMinutes(30)));

        assertThat(await(store().serverPause()))
                .hasValueSatisfying(pause -> assertThat(pause.length()).isLessThanOrEqualTo(Duration.ofMinutes(30)));
    }

    @Test
    void serverPause_over_isNone() {
        await(store().load());

        await(store().pauseServer(Duration.ZERO));

        assertThat(await(store().serverPause())).isEmpty();
    }

    @Test
    void commit_underLease_appliesAllOfIt() {
        StoredInstallation before = await(store().load());
        HighWaterMarks marks = new HighWaterMarks(
                NOW.minusSeconds(2), NOW, NOW.minusSeconds(3), new ClockChallenge("ABCDEFGHJKLMNPQR", NOW), true);
        KnownLicenses known = StoredSamples.KNOWN;
        SeatRelease queued = release("old-machine", SeatRelease.State.QUEUED, NOW);
        Change commit = new Change(
                named(before, "renamed"),
                acquire(),
                Held.state(held("machine-1")),
                marks,
                known,
                List.of(queued),
                AUDIT);

        StoredInstallation after = await(store().commit(commit, true));

        assertThat(after)
                .isEqualTo(new StoredInstallation(
                                before.id(),
                                "renamed",
                                before.version() + 1,
                                before.revision() + 1,
                                marks,
                                known,
                                Held.state(held("machine-1")),
                                List.of(queued))
                        .atEntry(before.trail() + 1));
        assertThat(await(store().load())).isEqualTo(after);
    }

    @Test
    void commit_invisible_keepsTheRevision() {
        StoredInstallation before = await(store().load());

        StoredInstallation after = await(store().commit(
                        new Change(
                                before,
                                null,
                                new LicenseState.None(),
                                HighWaterMarks.NONE,
                                KnownLicenses.NONE,
                                List.of(),
                                AUDIT),
                        false));

        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.revision()).isEqualTo(before.revision());
    }

    @Test
    void answered_afterACheckOutOfOnesOwn_findsNothing() {
        StoredInstallation before = await(store().load());
        checkOut("machine-1", NOW, null);

        assertThat(checkOut("machine-1", NOW.plusSeconds(3600), NOW.plusMillis(40)))
                .isFalse();

        assertThat(await(store().load())).isEqualTo(before);
    }

    @Test
    void answered_afterOneWhoseAnswerNeverCame_findsNothing() {
        StoredInstallation before = await(store().load());
        await(store().note(OwnCheckOut.about(null, NOW)));

        checkOut("machine-1", NOW.plusSeconds(3600), NOW.plusSeconds(5));

        assertThat(await(store().load())).isEqualTo(before);
    }

    @Test
    void answered_afterOthersOnThreeDays_beginsOnceAndIsKnownWithoutAChange() {
        StoredInstallation before = await(store().load());
        Duration day = Duration.ofDays(1);

        List<Boolean> begins = Stream.of(0, 1, 1, 2, 3)
                .map(days -> NOW.plus(day.multipliedBy(days)))
                .map(at -> checkOut("machine-1", at.plusSeconds(3600), at))
                .toList();

        assertThat(begins).containsExactly(false, false, false, true, false);
        assertThat(await(store().load()))
                .isEqualTo(before.atEntry(before.trail() + 1)
                        .with(new Anomalies(
                                Stream.of(0, 1, 2, 3)
                                        .map(days -> new OtherCheckOut("machine-1", NOW.plus(day.multipliedBy(days))))
                                        .toList(),
                                before.anomalies().rollback())));
    }

    /** The last one of a day stays, whichever is told first. */
    @Test
    void answered_othersOfOneDay_lastIsKnown() {
        await(store().load());
        checkOut("machine-1", NOW.plusSeconds(7300), NOW.plusSeconds(60));
        checkOut("machine-1", NOW.plusSeconds(7200), NOW);
        checkOut("machine-2", NOW.plusSeconds(7200), NOW);

        assertThat(await(store().load()).anomalies().others())
                .containsExactly(
                        new OtherCheckOut("machine-2", NOW), new OtherCheckOut("machine-1", NOW.plusSeconds(60)));
    }

    @Test
    void note_ninetyDaysAfterOthers_areForgotten() {
        await(store().load());
        checkOut("machine-1", NOW.plusSeconds(3600), NOW);

        await(store().note(OwnCheckOut.about(null, NOW.plus(OwnCheckOut.KEPT))));
        assertThat(await(store().load()).anomalies().others()).hasSize(1);
        await(store().note(OwnCheckOut.about(null, NOW.plus(OwnCheckOut.KEPT).plusSeconds(1))));

        assertThat(await(store().load()).anomalies()).isEqualTo(Anomalies.NONE);
    }

    /** It is still an own one, as long as it is kept. */
    @Test
    void note_ninetyDaysAfterAnOwnOne_isForgotten() {
        await(store().load());
        checkOut("machine-1", NOW, null);

        await(store().note(OwnCheckOut.about(null, NOW.minusSeconds(1).plus(OwnCheckOut.KEPT))));
        checkOut("machine-1", NOW.plusSeconds(3600), NOW.plusSeconds(1));
        assertThat(await(store().load()).anomalies()).isEqualTo(Anomalies.NONE);
        await(store().note(OwnCheckOut.about(null, NOW.plus(OwnCheckOut.KEPT))));
        checkOut("machine-1", NOW.plusSeconds(3600), NOW.plusSeconds(1));

        assertThat(await(store().load()).anomalies().others())
                .containsExactly(new OtherCheckOut("machine-1", NOW.plusSeconds(1)));
    }

    @Test
    void rolledBack_found_knownWithoutAChangeUntilItIsConfirmed() {
        StoredInstallation before = await(store().load());
        Rollback rollback =
                new Rollback(NOW, new StateHeight(9, 8, NOW), new StateHeight(7, 6, NOW.minusSeconds(1)), false);

        assertThat(await(store().rolledBack(new FoundRollback(rollback, null), AUDIT)))
                .isTrue();
        assertThat(await(store().load()))
                .isEqualTo(before.atEntry(before.trail() + 1)
                        .with(before.anomalies().with(rollback)));

        assertThat(await(store().confirmRollback(AUDIT))).isTrue();
        assertThat(await(store().load()))
                .isEqualTo(before.atEntry(before.trail() + 2)
                        .with(before.anomalies().with(rollback.confirmedByAnAdmin())));
    }

    @Test
    void rolledBack_storedByAnotherReplica_isNotAgain() {
        await(store().load());
        Rollback rollback = new Rollback(NOW, new StateHeight(9, 8, null), new StateHeight(7, 6, null), false);
        Rollback later =
                new Rollback(NOW.plusSeconds(1), new StateHeight(9, 8, null), new StateHeight(7, 6, null), false);
        await(store().rolledBack(new FoundRollback(rollback, null), AUDIT));

        assertThat(await(store().rolledBack(new FoundRollback(later, null), AUDIT)))
                .isFalse();
        assertThat(await(store().load()).anomalies().rollback()).isEqualTo(rollback);

        assertThat(await(store().rolledBack(new FoundRollback(later, rollback), AUDIT)))
                .isTrue();
        assertThat(await(store().load()).anomalies().rollback()).isEqualTo(later);
    }

    @Test
    void confirmRollback_noneOrConfirmed_isNothing() {
        await(store().load());
        Rollback rollback = new Rollback(NOW, new StateHeight(9, 8, null), new StateHeight(7, 6, null), false);

        assertThat(await(store().confirmRollback(AUDIT))).isFalse();
        await(store().rolledBack(new FoundRollback(rollback, null), AUDIT));
        await(store().confirmRollback(AUDIT));

        assertThat(await(store().confirmRollback(AUDIT))).isFalse();
    }

    /** An own check-out, sent a second before its file was issued. */
    private boolean checkOut(String machine, Instant issued, @Nullable Instant before) {
        OwnCheckOut asked = OwnCheckOut.about(machine, issued.minusSeconds(1));
        await(store().note(asked));
        return await(store().answered(asked.answered(machine, issued), before, AUDIT));
    }

    static List<HeldLicense> licenses() {
        HeldLicense online = held("machine-1");
        Instant later = NOW.plusSeconds(3600);
        return List.of(
                online,
                online.judged(new Verdict.Suspended(), later, new Attempts(later, "suspended", 0, later)),
                online.judged(new Verdict.Banned(), later, online.attempts()),
                online.judged(new Verdict.Unknown(), later, online.attempts()),
                online.judged(new Verdict.SeatRemoved(), later, online.attempts()),
                online.judged(
                        new Verdict.Refused("OVERDUE"),
                        later,
                        new Attempts(later, "OVERDUE", 0, later, "NAME_TOO_LONG")),
                online.attempted(new Attempts(later, "licensing-server-unreachable", 7, later.plusSeconds(60))),
                offline("machine-1"),
                offline("machine-1").asOlder(true),
                offline(null));
    }

    @ParameterizedTest
    @MethodSource("licenses")
    void commit_license_isReadAsWritten(HeldLicense license) {
        StoredInstallation after = await(store().commit(commit(null, license), true));

        assertThat(after.license().held()).isEqualTo(license);
        assertThat(await(store().load()).license().held()).isEqualTo(license);
    }

    @Test
    void commit_anotherLicense_replacesIt() {
        await(store().commit(commit(null, held("machine-1")), true));

        StoredInstallation after = await(store().commit(commit(null, offline(null)), true));

        assertThat(after.license().held()).isEqualTo(offline(null));
    }

    @Test
    void commit_noLicense_removesIt() {
        await(store().commit(commit(null, held("machine-1")), true));

        StoredInstallation after = await(store().commit(commit(null, new LicenseState.None()), true));

        assertThat(after.license()).isEqualTo(new LicenseState.None());
    }

    @Test
    void commit_versionMoved_writesNothing() {
        Change late = commit(null, held("machine-1"), release("machine-2", SeatRelease.State.QUEUED, NOW));
        StoredInstallation before = await(store().commit(commit(null, offline("machine-3")), true));

        assertInProgress(() -> await(store().commit(late, true)));

        assertThat(await(store().load())).isEqualTo(before);
    }

    @Test
    void commit_leaseExpired_writesNothing() {
        Change late = commit(acquire(), held("machine-1"));
        StoredInstallation before = await(store().load());

        expireLease();

        assertInProgress(() -> await(store().commit(late, true)));
        assertThat(await(store().load())).isEqualTo(before);
    }

    @Test
    void commit_leaseHeldByAnother_writesNothing() {
        Change late = commit(acquire(), held("machine-1"));
        StoredInstallation before = await(store().load());
        expireLease();
        acquire();

        assertInProgress(() -> await(store().commit(late, true)));

        assertThat(await(store().load())).isEqualTo(before);
    }

    @Test
    void commit_withoutLeaseWhileOneIsHeld_writesNothing() {
        acquire();
        StoredInstallation before = await(store().load());

        assertInProgress(() -> await(store().commit(commit(null, held("machine-1")), true)));

        assertThat(await(store().load())).isEqualTo(before);
    }

    @Test
    void commit_withoutLeaseAfterOneExpired_applies() {
        acquire();
        expireLease();

        StoredInstallation after = await(store().commit(commit(null, held("machine-1")), true));

        assertThat(after.license().held()).isEqualTo(held("machine-1"));
    }

    @Test
    void commit_seatOnWhichALicenseIsHeld_isNotReleased() {
        Lease lease = acquire();
        SeatRelease reserved = release("machine-1", SeatRelease.State.RESERVED, NOW.plusSeconds(600));
        SeatRelease other = release("machine-2", SeatRelease.State.QUEUED, NOW);
        await(store().reserve(lease, reserved));

        StoredInstallation after =
                await(store().commit(commit(lease, held("machine-1"), with(reserved, NOW, "refused"), other), true));

        assertThat(after.releases()).containsExactly(other);
        assertThat(await(store().load()).releases()).containsExactly(other);
    }

    @Test
    void commit_seatQueuedAgain_renewsIt() {
        SeatRelease first = release("machine-1", SeatRelease.State.BLOCKED, NOW.plusSeconds(86_400));
        SeatRelease again = release("machine-1", SeatRelease.State.QUEUED, NOW.plusSeconds(5));
        await(store().commit(commit(null, new LicenseState.None(), first), true));

        StoredInstallation after = await(store().commit(commit(null, new LicenseState.None(), again), true));

        assertThat(after.releases()).containsExactly(again);
    }

    @Test
    void commit_lessOfIt_leavesTheReleasesQueuedBefore() {
        SeatRelease queued = release("machine-1", SeatRelease.State.QUEUED, NOW);
        await(store().commit(commit(null, new LicenseState.None(), queued), true));

        StoredInstallation after = await(store().commit(commit(null, held("machine-2")), true));

        assertThat(after.releases()).containsExactly(queued);
    }

    @Test
    void time_always_isTold() {
        assertThat(await(store().time())).isNotNull();
    }

    @Test
    void see_laterTime_isKeptAndChangesNothingElse() {
        StoredInstallation before = await(store().commit(commit(null, held("machine-1")), true));

        await(store().see(before.version(), NOW));

        StoredInstallation after = await(store().load());
        assertThat(after.marks()).isEqualTo(new HighWaterMarks(before.marks().signedTime(), NOW));
        assertThat(after).usingRecursiveComparison().ignoringFields("marks").isEqualTo(before);
    }

    @Test
    void see_nothingHeld_isKept() {
        StoredInstallation before = await(store().load());

        await(store().see(before.version(), NOW));

        assertThat(await(store().load()).marks()).isEqualTo(new HighWaterMarks(null, NOW));
    }

    @Test
    void see_earlierTime_changesNothing() {
        StoredInstallation before = await(store().load());
        await(store().see(before.version(), NOW));

        await(store().see(before.version(), NOW.minusSeconds(1)));

        assertThat(await(store().load()).marks().seenTime()).isEqualTo(NOW);
    }

    @Test
    void see_versionMoved_changesNothing() {
        StoredInstallation before = await(store().load());
        StoredInstallation moved = await(store().commit(commit(null, held("machine-1")), true));

        await(store().see(before.version(), NOW));

        assertThat(await(store().load())).isEqualTo(moved);
    }

    @Test
    void see_whileALeaseIsHeld_isKeptAndDoesNotDisturbItsHolder() {
        StoredInstallation before = await(store().load());
        Change decided = commit(acquire(), held("machine-1"));

        await(store().see(before.version(), NOW));

        assertThat(await(store().load()).marks().seenTime()).isEqualTo(NOW);
        StoredInstallation after = await(store().commit(decided, true));
        assertThat(after.license().held()).isEqualTo(held("machine-1"));
        assertThat(after.marks().seenTime()).isEqualTo(NOW);
    }

    @Test
    void see_beforeACommitThatWasDecidedAlready_doesNotDisturbIt() {
        Change decided = commit(null, held("machine-1"));
        await(store().see(decided.before().version(), NOW));

        StoredInstallation after = await(store().commit(decided, true));

        assertThat(after.license().held()).isEqualTo(held("machine-1"));
    }

    @Test
    void reserve_underLease_changesNeitherVersionNorRevision() {
        StoredInstallation before = await(store().load());
        SeatRelease seat = release("machine-1", SeatRelease.State.RESERVED, NOW.plusSeconds(600));

        await(store().reserve(acquire(), seat));

        StoredInstallation after = await(store().load());
        assertThat(after.releases()).containsExactly(seat);
        assertThat(after.version()).isEqualTo(before.version());
        assertThat(after.revision()).isEqualTo(before.revision());
    }

    @Test
    void reserve_leaseLost_writesNothing() {
        Lease lost = acquire();
        expireLease();

        assertInProgress(() -> await(store().reserve(lost, release("machine-1", SeatRelease.State.RESERVED, NOW))));

        assertThat(await(store().load()).releases()).isEmpty();
    }

    @Test
    void acquire_free_tellsTheStoresTime() {
        Instant before = now();

        Lease lease = acquire();

        assertThat(lease.takenAt()).isBetween(before, now());
    }

    @Test
    void claimRelease_severalDue_takesTheOneDueLongest() {
        Lease lease = acquire();
        Instant now = now();
        SeatRelease recent = release("machine-1", SeatRelease.State.QUEUED, now.minusSeconds(1));
        SeatRelease longest = release("machine-2", SeatRelease.State.BLOCKED, now.minusSeconds(3));
        SeatRelease longer = release("machine-3", SeatRelease.State.RESERVED, now.minusSeconds(2));
        await(store().commit(commit(lease, new LicenseState.None(), recent, longest, longer), true));

        assertThat(List.of(claim(lease), claim(lease), claim(lease)))
                .containsExactly(Optional.of("machine-2"), Optional.of("machine-3"), Optional.of("machine-1"));
        assertThat(claim(lease)).isEmpty();
    }

    /** One that was blocked is queued once it is tried, or after a crash it would look as if nobody had asked for it. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    void claimRelease_due_countsAndIsNotDueBeforeThePauseIsOver(SeatRelease.State state) {
        Lease lease = acquire();
        SeatRelease due = release("machine-1", state, now());
        await(store().commit(commit(lease, new LicenseState.None(), due), true));
        Instant before = now();

        SeatRelease claimed = await(store().claimRelease(lease, PAUSE)).orElseThrow();

        assertThat(claimed.nextAttemptAt()).isBetween(before.plus(PAUSE), now().plus(PAUSE));
        assertThat(claimed)
                .usingRecursiveComparison()
                .ignoringFields("nextAttemptAt")
                .isEqualTo(due.triedAgain());
        assertThat(await(store().load()).releases()).containsExactly(claimed);
    }

    @Test
    void claimRelease_notDue_isEmpty() {
        Lease lease = acquire();
        await(store().reserve(lease, release("machine-1", SeatRelease.State.RESERVED, now().plus(PAUSE))));

        Optional<SeatRelease> claimed = await(store().claimRelease(lease, PAUSE));

        assertThat(claimed).isEmpty();
    }

    /** Whoever wrote it had a clock that was ahead: no plan is made for later than a day. */
    @Test
    void claimRelease_plannedForLaterThanAnyPlan_isDueOnce() {
        Lease lease = acquire();
        await(store().reserve(
                        lease, release("machine-1", SeatRelease.State.QUEUED, now(), now().plus(Duration.ofDays(30)))));

        assertThat(claim(lease)).contains("machine-1");
        assertThat(claim(lease)).isEmpty();
    }

    /** The same, where the plan itself might be one of today. */
    @Test
    void claimRelease_wantedInTheFuture_isDueOnce() {
        Lease lease = acquire();
        Instant ahead = now().plus(Duration.ofHours(3));
        await(store().reserve(lease, release("machine-1", SeatRelease.State.QUEUED, ahead, ahead.plusSeconds(10))));

        assertThat(claim(lease)).contains("machine-1");
        assertThat(claim(lease)).isEmpty();
        assertThat(await(store().load()).releases())
                .allSatisfy(release -> assertThat(release.since()).isBeforeOrEqualTo(now()));
    }

    @Test
    void claimRelease_leaseLost_claimsNothing() {
        Lease lost = acquire();
        SeatRelease due = release("machine-1", SeatRelease.State.QUEUED, NOW);
        await(store().reserve(lost, due));
        expireLease();

        assertInProgress(() -> await(store().claimRelease(lost, PAUSE)));

        assertThat(await(store().load()).releases()).containsExactly(due);
    }

    @Test
    void update_underLease_keepsWhatWasLearned() {
        Lease lease = acquire();
        await(store().reserve(lease, release("machine-1", SeatRelease.State.QUEUED, NOW)));
        SeatRelease claimed = await(store().claimRelease(lease, PAUSE)).orElseThrow();
        SeatRelease refused = with(claimed, NOW.plusSeconds(86_400), "LICENSE_SUSPENDED");

        await(store().update(lease, refused, AUDIT));

        assertThat(await(store().load()).releases()).containsExactly(refused);
    }

    @Test
    void update_notAReleaseAnyMore_addsNone() {
        Lease lease = acquire();

        await(store().update(lease, release("machine-1", SeatRelease.State.QUEUED, NOW), AUDIT));

        assertThat(await(store().load()).releases()).isEmpty();
    }

    @Test
    void update_leaseLost_writesNothing() {
        Lease lost = acquire();
        SeatRelease release = release("machine-1", SeatRelease.State.QUEUED, NOW);
        await(store().reserve(lost, release));
        expireLease();

        assertInProgress(() -> await(store().update(lost, with(release, NOW, "refused"), AUDIT)));

        assertThat(await(store().load()).releases()).containsExactly(release);
    }

    @Test
    void complete_underLease_strikesItOff() {
        Lease lease = acquire();
        SeatRelease first = release("machine-1", SeatRelease.State.QUEUED, NOW);
        SeatRelease second = release("machine-2", SeatRelease.State.QUEUED, NOW);
        await(store().commit(commit(lease, new LicenseState.None(), first, second), true));

        await(store().complete(lease, first, AUDIT));

        assertThat(await(store().load()).releases()).containsExactly(second);
    }

    @Test
    void complete_leaseLost_writesNothing() {
        Lease lost = acquire();
        SeatRelease release = release("machine-1", SeatRelease.State.QUEUED, NOW);
        await(store().reserve(lost, release));
        expireLease();

        assertInProgress(() -> await(store().complete(lost, release, AUDIT)));

        assertThat(await(store().load()).releases()).containsExactly(release);
    }

    @Test
    void challenge_madeAndEnded_neitherVersionNorRevisionMoves() {
        await(store().commit(commit(null, held("machine-1")), true));
        StoredInstallation before = await(store().load());
        ClockChallenge made = new ClockChallenge("ABCDEFGHJKLMNPQR", NOW);

        await(store().challenge(before.version(), Optional.of(made)));
        await(store().challenge(before.version(), Optional.of(new ClockChallenge("SSSSSSSSSSSSSSSS", NOW))));

        assertThat(await(store().load())).isEqualTo(before.with(before.marks().with(made)));
        await(store().challenge(before.version(), Optional.empty()));
        assertThat(await(store().load())).isEqualTo(before);
    }

    @Test
    void challenge_versionMoved_changesNothing() {
        StoredInstallation before = await(store().load());
        StoredInstallation moved = await(store().commit(commit(null, held("machine-1")), true));

        await(store().challenge(before.version(), Optional.of(new ClockChallenge("ABCDEFGHJKLMNPQR", NOW))));

        assertThat(await(store().load())).isEqualTo(moved);
    }

    @Test
    void commit_decidedBeforeAChallengeWasMade_leavesIt() {
        Change decided = commit(null, held("machine-1"));
        ClockChallenge made = new ClockChallenge("ABCDEFGHJKLMNPQR", NOW);
        await(store().challenge(decided.before().version(), Optional.of(made)));

        StoredInstallation after = await(store().commit(decided, true));

        assertThat(after.marks().challenge()).isEqualTo(made);
    }

    @Test
    void commit_decidedBeforeAChallengeHadLapsed_doesNotBringItBack() {
        long version = await(store().load()).version();
        await(store().challenge(version, Optional.of(new ClockChallenge("ABCDEFGHJKLMNPQR", NOW))));
        Change decided = commit(null, held("machine-1"));
        await(store().challenge(version, Optional.empty()));

        StoredInstallation after = await(store().commit(decided, true));

        assertThat(after.marks().challenge()).isNull();
    }

    @Test
    void commit_freshSignature_settlesTheChallenge() {
        long version = await(store().load()).version();
        await(store().challenge(version, Optional.of(new ClockChallenge("ABCDEFGHJKLMNPQR", NOW))));

        StoredInstallation after = commitMarks(HighWaterMarks.NONE.afterFreshResponse(NOW));

        assertThat(after.marks()).isEqualTo(new HighWaterMarks(NOW, NOW, NOW, null, true));
    }

    /** Another replica has stored a later time since the file was brought. */
    @Test
    void commit_certificateThatRaisesSignedTimeAlone_setsNoSeenTimeBack() {
        HighWaterMarks early =
                new HighWaterMarks(NOW.minusSeconds(60), NOW.minusSeconds(60), NOW.minusSeconds(60), null, true);
        commitMarks(early);
        StoredInstallation before = await(store().load());
        await(store().see(before.version(), NOW));

        StoredInstallation after = commitMarks(
                new HighWaterMarks(NOW.minusSeconds(30), NOW.minusSeconds(60), NOW.minusSeconds(60), null, true));

        assertThat(after.marks().seenTime()).isEqualTo(NOW);
        assertThat(after.marks().signedTime()).isEqualTo(NOW.minusSeconds(30));
    }

    private StoredInstallation commitMarks(HighWaterMarks marks) {
        StoredInstallation before = await(store().load());
        return await(store().commit(
                        new Change(before, null, before.license(), marks, before.known(), List.of(), AUDIT), false));
    }

    /** What a call returns; a store that does not answer fails the test. */
    protected static <T> T await(Uni<T> call) {
        return call.await().atMost(LONGEST);
    }

    protected Lease acquire() {
        return await(store().acquire(Purpose.activate("admin"), Duration.ZERO)).orElseThrow();
    }

    private static StoredInstallation named(StoredInstallation stored, String fingerprint) {
        return new StoredInstallation(
                stored.id(),
                fingerprint,
                stored.version(),
                stored.revision(),
                stored.marks(),
                stored.known(),
                stored.license(),
                stored.releases());
    }

    /** A change of what is held now. */
    protected Change commit(@Nullable Lease lease, HeldLicense license, SeatRelease... queued) {
        return commit(lease, Held.state(license), queued);
    }

    /** A change of what is held now. */
    protected Change commit(@Nullable Lease lease, LicenseState license, SeatRelease... queued) {
        StoredInstallation before = await(store().load());
        return new Change(before, lease, license, before.marks(), before.known(), List.of(queued), AUDIT);
    }

    /** The machine whose seat is claimed. */
    private Optional<String> claim(Lease lease) {
        return await(store().claimRelease(lease, PAUSE)).map(SeatRelease::machineId);
    }

    /** What time it is by the store's clock. */
    private Instant now() {
        return await(store().time());
    }

    private static SeatRelease with(SeatRelease release, Instant nextAttemptAt, String lastError) {
        return new SeatRelease(
                release.machineId(),
                release.server(),
                release.account(),
                release.licenseId(),
                release.key(),
                SeatRelease.State.BLOCKED,
                release.since(),
                release.attempts(),
                nextAttemptAt,
                lastError);
    }

    protected static void assertInProgress(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.OPERATION_IN_PROGRESS));
    }
}
