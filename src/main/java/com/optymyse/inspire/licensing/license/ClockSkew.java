package com.optymyse.inspire.licensing.license;

import java.time.Duration;

/** How far two clocks may differ without either being called wrong. */
public final class ClockSkew {

    /** Clocks that are set over the network differ by much less, and one that nobody sets soon differs by more. */
    public static final Duration TOLERATED = Duration.ofMinutes(5);

    private ClockSkew() {}
}
