package com.optymyse.inspire.licensing.installation;

import com.optymyse.inspire.licensing.certificate.CertificateVerifier;
import com.optymyse.inspire.licensing.certificate.TestVendor;
import com.optymyse.inspire.licensing.certificate.TrustAnchors;
import java.util.concurrent.atomic.AtomicInteger;

/** A cache whose verifications are counted. */
public final class CountedVerifications {

    private final AtomicInteger count = new AtomicInteger();
    private final CertificateCache certificates;

    /** Those by which {@link TestVendor} is trusted. */
    public CountedVerifications() {
        this(TestVendor.anchors());
    }

    public CountedVerifications(TrustAnchors trust) {
        CertificateVerifier verifier = new CertificateVerifier(trust);
        certificates = new CertificateCache((text, key, fingerprint, kinds) -> {
            count.incrementAndGet();
            return verifier.verify(text, key, fingerprint, kinds);
        });
    }

    public CertificateCache certificates() {
        return certificates;
    }

    /** How many there were since this was asked last. */
    public int since() {
        return count.getAndSet(0);
    }
}
