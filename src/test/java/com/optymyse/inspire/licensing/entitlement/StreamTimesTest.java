package com.optymyse.inspire.licensing.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamTimesTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    private static final StreamTimes EARLIEST = new StreamTimes(alwaysThe(0));
    private static final StreamTimes LATEST = new StreamTimes(alwaysThe(1));

    /** In seconds from the begin of a stream. */
    @ParameterizedTest
    @CsvSource({"3600, 3570, 3600", "60, 30, 60", "20, 10, 20", "1, 0.5, 1", "0, 0, 0", "-5, -5, -5"})
    void end_limit_inTheLastHalfMinuteAndInTheLastHalf(long limit, double earliest, double latest) {
        assertThat(LATEST.end(NOW, NOW.plusSeconds(limit))).isEqualTo(after(earliest));
        assertThat(EARLIEST.end(NOW, NOW.plusSeconds(limit))).isEqualTo(after(latest));
    }

    @Test
    void end_noLimit_isThere() {
        assertThat(LATEST.end(NOW, Instant.MIN)).isEqualTo(Instant.MIN);
        assertThat(LATEST.end(NOW, Instant.MAX)).isAfter(NOW);
    }

    @Test
    void pause_isBetweenHalfASecondAndTwo() {
        assertThat(EARLIEST.pause()).isEqualTo(Duration.ofMillis(500));
        assertThat(LATEST.pause()).isEqualTo(Duration.ofSeconds(2));
    }

    private static Instant after(double seconds) {
        return NOW.plusMillis(Math.round(seconds * 1000));
    }

    /** Draws the smallest number, or the largest one. */
    private static RandomGenerator alwaysThe(int end) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new IllegalStateException("A number below a bound was expected.");
            }

            @Override
            public long nextLong(long bound) {
                return end * (bound - 1);
            }
        };
    }
}
