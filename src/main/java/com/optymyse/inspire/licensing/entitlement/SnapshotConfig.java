package com.optymyse.inspire.licensing.entitlement;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long other services may rely on a snapshot while this service is down. */
@ConfigMapping(prefix = "licensing.snapshot")
public interface SnapshotConfig {

    /** How long a signed snapshot is valid, if no entitlement ends earlier; a minute to 24 hours. */
    @WithDefault("24H")
    @DurationMin(minutes = 1)
    @DurationMax(hours = 24)
    Duration lifetime();
}
