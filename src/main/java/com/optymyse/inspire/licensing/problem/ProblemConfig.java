package com.optymyse.inspire.licensing.problem;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** How problems name their pages. */
@ConfigMapping(prefix = "licensing.problem")
public interface ProblemConfig {

    /**
     * The address of the problem pages as callers see it; the {@code type} of a problem is this address and the code.
     * The default is right wherever the service has a host name of its own, whichever it is. Set it where a proxy
     * publishes the service under a path, for example {@code https://inspire.example.com/licensing/problems/}.
     */
    @WithDefault("/problems/")
    URI pages();
}
