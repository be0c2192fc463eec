package com.optymyse.inspire.licensing.incident;

import java.time.Duration;

/**
 * Decides when to log a failure that comes and goes: when it begins, and when all has worked for {@link #QUIET}. What fails
 * in between is the same incident.
 */
public final class Incident {

    /** What to log now. */
    public enum News {
        NOTHING,
        BEGINS,
        IS_OVER
    }

    /** How long something has to work until its failure is over. */
    public static final Duration QUIET = Duration.ofSeconds(30);

    private final MonotonicClock clock;
    private boolean told;
    private boolean working = true;
    private long workingSince;

    public Incident(MonotonicClock clock) {
        this.clock = clock;
    }

    /** It has failed just now. */
    public synchronized News failed() {
        working = false;
        if (told) {
            return News.NOTHING;
        }
        told = true;
        return News.BEGINS;
    }

    /** It has worked just now. */
    public synchronized News worked() {
        if (!working) {
            working = true;
            workingSince = clock.nanos();
        }
        return look();
    }

    /** Time has passed. What is not used meanwhile counts as it was when it was used last. */
    public synchronized News look() {
        if (!told || !working || clock.nanos() - workingSince < QUIET.toNanos()) {
            return News.NOTHING;
        }
        told = false;
        return News.IS_OVER;
    }
}
