package com.optymyse.inspire.licensing.licensingserver;

import java.time.Duration;

/** The moment by which an operation has to be over, passed down to every call it makes. Immune to changes of the clock. */
public final class Deadline {

    private final long endNanos;

    private Deadline(long endNanos) {
        this.endNanos = endNanos;
    }

    public static Deadline after(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** What is left; zero when it is over, never negative. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
    }

    /** A deadline that ends with this one or after {@code most}, whichever comes first. */
    public Deadline atMost(Duration most) {
        return remaining().compareTo(most) <= 0 ? this : after(most);
    }

    public boolean isOver() {
        return remaining().isZero();
    }
}
