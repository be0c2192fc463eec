package com.optymyse.inspire.licensing.incident;

/** A clock that nobody can set: it tells how much time has passed, not what time it is. */
@FunctionalInterface
public interface MonotonicClock {

    /** Nanoseconds since some moment, which is another one in each process. */
    long nanos();
}
