package com.optymyse.inspire.licensing.installation;

import java.time.Instant;
import java.util.Optional;

/** The time that it is at least wherever this release runs: it can't run before it was made. */
@FunctionalInterface
public interface EarliestTime {

    /** That time; empty where the release does not know when it was made. */
    Optional<Instant> time();
}
