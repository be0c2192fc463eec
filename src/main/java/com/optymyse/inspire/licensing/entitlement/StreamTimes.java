package com.optymyse.inspire.licensing.entitlement;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * When a stream ends, and when its client comes back. Both are spread, because those whose tokens end together, or whose replica
 * stops, would all come back in the same second.
 *
 * @param random decides where in its time each client comes
 */
record StreamTimes(RandomGenerator random) {

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** The longest time by which a stream ends before its limit. */
    private static final Duration SPREAD = Duration.ofSeconds(30);

    /** How long a client is to wait before it connects again. */
    Duration pause() {
        return SHORTEST_PAUSE.plus(share(LONGEST_PAUSE.minus(SHORTEST_PAUSE)));
    }

    /**
     * When a new stream ends: in the last 30 seconds before the limit, but not in the first half of its time. So a client
     * that comes back with the same token gets a stream that is worth it.
     *
     * @param limit the moment from which on its token, or what it shows instead, is refused
     */
    Instant end(Instant now, Instant limit) {
        if (!now.isBefore(limit)) {
            return limit;
        }
        Duration half = Duration.between(now, limit).dividedBy(2);
        return limit.minus(share(half.compareTo(SPREAD) < 0 ? half : SPREAD));
    }

    private Duration share(Duration whole) {
        return Duration.ofMillis(random.nextLong(whole.toMillis() + 1));
    }
}
