package com.optymyse.inspire.licensing.entitlement;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What clients of the OpenFeature Remote Evaluation Protocol are told. */
@ConfigMapping(prefix = "licensing.ofrep")
public interface OfrepConfig {

    /**
     * The path under which clients reach {@code /ofrep/v1/events}. To be set where a proxy in front of the service changes
     * paths.
     */
    @WithDefault("/ofrep/v1/events")
    String events();
}
