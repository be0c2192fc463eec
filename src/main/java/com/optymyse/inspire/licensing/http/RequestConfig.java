package com.optymyse.inspire.licensing.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long a client may take to send its request. */
@ConfigMapping(prefix = "licensing.request")
public interface RequestConfig {

    /** How long the body of a request may take to arrive. The service answers a slower request with 408. */
    @WithDefault("10S")
    @DurationMin(millis = 1)
    Duration bodyTimeout();
}
