package com.optymyse.inspire.licensing.background;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often each background task runs. */
@ConfigMapping(prefix = "licensing.background")
public interface BackgroundConfig {

    /**
     * How often the state is read again, in case a notification of another replica was lost. At least a second; a replica
     * that reads it less often than every 30 seconds tells {@code state-not-current} in between.
     */
    @WithDefault("5S")
    Duration poll();

    /** How often it is checked whether a seat is due to be given back. At least a second. */
    @WithDefault("10S")
    Duration releases();

    /** How often it is checked whether the licensing server is due to be asked. At least a second. */
    @WithDefault("10S")
    Duration revalidation();

    /** How often it is checked whether time alone has changed the standing, so that it is recorded. At least a second. */
    @WithDefault("5S")
    Duration standing();

    /** How often the audit trail is verified and its old entries are forgotten. At least a second. */
    @WithDefault("1H")
    Duration trail();

    /**
     * How often the time that has passed is stored, and the host's clock is compared with PostgreSQL's. When the service is
     * killed, at most this much time is forgotten. At least a second. A service that stores it less often than every minute
     * tells {@code time-not-stored} in between.
     */
    @WithDefault("10S")
    Duration clock();
}
