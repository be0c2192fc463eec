package com.optymyse.inspire.licensing.installation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The lease that an operation holds while it changes the license. */
@ConfigMapping(prefix = "licensing.lease")
public interface LeaseConfig {

    /**
     * How long a lease lasts. A running operation renews it three times in this time. After a crash, other operations
     * wait at most this long.
     */
    @WithDefault("15S")
    @DurationMin(seconds = 1)
    @DurationMax(seconds = 15)
    Duration duration();
}
