package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.license.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RevalidationScheduleTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final RevalidationSchedule schedule = new RevalidationSchedule(new SplittableRandom());

    @RepeatedTest(50)
    void afterActivation_anyJitter_oneToFiveMinutes() {
        assertThat(schedule.afterActivation(NOW))
                .isBetween(NOW.plus(Duration.ofMinutes(1)), NOW.plus(Duration.ofMinutes(5)));
    }

    @RepeatedTest(50)
    void afterResponse_licensed_aboutADay() {
        assertThat(schedule.afterResponse(Standing.LICENSED, null, NOW))
                .isBetween(NOW.plus(Duration.ofHours(23)), NOW.plus(Duration.ofHours(25)));
    }

    @Test
    void afterResponse_changeToCome_shortlyBeforeItThenAtIt() {
        Instant change = NOW.plus(Duration.ofHours(3));
        Instant before = change.minus(Duration.ofMinutes(5));

        assertThat(schedule.afterResponse(Standing.LICENSED, change, NOW)).isEqualTo(before);
        assertThat(schedule.afterResponse(Standing.LICENSED, change, before)).isEqualTo(change);
    }

    @Test
    void afterResponse_changeFarOff_aboutADay() {
        assertThat(schedule.afterResponse(Standing.LICENSED, NOW.plus(Duration.ofDays(2)), NOW))
                .isBefore(NOW.plus(Duration.ofHours(25)));
    }

    @ParameterizedTest
    @EnumSource(value = Standing.class, mode = EnumSource.Mode.EXCLUDE, names = "LICENSED")
    void afterResponse_notSimplyLicensed_anHour(Standing standing) {
        assertThat(schedule.afterResponse(standing, null, NOW)).isEqualTo(NOW.plus(Duration.ofHours(1)));
    }

    @ParameterizedTest
    @CsvSource({"1,10", "2,20", "3,40", "9,2560", "10,3600", "12,3600", "13,3600", "100000,3600"})
    void afterFailure_moreFailures_longerPausesUpToAnHour(int failures, long seconds) {
        assertThat(schedule.afterFailure(failures, null, NOW)).isEqualTo(NOW.plusSeconds(seconds));
    }

    @ParameterizedTest
    @EnumSource(Standing.class)
    void afterResponse_changeWithinTheHour_notPutOffBeyondIt(Standing standing) {
        Instant change = NOW.plus(Duration.ofMinutes(3));

        assertThat(schedule.afterResponse(standing, change, NOW)).isEqualTo(change);
    }

    @Test
    void afterFailure_changeDuringThePause_atTheChange() {
        Instant change = NOW.plusSeconds(100);

        assertThat(schedule.afterFailure(4, change, NOW)).isEqualTo(NOW.plusSeconds(80));
        assertThat(schedule.afterFailure(5, change, NOW)).isEqualTo(change);
    }
}
