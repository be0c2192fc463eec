package com.optymyse.inspire.licensing.installation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long a key signs snapshots. */
@ConfigMapping(prefix = "licensing.signing-key")
public interface SigningKeyConfig {

    /** How long a key signs snapshots before the next one takes over; at least two days. */
    @WithDefault("90D")
    @DurationMin(days = 2)
    Duration age();
}
