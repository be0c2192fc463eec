package com.optymyse.inspire.licensing.runtime;

import com.optymyse.inspire.licensing.certificate.CertificateVerifier;
import com.optymyse.inspire.licensing.certificate.TrustAnchors;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** The plain values that the parts of the service are built from. */
final class Wiring {

    Wiring() {}

    @Produces
    @Singleton
    static Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    static RandomGenerator random() {
        return new SecureRandom();
    }

    @Produces
    @Singleton
    static TrustAnchors trustAnchors(VendorConfig configured) {
        return VendorTrust.of(configured);
    }

    @Produces
    @Singleton
    static CertificateVerifier certificateVerifier(TrustAnchors trust) {
        return new CertificateVerifier(trust);
    }
}
