package com.optymyse.inspire.licensing.entitlement;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** How many may listen for changes, and how they are kept. */
@ConfigMapping(prefix = "licensing.stream")
public interface StreamConfig {

    /** How many clients may listen to one replica for changes at a time; who comes later is told to try again. */
    @WithDefault("5000")
    int listeners();

    /**
     * How many of them may be clients with tokens of one subject, or clients without a token; half of all where it is not
     * set. Displays that share a token share its places.
     */
    OptionalInt listenersPerSubject();

    /**
     * How often a client is sent a comment, so that neither side takes a quiet connection for a dead one. At least a
     * second. A client that has not taken in one whole event, or comment, between two of these moments is cut off.
     */
    @WithDefault("15S")
    Duration heartbeat();
}
