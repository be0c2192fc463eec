package com.optymyse.inspire.licensing.keygen;

import io.quarkus.test.Mock;
import io.smallrye.config.SmallRyeConfig;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How the licensing server is called in component tests: as configured, but for the time that a test gives each call. */
@Mock
@Singleton
public class TestLicensingServerConfig implements LicensingServerConfig {

    private final LicensingServerConfig configured;
    private volatile Duration timeout;

    TestLicensingServerConfig(SmallRyeConfig config) {
        this.configured = config.getConfigMapping(LicensingServerConfig.class);
        this.timeout = configured.timeout();
    }

    /** For tests in which the server does not answer, so that they need not wait for as long as a busy machine may take. */
    public void limitCallsTo(Duration time) {
        timeout = time;
    }

    public void reset() {
        timeout = configured.timeout();
    }

    @Override
    public Duration timeout() {
        return timeout;
    }

    @Override
    public URI url() {
        return configured.url();
    }

    @Override
    public boolean enabled() {
        return configured.enabled();
    }

    @Override
    public boolean accountInPath() {
        return configured.accountInPath();
    }

    @Override
    public Optional<String> signedHost() {
        return configured.signedHost();
    }

    @Override
    public Optional<Path> trustedCertificates() {
        return configured.trustedCertificates();
    }

    @Override
    public boolean allowHttp() {
        return configured.allowHttp();
    }

    @Override
    public Duration certificateTtl() {
        return configured.certificateTtl();
    }
}
