package com.optymyse.inspire.licensing.installation;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.installation.SeatRelease.State;
import com.optymyse.inspire.licensing.testing.StoredSamples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SeatReleaseTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT0S, true",
        "PT-1H, true",
        "PT0.000001S, false",
        "PT24H, false",
        // The longest pause, and what clocks may differ by
        "PT24H5M, false",
        "PT24H5M0.000001S, true",
        "P365D, true"
    })
    void isDueAt_plannedFor_dueWhenItHasComeOrNoPlanReachesIt(Duration plan, boolean due) {
        assertThat(release(State.QUEUED, NOW.minusSeconds(60), NOW.plus(plan)).isDueAt(NOW))
                .isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({"PT-1H, false", "PT5M, false", "PT5M0.000001S, true"})
    void isDueAt_wantedSince_dueWhenThatIsInTheFuture(Duration since, boolean due) {
        assertThat(release(State.QUEUED, NOW.plus(since), NOW.plusSeconds(60)).isDueAt(NOW))
                .isEqualTo(due);
    }

    @Test
    void isDueAt_stateOfANewerVersion_isLeftAlone() {
        assertThat(release(State.UNKNOWN, NOW.minusSeconds(60), NOW).isDueAt(NOW))
                .isFalse();
        assertThat(release(State.UNKNOWN, NOW.minusSeconds(60), Instant.MAX).isDueAt(NOW))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void isToBeTried_queuedOrMaybeUnderWay_unlessOfANewerVersion(State state) {
        SeatRelease release = release(state, NOW, NOW);

        assertThat(release.isToBeTried()).isEqualTo(state == State.QUEUED);
        assertThat(release.triedAgain().isToBeTried()).isEqualTo(state != State.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void mayBeUnderWay_neverTried_isNot(State state) {
        assertThat(release(state, NOW, NOW).mayBeUnderWay()).isFalse();
    }

    /** Whatever it has refused before, it may act this time. */
    @ParameterizedTest
    @EnumSource(State.class)
    void mayBeUnderWay_tried_isUntilTheServerHasRefused(State state) {
        SeatRelease tried = release(state, NOW, NOW).triedAgain();

        assertThat(tried.mayBeUnderWay()).isTrue();
        assertThat(tried.as(State.BLOCKED, NOW, "LICENSE_SUSPENDED").mayBeUnderWay())
                .isFalse();
    }

    @Test
    void isAbsent_reservation_onlyOnceTheServerDidNotKnowIt() {
        SeatRelease reserved = release(State.RESERVED, NOW, NOW.plusSeconds(20));

        assertThat(reserved.isAbsent()).isFalse();
        assertThat(reserved.triedAgain().isAbsent()).isFalse();
        assertThat(reserved.triedAgain().lateAt(NOW)).hasValueSatisfying(absent -> {
            assertThat(absent.isAbsent()).isTrue();
            assertThat(absent.triedAgain().isAbsent()).isFalse();
        });
        assertThat(release(State.QUEUED, NOW, NOW.plus(SeatRelease.LATE)).isAbsent())
                .isFalse();
    }

    @Test
    void mayBeGivenBack_anotherMachineOrNone_isNot() {
        SeatRelease tried = release(State.QUEUED, NOW, NOW).triedAgain();

        assertThat(mayBeGivenBack(tried, "machine-1")).isTrue();
        assertThat(mayBeGivenBack(tried, "machine-2")).isFalse();
        assertThat(mayBeGivenBack(tried, null)).isFalse();
    }

    private static boolean mayBeGivenBack(SeatRelease release, @Nullable String machineId) {
        return new StoredInstallation(
                        Held.INSTALLATION,
                        "fingerprint-1",
                        1,
                        1,
                        HighWaterMarks.NONE,
                        KnownLicenses.NONE,
                        new LicenseState.None(),
                        List.of(release))
                .mayBeGivenBack(machineId);
    }

    private static SeatRelease release(State state, Instant since, Instant dueAt) {
        return StoredSamples.release("machine-1", state, since, dueAt);
    }
}
