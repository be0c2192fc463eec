package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevalidationScheduleTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final RevalidationSchedule schedule = new RevalidationSchedule(new SplittableRandom());

    @RepeatedTest(50)
    void afterActivation_anyJitter_oneToFiveMinutes() {
        assertThat(schedule.afterActivation(NOW))
                .isBetween(NOW.plus(Duration.ofMinutes(1)), NOW.plus(Duration.ofMinutes(5)));
    }

    @RepeatedTest(50)
    void afterVerdict_good_aboutADay() {
        assertThat(schedule.afterVerdict(true, NOW))
                .isBetween(NOW.plus(Duration.ofHours(23)), NOW.plus(Duration.ofHours(25)));
    }

    @Test
    void afterVerdict_against_anHour() {
        assertThat(schedule.afterVerdict(false, NOW)).isEqualTo(NOW.plus(Duration.ofHours(1)));
    }

    @ParameterizedTest
    @CsvSource({"1,10", "2,20", "3,40", "9,2560", "10,3600", "12,3600", "13,3600", "100000,3600"})
    void afterFailure_moreFailures_longerPausesUpToAnHour(int failures, long seconds) {
        assertThat(schedule.afterFailure(failures, NOW)).isEqualTo(NOW.plusSeconds(seconds));
    }
}
