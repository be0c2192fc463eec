package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.installation.ServerPause;
import java.time.Duration;

/** How long this service does not call a busy licensing server: pure decisions. */
final class PauseRules {

    /** A background task keeps the pause that the server asked for, up to this. */
    static final Duration LONGEST_IN_BACKGROUND = Duration.ofHours(1);

    /** The request to pause may come from a proxy and is not signed, so it must not lock an admin out for longer. */
    static final Duration LONGEST_FOR_ADMINS = Duration.ofMinutes(1);

    private PauseRules() {}

    /** How long a background task still has to wait; zero when it may ask. */
    static Duration inBackground(ServerPause pause) {
        return left(pause, LONGEST_IN_BACKGROUND);
    }

    /** How long an admin's request still has to wait; zero when it may ask. */
    static Duration forAdmins(ServerPause pause) {
        return left(pause, LONGEST_FOR_ADMINS);
    }

    /** The pause that is kept after the server asked for this one. */
    static Duration kept(Duration asked) {
        return shorter(asked, LONGEST_IN_BACKGROUND);
    }

    /** After what time an admin who was told to wait gets through. */
    static Duration retryAfter(Duration asked) {
        return shorter(asked, LONGEST_FOR_ADMINS);
    }

    private static Duration left(ServerPause pause, Duration longest) {
        Duration left = shorter(pause.length(), longest).minus(pause.since());
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
