package com.optymyse.inspire.licensing.installation;

import com.optymyse.inspire.licensing.license.ClockSkew;
import java.time.Duration;
import java.time.Instant;

/**
 * What the host's clock said when it was looked at.
 *
 * @param clock the time that it told
 * @param nanos the monotonic clock at the same moment
 */
record ClockSample(Instant clock, long nanos) {

    /** How far the clock may depart from the monotonic clock between two looks. */
    static final Duration LONGEST_LEAP = Duration.ofHours(1);

    /**
     * Whether the clock can be believed: it has not leapt since the last look, and the database's clock agrees.
     *
     * @param last what it said when it was looked at before
     * @param database the time by the database's clock
     */
    boolean isBelievable(ClockSample last, Instant database) {
        Duration passed = Duration.ofNanos(nanos - last.nanos);
        Duration leap = Duration.between(last.clock, clock).minus(passed);
        Duration skew = Duration.between(database, clock);
        return leap.abs().compareTo(LONGEST_LEAP) <= 0 && skew.abs().compareTo(ClockSkew.TOLERATED) <= 0;
    }
}
