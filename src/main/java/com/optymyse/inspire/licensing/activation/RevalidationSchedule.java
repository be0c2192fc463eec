package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.license.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When the licensing server is asked next. Daily when all is well, hourly while a verdict stands against the license, and
 * with growing pauses after failures. Sooner after an activation (some terms start a little later at the server) and around
 * a coming change.
 */
final class RevalidationSchedule {

    private static final Duration REGULAR = Duration.ofHours(24);
    private static final Duration JITTER = Duration.ofHours(2);
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration SOON_JITTER = Duration.ofMinutes(4);
    private static final Duration HOURLY = Duration.ofHours(1);
    private static final Duration BEFORE_CHANGE = Duration.ofMinutes(5);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final int TRIES_WITH_BACK_OFF = 12;

    private final RandomGenerator random;

    RevalidationSchedule(RandomGenerator random) {
        this.random = random;
    }

    Instant afterActivation(Instant now) {
        return now.plus(SOON).plus(share(SOON_JITTER));
    }

    /**
     * After a response that counts.
     *
     * @param standing what the response makes of the installation
     * @param until when that changes by itself; null for never
     * @param now the time that counts, as in {@code until}
     */
    Instant afterResponse(Standing standing, @Nullable Instant until, Instant now) {
        Instant regular = standing == Standing.LICENSED
                ? now.plus(REGULAR).minus(JITTER.dividedBy(2)).plus(share(JITTER))
                : now.plus(HOURLY);
        return until == null ? regular : earlier(regular, aroundChange(until, now));
    }

    /** Shortly before a change, so that a renewal leaves no gap; once it is that near, at the change. */
    private static Instant aroundChange(Instant change, Instant now) {
        Instant before = change.minus(BEFORE_CHANGE);
        return before.isAfter(now) ? before : change;
    }

    /**
     * After an attempt that failed.
     *
     * @param failures failed attempts in a row, this one included
     * @param until when the standing changes by itself; null for never
     * @param now the time that counts, as in {@code until}
     */
    Instant afterFailure(int failures, @Nullable Instant until, Instant now) {
        Duration pause = failures > TRIES_WITH_BACK_OFF
                ? HOURLY
                : shorter(FIRST_PAUSE.multipliedBy(1L << (failures - 1)), HOURLY);
        return until == null ? now.plus(pause) : earlier(now.plus(pause), until);
    }

    private Duration share(Duration whole) {
        return Duration.ofMillis(random.nextLong(whole.toMillis()));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
