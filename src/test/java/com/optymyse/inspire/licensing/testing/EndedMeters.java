package com.optymyse.inspire.licensing.testing;

import io.micrometer.core.instrument.Metrics;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Removes the meters of an application that ends. Micrometer's global registry outlives it where tests start several in one
 * JVM, and keeps the first gauge of a name: it would go on asking objects that are gone.
 */
@Singleton
class EndedMeters {

    void remove(@Observes ShutdownEvent ended) {
        Metrics.globalRegistry.clear();
    }
}
