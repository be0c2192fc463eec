package com.optymyse.inspire.licensing.entitlement;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;

/** How many clients listen for changes. */
@Singleton
class ListenerMetrics implements MeterBinder {

    private final Listeners listeners;

    ListenerMetrics(Listeners listeners) {
        this.listeners = listeners;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("licensing.listeners", listeners::count)
                .description("Clients that listen for changes on this replica")
                .register(registry);
    }
}
