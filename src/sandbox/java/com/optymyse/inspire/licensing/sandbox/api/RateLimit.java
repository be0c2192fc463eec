package com.optymyse.inspire.licensing.sandbox.api;

import java.time.Instant;
import java.util.Map;

/** How the server's front says that an address has asked too often in a minute. */
final class RateLimit {

    private static final long WINDOW_SECONDS = 60;
    private static final int MOST = 60;

    private RateLimit() {}

    /** The headers of a refusal at this time. */
    static Map<String, String> headers(Instant now) {
        long reset = (now.getEpochSecond() / WINDOW_SECONDS + 1) * WINDOW_SECONDS;
        return Map.of(
                "X-RateLimit-Window", "1m",
                "X-RateLimit-Count", String.valueOf(MOST + 1),
                "X-RateLimit-Limit", String.valueOf(MOST),
                "X-RateLimit-Remaining", "0",
                "X-RateLimit-Reset", String.valueOf(reset));
    }
}
