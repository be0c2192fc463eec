package com.optymyse.inspire.licensing.keygen;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.license.ClockSkew;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ServerTimeTest {

    private static final Instant HOST = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant SERVER = Instant.parse("2026-11-23T08:00:00Z");

    private final AtomicLong nanos = new AtomicLong(-7);
    private final ServerTime time = new ServerTime(Clock.fixed(HOST, ZoneOffset.UTC), nanos::get);

    @Test
    void objectionTo_nothingSeen_countsFromTheHostsClock() {
        assertThat(time.objectionTo(HOST.minus(ClockSkew.TOLERATED))).isEmpty();
        assertThat(time.objectionTo(HOST.minus(ClockSkew.TOLERATED).minusSeconds(1)))
                .hasValueSatisfying(objection -> {
                    assertThat(objection.cause()).isEqualTo(CallResult.Cause.CLOCK_WRONG);
                    assertThat(objection.detail()).contains("2026-11-23T09:54:59Z", "2026-11-23T10:00:00Z", "clock");
                    assertThat(objection.values())
                            .isEqualTo(
                                    Map.of("answerTime", "2026-11-23T09:54:59Z", "hostTime", "2026-11-23T10:00:00Z"));
                });
    }

    @Test
    void objectionTo_dateAhead_isNone() {
        assertThat(time.objectionTo(HOST.plus(Duration.ofDays(3650)))).isEmpty();
    }

    @Test
    void objectionTo_freshAnswerSeen_countsFromItWhateverTheHostsClock() {
        time.seen(SERVER);

        assertThat(time.objectionTo(SERVER.minus(ClockSkew.TOLERATED))).isEmpty();
        assertThat(time.objectionTo(SERVER.minusSeconds(301))).hasValueSatisfying(objection -> {
            assertThat(objection.detail()).contains(SERVER.toString());
            assertThat(objection.values())
                    .isEqualTo(
                            Map.of("answerTime", SERVER.minusSeconds(301).toString(), "serverTime", SERVER.toString()));
        });
    }

    @Test
    void objectionTo_timePassedSinceFreshResponse_countsIt() {
        time.seen(SERVER);
        nanos.addAndGet(Duration.ofMinutes(6).toNanos());

        assertThat(time.objectionTo(SERVER)).isPresent();
        assertThat(time.objectionTo(SERVER.plusSeconds(60))).isEmpty();
    }

    @Test
    void seen_earlierTimeThanBefore_counts() {
        time.seen(SERVER);
        time.seen(SERVER.minusSeconds(3600));

        assertThat(time.objectionTo(SERVER.minusSeconds(3600))).isEmpty();
    }
}
