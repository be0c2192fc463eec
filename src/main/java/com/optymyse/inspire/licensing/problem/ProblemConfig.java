package com.optymyse.inspire.licensing.problem;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** How problems name their pages. */
@ConfigMapping(prefix = "licensing.problem")
public interface ProblemConfig {

    /**
     * The address of the problem pages as callers see it; the {@code type} of a problem is this address and the code.
     * The default fits a service with a host name of its own. Set it if a proxy publishes the service under a path, for
     * example {@code https://inspire.example.com/licensing/problems/}.
     */
    @WithDefault("/problems/")
    URI pages();
}
