package com.optymyse.inspire.licensing.background;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often each background task runs. */
@ConfigMapping(prefix = "licensing.background")
public interface BackgroundConfig {

    /**
     * How often the service reads the state again, in case a notification of another replica was lost. At least a
     * second. If it is longer than 30 seconds, the replica reports {@code state-not-current} between two reads.
     */
    @WithDefault("5S")
    Duration poll();

    /** How often the service checks whether the release of a seat is due. At least a second. */
    @WithDefault("10S")
    Duration releases();

    /** How often the service checks whether a re-validation is due. At least a second. */
    @WithDefault("10S")
    Duration revalidation();

    /**
     * How often the service checks whether the standing has changed because time has passed, and records the change. At
     * least a second.
     */
    @WithDefault("5S")
    Duration standing();

    /**
     * How often the service verifies the audit trail, and deletes entries that are older than {@code
     * licensing.audit.keep}. At least a second.
     */
    @WithDefault("1H")
    Duration trail();

    /**
     * How often the service stores the current time, and compares its clock with PostgreSQL's. If the service is
     * killed, at most this much time is forgotten. At least a second. If it is longer than a minute, the service
     * reports {@code time-not-stored} between two stores.
     */
    @WithDefault("10S")
    Duration clock();
}
