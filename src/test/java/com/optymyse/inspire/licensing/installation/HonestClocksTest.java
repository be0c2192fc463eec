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
    private static final Duration TASK = TimedReplica.TASK;

    /** Its monotonic clock stood still, and its clock was put right when it woke up. */
    @Test
    void virtualMachineAsleepForTwoWeeks_theClockCountsAtOnceAndIsBelievedAtTheSecondLook() {
        TimedReplica replica = new TimedReplica(new HighWaterMarks(T, T), T);
        replica.passes(HOUR);

        replica.sleeps(Duration.ofDays(14));
        assertThat(replica.known()).isEqualTo(hours(1));
        assertThat(replica.effective()).isEqualTo(days(14).plus(HOUR));
        replica.passes(HOUR);
        assertThat(replica.known()).isEqualTo(hours(2));
        replica.passes(HOUR);

        assertThat(replica.known()).isEqualTo(days(14).plus(HOUR.multipliedBy(3)));
        assertThat(replica.challenge()).isNull();
    }

    /** It was a fault of the time server. */
    @Test
    void leapTo2035ForTenSeconds_isForgottenAlsoWhereTheClockWasLookedAtThen() {
        TimedReplica replica = new TimedReplica(new HighWaterMarks(T, T), T);
        replica.passes(TASK);
        replica.passes(HOUR.minus(TASK));
        replica.setClock(Instant.parse("2035-01-01T00:00:00Z"));

        // An hour after the first look it is looked at again.
        replica.passes(TASK);
        assertThat(replica.effective()).isAfter(days(365));
        assertThat(replica.known()).isEqualTo(hours(1).plus(TASK));
        replica.setClock(hours(1).plus(TASK));

        for (int hour = 0; hour < 3; hour++) {
            replica.passes(HOUR);
            assertThat(replica.known()).isEqualTo(replica.effective());
        }
        assertThat(replica.effective()).isEqualTo(hours(4).plus(TASK));
    }

    /** The hardware's clock is in local time, until the time server has answered. */
    @Test
    void twoHoursAheadAtBoot_noDoubtAndRightByTheNextAnswer() {
        TimedReplica replica = new TimedReplica(new HighWaterMarks(T, T), hours(2));
        replica.passes(TASK);
        replica.setClock(T.plus(TASK));
        replica.passes(TASK);

        assertThat(replica.known()).isEqualTo(hours(2).plus(TASK.multipliedBy(2)));
        assertThat(replica.challenge()).isNull();
        Instant answered = T.plus(TASK.multipliedBy(2));
        replica.commit(marks -> marks.afterFreshResponse(answered));
        assertThat(replica.effective()).isEqualTo(answered);
    }

    @Test
    void backupOfLastWeekRestored_rightAfterTheFirstLook() {
        TimedReplica replica = new TimedReplica(new HighWaterMarks(T, T), days(7));
        assertThat(replica.known()).isEqualTo(T);

        replica.passes(TASK);

        assertThat(replica.known()).isEqualTo(days(7).plus(TASK));
    }
}
