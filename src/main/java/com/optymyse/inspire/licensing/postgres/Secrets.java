package com.optymyse.inspire.licensing.postgres;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Reads the secret when the service starts, so that it does not start with a wrong one. */
final class Secrets {

    @Startup
    @Produces
    @Singleton
    static KeyRing keyRing(SecretConfig config) {
        try {
            return KeyRing.of(config.keys().orElse(List.of()));
        } catch (IllegalArgumentException unusable) {
            // Quarkus shows the message of this type alone, and no stack trace.
            throw new ConfigurationException(unusable.getMessage(), Set.of("licensing.secret.keys"));
        }
    }
}
