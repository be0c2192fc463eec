package com.optymyse.inspire.licensing.installation;

import java.time.Duration;

/**
 * The pause that the licensing server asks for, by the store's clock.
 *
 * @param since how long ago the server asked for it
 * @param left how long it lasts from now on
 */
public record ServerPause(Duration since, Duration left) {

    public ServerPause {
        if (since.isNegative() || left.isNegative()) {
            throw new IllegalArgumentException("A pause that is told of has begun and is not over.");
        }
    }

    /** How long the server asked to be left alone. */
    public Duration length() {
        return since.plus(left);
    }
}
