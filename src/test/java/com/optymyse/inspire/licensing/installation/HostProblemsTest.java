package com.optymyse.inspire.licensing.installation;

import static com.optymyse.inspire.licensing.installation.Held.T;
import static com.optymyse.inspire.licensing.installation.Held.hours;
import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.certificate.TestVendor;
import com.optymyse.inspire.licensing.license.LicensingProblem;
import com.optymyse.inspire.licensing.license.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HostProblemsTest {

    private static final StateAge FRESH = new StateAge(() -> 0);

    private static final StoredInstallation STORED = Held.stored(new LicenseState.None());

    @Test
    void of_allInOrder_none() {
        assertThat(HostProblems.of(STORED, T, Optional.empty(), FRESH, Optional.empty(), Optional.empty()))
                .isEmpty();
        assertThat(HostProblems.of(
                        STORED, T, Optional.of(TestVendor.FINGERPRINT), FRESH, Optional.empty(), Optional.empty()))
                .isEmpty();
    }

    @Test
    void of_otherFingerprintConfigured_namesBoth() {
        assertThat(HostProblems.of(STORED, T, Optional.of("renamed"), FRESH, Optional.empty(), Optional.empty()))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.FINGERPRINT_DIFFERS);
                    assertThat(problem.detail()).contains("renamed", TestVendor.FINGERPRINT, "next activation");
                    assertThat(problem.values())
                            .isEqualTo(Map.of("configured", "renamed", "inUse", TestVendor.FINGERPRINT));
                });
    }

    /** It comes from the database, and goes into the log. */
    @Test
    void otherFingerprint_hasControlCharacters_commandsNoTerminal() {
        StoredInstallation odd = STORED.named("a\u001b[2J\nb\u202ec");

        assertThat(HostProblems.otherFingerprint(Optional.of("renamed"), odd))
                .get()
                .extracting(LicensingProblem::detail)
                .asString()
                .contains("a\\u001b[2J\\u000ab\\u202ec");
    }

    @Test
    void of_clockBehindByMoreThanFiveMinutes_namesBothTimes() {
        StoredInstallation seen = STORED.with(new HighWaterMarks(T, hours(1)));

        assertThat(HostProblems.of(
                        seen,
                        hours(1).minus(Duration.ofMinutes(5)),
                        Optional.empty(),
                        FRESH,
                        Optional.empty(),
                        Optional.empty()))
                .isEmpty();
        Instant behind = hours(1).minus(Duration.ofMinutes(5)).minusNanos(1);
        assertThat(HostProblems.of(seen, behind, Optional.empty(), FRESH, Optional.empty(), Optional.empty()))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.HOST_CLOCK_BEHIND);
                    assertThat(problem.detail()).contains(hours(1).toString(), "Correct the clock");
                    assertThat(problem.values())
                            .isEqualTo(Map.of("hostTime", behind.toString(), "knownTime", hours(1).toString()));
                });
    }

    @Test
    void of_clockBehindAndChallengeMade_namesIt() {
        HighWaterMarks doubted =
                new HighWaterMarks(T, hours(48)).with(new ClockChallenge("ABCDEFGHJKLMNPQR", hours(48)));

        assertThat(HostProblems.of(
                        STORED.with(doubted), T, Optional.empty(), FRESH, Optional.empty(), Optional.empty()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.detail()).contains("clock challenge ABCDEFGHJKLMNPQR"));
    }

    @Test
    void of_clockBehindAndFingerprintIsTheChallenge_asksForAFileForIt() {
        HighWaterMarks detached =
                new HighWaterMarks(T, hours(48)).with(new ClockChallenge(TestVendor.FINGERPRINT, hours(48)));

        assertThat(HostProblems.of(
                        STORED.with(detached), T, Optional.empty(), FRESH, Optional.empty(), Optional.empty()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.detail())
                        .contains("license file for the fingerprint " + TestVendor.FINGERPRINT)
                        .doesNotContain("clock challenge"));
    }

    @Test
    void of_clockBehindAndNoChallenge_saysThatTimeHealsIt() {
        assertThat(HostProblems.of(
                        STORED.with(new HighWaterMarks(T, hours(2))),
                        T,
                        Optional.empty(),
                        FRESH,
                        Optional.empty(),
                        Optional.empty()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.detail()).contains("wait until the clock reaches"));
    }

    @Test
    void of_clockMoreThanFiveMinutesOffTheDatabases_namesBothTimes() {
        Instant database = T.plus(Duration.ofMinutes(5));

        assertThat(with(T, database)).isEmpty();
        assertThat(with(database, T)).isEmpty();
        assertThat(with(database.plusNanos(1), T))
                .extracting(LicensingProblem::code)
                .containsExactly(ProblemCode.DATABASE_CLOCK_DIFFERS);
        assertThat(with(T, database.plusNanos(1))).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.DATABASE_CLOCK_DIFFERS);
            assertThat(problem.values())
                    .isEqualTo(Map.of(
                            "hostTime",
                            T.toString(),
                            "databaseTime",
                            database.plusNanos(1).toString()));
        });
    }

    private static List<LicensingProblem> with(Instant host, Instant database) {
        return HostProblems.of(
                STORED,
                host,
                Optional.empty(),
                FRESH,
                Optional.empty(),
                Optional.of(new HostProblems.Clocks(host, database, 0)));
    }

    @Test
    void of_marksEdited_said() {
        assertThat(HostProblems.of(
                        STORED.with(HighWaterMarks.NONE.edited()),
                        T,
                        Optional.empty(),
                        FRESH,
                        Optional.empty(),
                        Optional.empty()))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.KNOWN_TIME_EDITED);
                    assertThat(problem.detail()).contains("has changed the stored time", "does not store the time");
                });
    }

    /** An outage lets both become too old, and has one cause. */
    @Test
    void of_stateAndStoredTimeTooOld_theStateAloneIsTold() {
        assertThat(codes(Duration.ofSeconds(30))).containsExactly(ProblemCode.TIME_NOT_STORED);
        assertThat(codes(Duration.ofSeconds(61))).containsExactly(ProblemCode.STATE_NOT_CURRENT);
    }

    private static List<ProblemCode> codes(Duration stateAge) {
        AtomicLong nanos = new AtomicLong();
        StateAge age = new StateAge(nanos::get);
        nanos.set(stateAge.toNanos());
        LicensingProblem unstored = new LicensingProblem(ProblemCode.TIME_NOT_STORED, "Not stored.", Map.of());
        return HostProblems.of(STORED, T, Optional.empty(), age, Optional.of(unstored), Optional.empty()).stream()
                .map(LicensingProblem::code)
                .toList();
    }
}
