package com.optymyse.inspire.licensing.sandbox.state;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The licensing server's time: a base clock, moved by the offset that tests set. */
public final class SandboxClock implements InstantSource {

    private final InstantSource base;
    private final Memory memory;

    public SandboxClock(InstantSource base, Memory memory) {
        this.base = base;
        this.memory = memory;
    }

    /** The real time, for a sandbox that is given no other, and for what must be true outside the sandbox too. */
    public static Clock real() {
        return Clock.systemUTC();
    }

    /** Now, in the milliseconds that the server's documents show. */
    @Override
    public Instant instant() {
        return base.instant().plusSeconds(memory.state().clockOffsetSeconds()).truncatedTo(ChronoUnit.MILLIS);
    }

    public void moveTo(long offsetSeconds) {
        memory.update(state -> state.withClockOffset(offsetSeconds));
    }
}
