package com.optymyse.inspire.licensing.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The version that runs, as a label of a gauge that is always 1. It is there before the state was read. Alerts and the
 * dashboard recognize a replica of this service by it.
 */
@Singleton
class BuildMetrics implements MeterBinder {

    private final String version;

    BuildMetrics(@ConfigProperty(name = "quarkus.application.version") String version) {
        this.version = version;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("licensing.build.info", () -> 1)
                .description("1, with the version that runs as a label")
                .tag("version", version)
                .register(registry);
    }
}
