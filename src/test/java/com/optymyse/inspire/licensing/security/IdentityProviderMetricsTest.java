package com.optymyse.inspire.licensing.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.Key;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Plain, because an application that is started again in the same process shows the gauges of the one before. */
class IdentityProviderMetricsTest {

    private final AtomicBoolean available = new AtomicBoolean(true);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void available_keysGoAndComeBack_gaugeFollows() {
        new IdentityProviderMetrics(keys()).bindTo(registry);

        assertThat(gauge()).isEqualTo(1);
        available.set(false);
        assertThat(gauge()).isEqualTo(0);
        available.set(true);
        assertThat(gauge()).isEqualTo(1);
    }

    private double gauge() {
        return registry.get("licensing.identity.provider.available").gauge().value();
    }

    private VerificationKeys keys() {
        return new VerificationKeys() {
            @Override
            public Key key(SignedToken token) {
                throw new UnsupportedOperationException("No token is verified here.");
            }

            @Override
            public long generation() {
                return 0;
            }

            @Override
            public boolean available() {
                return available.get();
            }

            @Override
            public void tend() {
                throw new UnsupportedOperationException("Nothing is fetched here.");
            }
        };
    }
}
