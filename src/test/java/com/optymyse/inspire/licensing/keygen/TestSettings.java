package com.optymyse.inspire.licensing.keygen;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The settings as they are by default, for a server of one's own; however busy the machine is, its calls are not given up. */
record TestSettings(
        URI url,
        boolean enabled,
        boolean accountInPath,
        Optional<String> signedHost,
        Duration timeout,
        boolean allowHttp,
        Optional<Path> trustedCertificates)
        implements LicensingServerConfig {

    static TestSettings at(URI url) {
        return new TestSettings(url, true, true, Optional.empty(), Duration.ofMinutes(1), false, Optional.empty());
    }

    TestSettings withoutCalls() {
        return new TestSettings(url, false, accountInPath, signedHost, timeout, allowHttp, trustedCertificates);
    }

    TestSettings withHttpAllowed() {
        return new TestSettings(url, enabled, accountInPath, signedHost, timeout, true, trustedCertificates);
    }

    TestSettings withTrustedCertificates(Path file) {
        return new TestSettings(url, enabled, accountInPath, signedHost, timeout, allowHttp, Optional.of(file));
    }

    TestSettings withoutAccountInPath() {
        return new TestSettings(url, enabled, false, signedHost, timeout, allowHttp, trustedCertificates);
    }

    TestSettings withSignedHost(String host) {
        return new TestSettings(
                url, enabled, accountInPath, Optional.of(host), timeout, allowHttp, trustedCertificates);
    }

    TestSettings withTimeout(Duration time) {
        return new TestSettings(url, enabled, accountInPath, signedHost, time, allowHttp, trustedCertificates);
    }

    @Override
    public Duration certificateTtl() {
        return Duration.ofDays(14);
    }
}
