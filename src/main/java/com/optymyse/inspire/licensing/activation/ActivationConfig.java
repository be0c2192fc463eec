package com.optymyse.inspire.licensing.activation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;

/**
 * How long an admin's operation may take. The bounds keep an operation below the 20 seconds that an admin waits at
 * most.
 */
@ConfigMapping(prefix = "licensing.activation")
public interface ActivationConfig {

    /** How many activations, previews and re-validations one caller may try within a minute, on each replica. */
    @WithDefault("20")
    @Min(1)
    int attemptsPerMinute();

    /** How long an operation waits while another one changes the license. */
    @WithDefault("6S")
    @DurationMax(seconds = 10)
    @WithName("patience")
    Duration lockTimeout();

    /**
     * The longest time that an operation waits for other operations and for the licensing server together. A call that
     * has no response by then has failed.
     */
    @WithDefault("15S")
    @DurationMax(seconds = 15)
    Duration deadline();

    /**
     * How long a deactivation or a replacement waits for the release of the old seat, before a background task
     * continues the release.
     */
    @WithDefault("3S")
    @DurationMax(seconds = 3)
    Duration releaseDeadline();
}
