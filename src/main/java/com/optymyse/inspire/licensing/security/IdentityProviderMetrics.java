package com.optymyse.inspire.licensing.security;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;

/**
 * Whether the identity provider's keys can be fetched. This is a metric and no health check, because known keys still
 * count.
 */
@Singleton
class IdentityProviderMetrics implements MeterBinder {

    private final VerificationKeys keys;

    IdentityProviderMetrics(VerificationKeys keys) {
        this.keys = keys;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("licensing.identity.provider.available", () -> keys.available() ? 1 : 0)
                .description("1 if the last fetch of the identity provider's keys succeeded, else 0")
                .register(registry);
    }
}
