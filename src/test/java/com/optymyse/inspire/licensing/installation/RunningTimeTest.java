package com.optymyse.inspire.licensing.installation;

import static com.optymyse.inspire.licensing.installation.Held.T;
import static com.optymyse.inspire.licensing.installation.Held.hours;
import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.certificate.TestVendor;
import com.optymyse.inspire.licensing.license.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunningTimeTest {

    private static final long HOUR = Duration.ofHours(1).toNanos();
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    @Test
    void at_nothingKnown_null() {
        assertThat(RunningTime.from(state(1, null, null), 7).at(7 + HOUR)).isNull();
    }

    @Test
    void at_later_runsOnFromTheLatestMark() {
        assertThat(RunningTime.from(state(1, T, hours(2)), 7).at(7 + HOUR)).isEqualTo(hours(3));
        assertThat(RunningTime.from(state(1, hours(2), T), 7).at(7 + HOUR)).isEqualTo(hours(3));
        assertThat(RunningTime.from(state(1, hours(2), null), 7).at(7 + HOUR)).isEqualTo(hours(3));
    }

    @Test
    void following_sameVersion_neverEarlier() {
        RunningTime running = RunningTime.from(state(1, null, T), 0);

        assertThat(running.following(state(1, null, T), 5 * HOUR).at(6 * HOUR)).isEqualTo(hours(6));
    }

    @Test
    void following_sameVersionWithALaterTimeOfAnotherReplica_takesIt() {
        RunningTime running = RunningTime.from(state(1, null, T), 0);

        assertThat(running.following(state(1, null, hours(9)), HOUR).at(2 * HOUR))
                .isEqualTo(hours(10));
    }

    /** A replica that has just started knows no more than what was stored an hour ago, and its commits must not tell us so. */
    @Test
    void following_commitWithoutAFreshSignature_neverEarlier() {
        RunningTime running = RunningTime.from(state(1, T, hours(1)), 0);

        assertThat(running.following(state(2, T, hours(1)), 5 * HOUR).at(6 * HOUR))
                .isEqualTo(hours(7));
    }

    @Test
    void following_commitThatSetTheTimeBack_setBackToo() {
        RunningTime running = RunningTime.from(state(1, T, hours(500)), 0);

        assertThat(running.following(state(2, hours(1), hours(1)), HOUR).at(HOUR))
                .isEqualTo(hours(1));
    }

    /** A license file tells a later time, and sets nothing back. */
    @Test
    void following_commitThatRaisedSignedTimeAlone_neverEarlier() {
        RunningTime running = RunningTime.from(state(1, T, hours(500)), 0);
        StoredInstallation withFile = state(2, T, hours(1)).with(new HighWaterMarks(hours(2), hours(1), T, null, true));

        assertThat(running.following(withFile, HOUR).at(HOUR)).isEqualTo(hours(501));
    }

    /** Somebody has put an older state back, whose time another signature had set. */
    @Test
    void following_olderStateWithAnotherSignature_neverEarlier() {
        RunningTime running = RunningTime.from(state(7, hours(2), hours(500)), 0);

        RunningTime putBack = running.following(state(3, T, hours(1)), HOUR);
        assertThat(putBack.at(HOUR)).isEqualTo(hours(501));

        // What is signed from then on counts as ever.
        assertThat(putBack.following(state(4, hours(9), hours(9)), HOUR).at(HOUR))
                .isEqualTo(hours(9));
    }

    @Test
    void following_otherInstallation_beginsAnew() {
        RunningTime running = RunningTime.from(state(1, T, hours(500)), 0);
        StoredInstallation other = new StoredInstallation(
                UUID.randomUUID(),
                "other",
                1,
                1,
                HighWaterMarks.NONE,
                KnownLicenses.NONE,
                new LicenseState.None(),
                List.of());

        assertThat(running.following(other, HOUR).at(HOUR)).isNull();
    }

    @Test
    void raisedTo_laterOrFirst_counts() {
        assertThat(RunningTime.from(state(1, null, null), 0).raisedTo(T, HOUR).at(2 * HOUR))
                .isEqualTo(hours(1));
        assertThat(RunningTime.from(state(1, null, T), 0)
                        .raisedTo(hours(3), HOUR)
                        .at(2 * HOUR))
                .isEqualTo(hours(4));
    }

    @Test
    void raisedTo_earlierOrNone_changesNothing() {
        RunningTime running = RunningTime.from(state(1, null, hours(3)), 0);

        assertThat(running.raisedTo(hours(2), 0)).isSameAs(running);
        assertThat(running.raisedTo(hours(3), 0)).isSameAs(running);
        assertThat(running.raisedTo(null, 0)).isSameAs(running);
    }

    @Test
    void isWorthStoring_nothingKnown_not() {
        assertThat(RunningTime.from(state(1, null, null), 0).isWorthStoring(HOUR))
                .isFalse();
    }

    @Test
    void isWorthStoring_nothingStoredYet_yes() {
        assertThat(RunningTime.from(state(1, null, null), 0).raisedTo(T, 0).isWorthStoring(0))
                .isTrue();
    }

    /** Whatever is skipped, a kill gains beside the time until the next call. */
    @Test
    void isWorthStoring_anyLaterTimeThanTheStoredOne_yes() {
        RunningTime running = RunningTime.from(state(1, null, T), 0);

        assertThat(running.isWorthStoring(0)).isFalse();
        assertThat(running.isWorthStoring(1)).isTrue();
    }

    @Test
    void problem_storedTimeUnchangedForAMinute_notBefore() {
        RunningTime running = RunningTime.from(state(1, T, T), 7);

        assertThat(running.problem(7 + MINUTE)).isEmpty();
        assertThat(running.raisedTo(hours(9), 8).problem(7 + MINUTE + 1)).get().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.TIME_NOT_STORED);
            assertThat(problem.detail()).contains(T.toString(), "grant", "lock");
            assertThat(problem.values()).isEqualTo(Map.of("storedTime", T.toString()));
        });
    }

    /** A reading tells nothing by itself: a database that takes no writes can be read. */
    @Test
    void problem_sameStoredTimeReadAgain_staysUntilItHasMoved() {
        RunningTime running = RunningTime.from(state(1, T, T), 0).following(state(1, T, T), MINUTE);
        assertThat(running.problem(MINUTE + 1)).isPresent();

        RunningTime stored = running.following(state(1, T, T.plusSeconds(60)), MINUTE + 1);

        assertThat(stored.problem(2 * MINUTE + 1)).isEmpty();
        assertThat(stored.problem(2 * MINUTE + 2)).isPresent();
    }

    @Test
    void problem_noTimeKnownOrStored_none() {
        assertThat(RunningTime.from(state(1, null, null), 0).problem(HOUR)).isEmpty();
        assertThat(RunningTime.from(state(1, T, null), 0).problem(HOUR))
                .get()
                .satisfies(problem -> assertThat(problem.values()).isEqualTo(Map.of("storedTime", T.toString())));
    }

    private static StoredInstallation state(long version, @Nullable Instant signed, @Nullable Instant seen) {
        return new StoredInstallation(
                Held.INSTALLATION,
                TestVendor.FINGERPRINT,
                version,
                1,
                new HighWaterMarks(signed, seen, signed, null, true),
                KnownLicenses.NONE,
                new LicenseState.None(),
                List.of());
    }
}
