package com.optymyse.inspire.licensing.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockSampleTest {

    private static final Instant T = Instant.parse("2026-11-23T10:00:00Z");

    /** The last look was at T, and an hour has passed. */
    @ParameterizedTest
    @CsvSource({
        "PT1H,       PT1H,       true",
        "PT2H,       PT2H,       true",
        "PT2H0.001S, PT2H,       false",
        "PT0S,       PT0S,       true",
        "PT-0.001S,  PT0S,       false",
        "PT1H5M,     PT1H,       true",
        "PT1H,       PT1H5M,     true",
        "PT1H5M0.001S, PT1H,     false",
        "PT1H,       PT1H5M0.001S, false",
        "P30D,       P30D,       false"
    })
    void isBelievable_clockAndDatabaseSay_decided(Duration clock, Duration database, boolean believable) {
        ClockSample last = new ClockSample(T, 5);
        ClockSample now = new ClockSample(T.plus(clock), 5 + Duration.ofHours(1).toNanos());

        assertThat(now.isBelievable(last, T.plus(database))).isEqualTo(believable);
    }
}
