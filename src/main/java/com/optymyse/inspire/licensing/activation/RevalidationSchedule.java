package com.optymyse.inspire.licensing.activation;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * When the licensing server is asked next: daily when all is well, sooner after an activation (some terms start a little
 * later at the server), with growing pauses after failures.
 */
final class RevalidationSchedule {

    private static final Duration REGULAR = Duration.ofHours(24);
    private static final Duration JITTER = Duration.ofHours(2);
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration SOON_JITTER = Duration.ofMinutes(4);
    private static final Duration RESTRICTED = Duration.ofHours(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final int TRIES_WITH_BACK_OFF = 12;

    private final RandomGenerator random;

    RevalidationSchedule(RandomGenerator random) {
        this.random = random;
    }

    Instant afterActivation(Instant now) {
        return now.plus(SOON).plus(share(SOON_JITTER));
    }

    Instant afterVerdict(boolean licensed, Instant now) {
        return licensed ? now.plus(REGULAR).minus(JITTER.dividedBy(2)).plus(share(JITTER)) : now.plus(RESTRICTED);
    }

    /** @param failures failed attempts in a row, this one included */
    Instant afterFailure(int failures, Instant now) {
        Duration pause = failures > TRIES_WITH_BACK_OFF
                ? RESTRICTED
                : shorter(FIRST_PAUSE.multipliedBy(1L << (failures - 1)), RESTRICTED);
        return now.plus(pause);
    }

    private Duration share(Duration whole) {
        return Duration.ofMillis(random.nextLong(whole.toMillis()));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
