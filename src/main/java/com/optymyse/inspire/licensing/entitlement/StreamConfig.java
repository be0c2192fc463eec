package com.optymyse.inspire.licensing.entitlement;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** How many clients may listen for changes, and how their connections are kept alive. */
@ConfigMapping(prefix = "licensing.stream")
public interface StreamConfig {

    /**
     * How many clients may listen to one replica for changes at a time. The service answers further clients with 429.
     */
    @WithDefault("5000")
    int listeners();

    /**
     * How many of them may be clients with tokens of one subject, or clients without a token; half of all if it is not
     * set. Displays that share a token share this number.
     */
    OptionalInt listenersPerSubject();

    /**
     * How often the service sends a comment to each client (heartbeat). It shows both sides that the connection still
     * works. At least a second. The service closes the connection of a client that has not received one whole event or
     * comment between two heartbeats.
     */
    @WithDefault("15S")
    Duration heartbeat();
}
