package com.optymyse.inspire.licensing.commandline;

import com.optymyse.inspire.licensing.certificate.TrustAnchors;
import com.optymyse.inspire.licensing.installation.EarliestTime;
import com.optymyse.inspire.licensing.postgres.DatabaseSettings;
import com.optymyse.inspire.licensing.postgres.OperatorDatabase;
import com.optymyse.inspire.licensing.runtime.Wiring;
import com.optymyse.inspire.licensing.trust.VendorConfig;
import com.optymyse.inspire.licensing.trust.VendorTrust;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfig;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The service's own settings: environment variables, system properties, and the files that these name. */
final class Settings {

    private final SmallRyeConfig config;
    private final Clock clock;
    private final EarliestTime release;

    Settings(SmallRyeConfig config, Clock clock, EarliestTime release) {
        this.config = config;
        this.clock = clock;
        this.release = release;
    }

    static Settings ofThisHost() {
        return new Settings(
                ConfigUtils.configBuilder().withMapping(VendorConfig.class).build(),
                Wiring.clock(),
                Wiring.earliestTime());
    }

    Clock clock() {
        return clock;
    }

    EarliestTime release() {
        return release;
    }

    /** @throws ConfigurationException when they are neither built in nor configured */
    TrustAnchors trust() {
        return VendorTrust.of(config.getConfigMapping(VendorConfig.class));
    }

    List<String> secretKeys() {
        return config.getOptionalValues("licensing.secret.keys", String.class).orElse(List.of());
    }

    Optional<String> fingerprint() {
        return config.getOptionalValue("licensing.installation.fingerprint", String.class);
    }

    /**
     * Connects to the service's database.
     *
     * @param terminal is told what of the address has no effect
     * @throws SQLException when it can't be reached
     * @throws IllegalArgumentException when its settings are missing or wrong, in a sentence that names them
     */
    OperatorDatabase database(Terminal terminal) throws SQLException {
        DatabaseSettings settings = DatabaseSettings.of(config);
        settings.warnings().forEach(warning -> terminal.say("Warning: " + warning));
        return OperatorDatabase.connect(settings);
    }
}
