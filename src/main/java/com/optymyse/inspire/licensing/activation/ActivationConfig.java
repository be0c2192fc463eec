package com.optymyse.inspire.licensing.activation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long an admin's operation may take. Together the three stay below the 20 seconds that an admin waits at most. */
@ConfigMapping(prefix = "licensing.activation")
public interface ActivationConfig {

    /** How long an operation waits while another one changes the license. */
    @WithDefault("6S")
    Duration patience();

    /** How long an operation may take in all, waiting included; what the licensing server has not answered by then failed. */
    @WithDefault("15S")
    Duration deadline();

    /** How long a deactivation or a replacement waits for the old seat to be given back, before that is left to the background. */
    @WithDefault("3S")
    Duration releaseDeadline();
}
