package com.optymyse.inspire.licensing.postgres;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Reads the secret when the service starts, so that it does not start with a wrong one. */
final class Secrets {

    private Secrets() {}

    @Startup
    @Produces
    @Singleton
    static KeyRing keyRing(SecretConfig config) {
        return KeyRing.of(config.keys().orElse(List.of()));
    }
}
