package com.optymyse.inspire.licensing.testing;

import com.optymyse.inspire.licensing.incident.MonotonicClock;
import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** How much time has passed for the service in component tests: the real time, and what a test adds to it. */
@Mock
@Singleton
public class TestMonotonicClock implements MonotonicClock {

    private final AtomicLong added = new AtomicLong();

    /** Lets so much time pass in truth, whatever the host's clock says. */
    public void pass(Duration time) {
        added.addAndGet(time.toNanos());
    }

    @Override
    public long nanos() {
        return System.nanoTime() + added.get();
    }
}
