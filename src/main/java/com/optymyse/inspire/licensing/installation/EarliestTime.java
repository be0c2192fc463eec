package com.optymyse.inspire.licensing.installation;

import java.time.Instant;
import java.util.Optional;

/** The earliest time that it can be now: a release can't run before it was made. */
@FunctionalInterface
public interface EarliestTime {

    /** That time; empty where the release does not know when it was made. */
    Optional<Instant> time();
}
