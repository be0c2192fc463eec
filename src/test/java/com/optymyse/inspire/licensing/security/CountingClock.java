package com.optymyse.inspire.licensing.security;

import com.optymyse.inspire.licensing.incident.MonotonicClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that goes on by a nanosecond each time it is read, and as far as a test says, however busy the machine is. */
public final class CountingClock implements MonotonicClock {

    private final AtomicLong nanos = new AtomicLong();

    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Override
    public long nanos() {
        return nanos.incrementAndGet();
    }
}
