package com.optymyse.inspire.licensing.testing;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The service's clock in component tests: the real time, moved as far as a test says, or a moment at which it stands. */
@Mock
@Singleton
public class TestClock extends Clock {

    private volatile Clock source = Clock.systemUTC();

    /** Puts the clock ahead, or back with a negative duration, against the real time. */
    public void move(Duration by) {
        source = Clock.offset(Clock.systemUTC(), by);
    }

    /** Lets the clock stand, so that nothing depends on how long a test takes. */
    public void stopAt(Instant moment) {
        source = Clock.fixed(moment, ZoneOffset.UTC);
    }

    public void reset() {
        source = Clock.systemUTC();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Everything here is in UTC.");
    }

    @Override
    public Instant instant() {
        return source.instant();
    }
}
