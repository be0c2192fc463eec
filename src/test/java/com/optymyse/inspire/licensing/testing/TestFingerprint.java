package com.optymyse.inspire.licensing.testing;

import com.optymyse.inspire.licensing.installation.InstallationConfig;
import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The configured fingerprint in component tests: none, until a test says otherwise. */
@Mock
@Singleton
public class TestFingerprint implements InstallationConfig {

    private volatile Optional<String> fingerprint = Optional.empty();

    /** As after a restart with this in the configuration. */
    public void configure(String configured) {
        fingerprint = Optional.of(configured);
    }

    public void reset() {
        fingerprint = Optional.empty();
    }

    @Override
    public Optional<String> fingerprint() {
        return fingerprint;
    }
}
