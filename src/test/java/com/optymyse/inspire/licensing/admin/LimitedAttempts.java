package com.optymyse.inspire.licensing.admin;

import com.optymyse.inspire.licensing.activation.ActivationConfig;
import java.time.Duration;

/** A configuration of which nothing but the number of attempts is looked at. */
record LimitedAttempts(int attemptsPerMinute) implements ActivationConfig {

    @Override
    public Duration lockTimeout() {
        return Duration.ZERO;
    }

    @Override
    public Duration deadline() {
        return Duration.ZERO;
    }

    @Override
    public Duration releaseDeadline() {
        return Duration.ZERO;
    }
}
