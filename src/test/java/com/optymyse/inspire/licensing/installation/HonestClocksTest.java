package com.optymyse.inspire.licensing.installation;

import static com.optymyse.inspire.licensing.installation.Held.T;
import static com.optymyse.inspire.licensing.installation.Held.days;
import static com.optymyse.inspire.licensing.installation.Held.hours;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Clocks that go wrong where nobody means harm: nobody loses a license by it, or gets one back by a wrong time alone. */
class HonestClocksTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Marks stored = new Marks(T, T);
    private RunningTime running = RunningTime.from(state(), 0);
    private Instant truth = T;
    private Instant clock = T;
    private long nanos;
    private ClockReading last = new ClockReading(T, 0);

    /** Its monotonic clock stood still, and its clock was put right when it woke up. */
    @Test
    void virtualMachineAsleepForTwoWeeks_theClockCountsAtOnceAndIsBelievedAnHourLater() {
        truth = days(14);
        clock = truth;

        look();
        assertThat(known()).isEqualTo(T);
        assertThat(marks().effective(clock)).isEqualTo(days(14));
        passes(HOUR);
        look();

        assertThat(known()).isEqualTo(days(14).plus(HOUR));
    }

    /** It was a fault of the time server. */
    @Test
    void leapTo2035ForTenSeconds_isForgotten() {
        passes(HOUR);
        look();
        clock = Instant.parse("2035-01-01T00:00:00Z");

        look();
        passes(Duration.ofSeconds(10));
        clock = truth;
        look();

        assertThat(known()).isEqualTo(truth);
        assertThat(marks().effective(clock)).isEqualTo(truth);
    }

    /** The hardware's clock is in local time, until the time server has answered. */
    @Test
    void twoHoursAheadAtBoot_noDoubtAndRightByTheNextAnswer() {
        clock = truth.plus(Duration.ofHours(2));
        last = new ClockReading(clock, nanos);
        look();
        clock = truth;

        assertThat(known()).isEqualTo(hours(2));
        assertThat(marks().isDoubtedBy(clock, clock)).isFalse();
        assertThat(marks().afterFreshAnswer(T.plusSeconds(1)).effective(clock)).isEqualTo(T.plusSeconds(1));
    }

    @Test
    void backupOfLastWeekRestored_rightAfterTheFirstLook() {
        truth = days(7);
        clock = truth;
        last = new ClockReading(clock, nanos);

        look();

        assertThat(known()).isEqualTo(days(7));
    }

    private void passes(Duration time) {
        truth = truth.plus(time);
        clock = clock.plus(time);
        nanos += time.toNanos();
    }

    /** The database is on the same host. */
    private void look() {
        ClockReading now = new ClockReading(clock, nanos);
        if (now.isBelievable(last, clock)) {
            running = running.raisedTo(clock, nanos);
        }
        last = now;
    }

    private Instant known() {
        Instant at = running.at(nanos);
        assertThat(at).isNotNull();
        return at;
    }

    private Marks marks() {
        return stored.seen(running.at(nanos));
    }

    private StoredInstallation state() {
        return Held.stored(new Holding.None()).with(stored);
    }
}
