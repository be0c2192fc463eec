package com.optymyse.inspire.licensing.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private final StillClock clock = new StillClock();
    private final RateLimit limit = new RateLimit(new LimitedAttempts(20), clock);

    @Test
    void count_asManyAsAMinuteAllows_atOnce() {
        assertThatCode(() -> count("jane", 20)).doesNotThrowAnyException();
    }

    @Test
    void count_oneMore_refusedUntilItsShareOfTheMinuteHasPassed() {
        count("jane", 20);

        assertRefusedFor(3);
        clock.move(Duration.ofMillis(1500));
        assertRefusedFor(2);
        clock.move(Duration.ofMillis(1500));

        assertThatCode(() -> count("jane", 1)).doesNotThrowAnyException();
        assertRefusedFor(3);
    }

    @Test
    void count_aMinuteLater_allAgain() {
        count("jane", 20);
        clock.move(Duration.ofMinutes(1));

        assertThatCode(() -> count("jane", 20)).doesNotThrowAnyException();
        assertRefusedFor(3);
    }

    @Test
    void count_otherCaller_hasAttemptsOfTheirOwn() {
        count("jane", 20);

        assertThatCode(() -> count("john", 20)).doesNotThrowAnyException();
    }

    @Test
    void count_clockPutBackByHours_nobodyWaitsForHours() {
        count("jane", 20);
        clock.move(Duration.ofHours(-5));

        assertThatCode(() -> count("jane", 20)).doesNotThrowAnyException();
    }

    @Test
    void count_moreCallersThanAreRemembered_theLastOnesAre() {
        count("jane", 20);
        for (int caller = 0; caller < 9_999; caller++) {
            count("caller " + caller, 1);
        }
        assertRefusedFor(3);

        count("one more", 1);

        assertThatCode(() -> count("jane", 1)).doesNotThrowAnyException();
    }

    private void count(String caller, int attempts) {
        for (int attempt = 0; attempt < attempts; attempt++) {
            limit.count(caller);
        }
    }

    private void assertRefusedFor(long seconds) {
        assertThatThrownBy(() -> limit.count("jane")).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(RefusalCode.TOO_MANY_REQUESTS);
            assertThat(refusal.retryAfterSeconds()).hasValue(seconds);
        });
    }

    private static final class StillClock extends Clock {

        private Instant now = Instant.parse("2026-11-23T10:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("Everything here is in UTC.");
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
