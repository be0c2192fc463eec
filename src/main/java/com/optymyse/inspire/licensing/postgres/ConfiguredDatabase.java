package com.optymyse.inspire.licensing.postgres;

import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Reads the database's address and its secret when the service starts, so that it does not start with a wrong one. */
final class ConfiguredDatabase {

    @Startup
    @Produces
    @Singleton
    static DatabaseSettings settings(SmallRyeConfig config) {
        try {
            DatabaseSettings settings = DatabaseSettings.of(config);
            TlsFiles.read(settings.address().tls());
            settings.warnings().forEach(Log::warn);
            return settings;
        } catch (IllegalArgumentException | IOException unusable) {
            throw refused(unusable, DatabaseSettings.URL);
        }
    }

    @Startup
    @Produces
    @Singleton
    static KeyRing keyRing(SecretConfig config) {
        try {
            return KeyRing.of(config.keys().orElse(List.of()));
        } catch (IllegalArgumentException unusable) {
            throw refused(unusable, "licensing.secret.keys");
        }
    }

    /** Quarkus shows the message of this type alone, and no stack trace. */
    private static ConfigurationException refused(Exception unusable, String setting) {
        return new ConfigurationException(unusable.getMessage(), Set.of(setting));
    }
}
