package com.optymyse.inspire.licensing.entitlement;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings for clients of the OpenFeature Remote Evaluation Protocol. */
@ConfigMapping(prefix = "licensing.ofrep")
public interface OfrepConfig {

    /**
     * The path under which clients reach {@code /ofrep/v1/events}. Set it if a proxy in front of the service changes
     * paths.
     */
    @WithDefault("/ofrep/v1/events")
    String events();
}
