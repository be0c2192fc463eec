package com.optymyse.inspire.licensing.activation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;

/** How long an admin's operation may take. The bounds keep it below the 20 seconds that an admin waits at most. */
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
     * The longest time that an operation waits for others and for the licensing server together. A call without an answer
     * by then has failed.
     */
    @WithDefault("15S")
    @DurationMax(seconds = 15)
    Duration deadline();

    /**
     * How long a deactivation or a replacement waits for the old seat to be given back, before that is left to the
     * background.
     */
    @WithDefault("3S")
    @DurationMax(seconds = 3)
    Duration releaseDeadline();
}
