package com.optymyse.inspire.licensing.installation;

import static com.optymyse.inspire.licensing.installation.Held.T;
import static com.optymyse.inspire.licensing.installation.Held.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import com.optymyse.inspire.licensing.certificate.TestFile;
import com.optymyse.inspire.licensing.installation.SeatSharing.SharedUse;
import com.optymyse.inspire.licensing.license.LicensingProblem;
import com.optymyse.inspire.licensing.license.ProblemCode;
import com.optymyse.inspire.licensing.license.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeatSharingTest {

    private static final HeldLicense HELD = Held.online(TestFile.machine().certificate(), new Verdict.Good());
    private static final LicenseState LICENSE = Held.state(HELD);
    private static final String MACHINE = HELD.machineId();
    private static final OwnCheckOut ANSWERED = OwnCheckOut.about(null, days(1)).answered(MACHINE, days(1));

    @Test
    void of_newMachine_nothing() {
        assertThat(SeatSharing.of(ANSWERED, null, List.of(), List.of())).isEqualTo(SharedUse.NONE);
    }

    @Test
    void of_noAnswerYet_nothing() {
        OwnCheckOut asked = OwnCheckOut.about(MACHINE, days(1));

        assertThat(SeatSharing.of(asked, T, List.of(), List.of())).isEqualTo(SharedUse.NONE);
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "60000, true", "60001, false"})
    void of_ownThatWasAnswered_isOwnForAMinuteAfterItsIssue(long millis, boolean own) {
        OwnCheckOut noted = OwnCheckOut.about(null, T.minusSeconds(200)).answered(MACHINE, T);

        assertThat(found(T.plusMillis(millis), noted)).isEqualTo(!own);
    }

    @ParameterizedTest
    @CsvSource({"-300001, false", "-300000, true", "0, true", "360000, true", "360001, false"})
    void of_ownWithoutAnAnswer_isOwnForMinutesAroundWhenItWasSent(long millis, boolean own) {
        assertThat(found(T.plusMillis(millis), OwnCheckOut.about(MACHINE, T))).isEqualTo(!own);
        assertThat(found(T.plusMillis(millis), OwnCheckOut.about(null, T))).isEqualTo(!own);
    }

    @Test
    void of_ownOfAnotherMachine_isNot() {
        assertThat(found(T, OwnCheckOut.about("another", T))).isTrue();
        assertThat(found(T, OwnCheckOut.about(null, T).answered("another", T))).isTrue();
    }

    /** It has brought the file that tells of one before it: of a clone's, perhaps, that asks at the same hour. */
    @Test
    void of_aMinuteBeforeTheOneThatHasBroughtTheFile_isNot() {
        OwnCheckOut asked = OwnCheckOut.about(MACHINE, days(1));

        assertThat(SeatSharing.of(ANSWERED, days(1).minusSeconds(60), List.of(ANSWERED), List.of())
                        .other())
                .isPresent();
        assertThat(SeatSharing.of(asked.answered(MACHINE, days(1)), days(1).minusSeconds(60), List.of(asked), List.of())
                        .other())
                .isPresent();
    }

    @Test
    void of_thirdDay_beginsThenAndNotAgain() {
        List<OtherCheckOut> two = List.of(other(days(1)), other(days(2)));
        List<OtherCheckOut> three = List.of(other(days(1)), other(days(2)), other(days(3)));

        assertThat(begins(days(4), days(2).plusSeconds(3600), two)).isFalse();
        assertThat(begins(days(4), days(3), two)).isTrue();
        assertThat(begins(days(5), days(4), three)).isFalse();
    }

    @Test
    void of_threeDaysOfDifferentMachines_beginsNothing() {
        List<OtherCheckOut> two = List.of(new OtherCheckOut("another", days(1)), other(days(2)));

        assertThat(begins(days(4), days(3), two)).isFalse();
    }

    @Test
    void of_twoDaysThatAreTooLongAgo_begins() {
        List<OtherCheckOut> two = List.of(other(days(1)), other(days(2)));

        assertThat(begins(days(61), days(60), two)).isFalse();
        assertThat(begins(days(61).minusMillis(1), days(60), two)).isTrue();
    }

    @Test
    void problem_threeDaysWithinSixty_saidWithItsValues() {
        List<OtherCheckOut> others =
                List.of(other(days(1)), other(days(2)), other(days(2).plusSeconds(1)), other(days(3)));

        assertThat(problem(days(61).minusMillis(1), LICENSE, others)).hasValueSatisfying(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.SEAT_SHARED);
            assertThat(problem.detail()).contains("3 of the last 60 days", "clone", "tool of the vendor", "detach");
            assertThat(problem.values())
                    .containsEntry("days", 3L)
                    .containsEntry("lastAt", days(3).toString())
                    .containsEntry("machineId", MACHINE);
        });
    }

    @Test
    void problem_fewerDaysWithinSixty_isGone() {
        List<OtherCheckOut> others = List.of(other(days(1)), other(days(2)), other(days(3)));

        assertThat(problem(days(61), LICENSE, others)).isEmpty();
    }

    @Test
    void problem_noSeatHeldOrAnother_none() {
        List<OtherCheckOut> others = List.of(other(days(1)), other(days(2)), other(days(3)));
        HeldLicense withoutSeat = Held.offline(TestFile.license().certificate());

        assertThat(problem(days(4), new LicenseState.None(), others)).isEmpty();
        assertThat(problem(days(4), Held.state(withoutSeat), others)).isEmpty();
    }

    @Test
    void others_sameDay_isByUtc() {
        assertThat(other(Instant.parse("2026-11-01T23:59:59.999Z")).day())
                .isNotEqualTo(other(Instant.parse("2026-11-02T00:00:00Z")).day());
    }

    @Test
    void ownCheckOut_issuedWithoutAMachine_isNone() {
        OwnCheckOut asked = OwnCheckOut.about(null, T);

        assertThatIllegalArgumentException().isThrownBy(() -> new OwnCheckOut(asked.id(), null, T, T));
    }

    /** Nobody has to know what is wrong: each is told, and by the third day that somebody else was there. */
    @Test
    void story_oneSeatInTwoInstallations_bothSaySoAfterThreeDays() {
        Server server = new Server();
        Installation one = new Installation(server);
        Installation two = new Installation(server);
        one.checksOut(T);
        two.checksOut(T.plusSeconds(3600));

        for (int day = 1; day <= 3; day++) {
            one.checksOut(days(day));
            two.checksOut(days(day).plusSeconds(3600));
        }

        assertThat(List.of(one.begun, two.begun)).containsExactly(1, 1);
        assertThat(one.saysShared(days(4))).isTrue();
        assertThat(two.saysShared(days(4))).isTrue();
    }

    @Test
    void story_cloneOfADatabase_bothSaySo() {
        Server server = new Server();
        Installation one = new Installation(server);
        one.checksOut(T);
        Installation clone = new Installation(server, one);

        for (int day = 1; day <= 4; day++) {
            one.checksOut(days(day));
            clone.checksOut(days(day).plusSeconds(90));
        }

        assertThat(one.saysShared(days(5))).isTrue();
        assertThat(clone.saysShared(days(5))).isTrue();
    }

    @Test
    void story_fileMadeThenThreeRevalidationsThenOffline_nothing() {
        Installation one = new Installation(new Server());
        one.checksOut(T);
        one.server.checkOut(days(1));

        for (int day = 2; day <= 4; day++) {
            one.checksOut(days(day));
        }

        assertThat(one.others).hasSize(1);
        assertThat(one.saysShared(days(5))).isFalse();
    }

    /** What was noted since the backup is gone, and only the last of that is told. */
    @Test
    void story_backupRestoredOnce_nothing() {
        Installation one = new Installation(new Server());
        one.checksOut(T);
        Installation backup = new Installation(one.server, one);
        for (int day = 1; day <= 30; day++) {
            one.checksOut(days(day));
        }

        for (int day = 31; day <= 40; day++) {
            backup.checksOut(days(day));
        }

        assertThat(backup.others).hasSize(1);
        assertThat(backup.saysShared(days(41))).isFalse();
    }

    /** Neither where the answer is lost on the way, nor where the service ends before it has noted it. */
    @Test
    void story_answersLostEachDay_nothing() {
        Installation one = new Installation(new Server());

        for (int day = 0; day <= 10; day++) {
            one.losesTheAnswer(days(day));
            one.checksOut(days(day).plusSeconds(90));
        }

        assertThat(one.others).isEmpty();
    }

    @Test
    void story_supportChecksOutByHandOnTwoDays_nothing() {
        Installation one = new Installation(new Server());
        one.checksOut(T);

        for (int day = 1; day <= 2; day++) {
            one.server.checkOut(days(day).minusSeconds(7200));
            one.checksOut(days(day));
        }

        assertThat(one.saysShared(days(3))).isFalse();
    }

    /** The old host has checked its machine out for long; on the new one it is another machine. */
    @Test
    void story_movedToANewHostUnderANewFingerprint_nothing() {
        List<OtherCheckOut> ofTheOldMachine = Stream.of(days(1), days(2), days(3))
                .map(at -> new OtherCheckOut("the old machine", at))
                .toList();

        assertThat(problem(days(4), LICENSE, ofTheOldMachine)).isEmpty();
    }

    /** A server that notes check-outs by a job may note them late and in another order. */
    @Test
    void story_serverThatNotesLateOrOutOfOrder_nothing() {
        qt().withExamples(500)
                .forAll(lists().of(integers().between(0, 9)).ofSizeBetween(1, 40))
                .checkAssert(lags -> {
                    Installation one = new Installation(new Server());
                    for (int day = 0; day < lags.size(); day++) {
                        one.checksOut(days(day), Math.min(day, lags.get(day)));
                    }
                    assertThat(one.others).isEmpty();
                });
    }

    private static boolean found(Instant before, OwnCheckOut noted) {
        return SeatSharing.of(ANSWERED, before, List.of(noted, ANSWERED), List.of())
                .other()
                .isPresent();
    }

    private static boolean begins(Instant now, Instant before, List<OtherCheckOut> others) {
        return SeatSharing.of(ANSWERED.answered(MACHINE, now), before, List.of(), others)
                .begins();
    }

    private static Optional<LicensingProblem> problem(Instant now, LicenseState license, List<OtherCheckOut> others) {
        return SeatSharing.problem(Held.stored(license).with(new Anomalies(others, null)), now);
    }

    private static OtherCheckOut other(Instant at) {
        return new OtherCheckOut(MACHINE, at);
    }

    /** The licensing server as far as one machine is concerned: it writes each check-out down a moment after it. */
    private static final class Server {

        private final List<Instant> written = new ArrayList<>();

        /** @return what the machine file says of the one before */
        private @Nullable Instant checkOut(Instant now) {
            return checkOut(now, 0);
        }

        private @Nullable Instant checkOut(Instant now, int lag) {
            int last = written.size() - 1 - lag;
            Instant before = last < 0 ? null : written.get(last);
            written.add(now.plusMillis(40));
            return before;
        }
    }

    /** An installation that notes what it does, with all its replicas. */
    private static final class Installation {

        private final Server server;
        private final List<OwnCheckOut> own = new ArrayList<>();
        private final List<OtherCheckOut> others = new ArrayList<>();
        private int begun;

        private Installation(Server server) {
            this.server = server;
        }

        private Installation(Server server, Installation copied) {
            this(server);
            own.addAll(copied.own);
            others.addAll(copied.others);
        }

        private void checksOut(Instant now) {
            checksOut(now, 0);
        }

        private void checksOut(Instant now, int lag) {
            OwnCheckOut asked = OwnCheckOut.about(
                    MACHINE, now.minusMillis(Duration.ofSeconds(1).toMillis()));
            own.add(asked);
            Instant before = server.checkOut(now, lag);
            OwnCheckOut answered = asked.answered(MACHINE, now);
            SharedUse use = SeatSharing.of(answered, before, own, others);
            own.set(own.indexOf(asked), answered);
            use.other().ifPresent(others::add);
            begun += use.begins() ? 1 : 0;
        }

        private void losesTheAnswer(Instant now) {
            own.add(OwnCheckOut.about(null, now.minusSeconds(1)));
            server.checkOut(now);
        }

        private boolean saysShared(Instant now) {
            return problem(now, LICENSE, others).isPresent();
        }
    }
}
