package com.optymyse.inspire.licensing.entitlement;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;

/** How many clients listen for changes, and what they have not taken in. */
@Singleton
class SseMetrics implements MeterBinder {

    private final SseBroadcaster broadcaster;

    SseMetrics(SseBroadcaster broadcaster) {
        this.broadcaster = broadcaster;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("licensing.listeners", broadcaster::count)
                .description("Clients that listen for changes on this replica")
                .register(registry);
        Gauge.builder("licensing.listeners.pending", broadcaster.pending(), PendingEvents::bytes)
                .baseUnit(BaseUnits.BYTES)
                .description(
                        "Bytes that clients have not received yet. An event that is pending for many clients counts"
                                + " once, and once more for each TLS connection of the service itself.")
                .register(registry);
        FunctionCounter.builder("licensing.listeners.cut.off", broadcaster.pending(), PendingEvents::cutOff)
                .description(
                        "Clients whose connection was closed because too much was pending and they were the slowest")
                .register(registry);
    }
}
