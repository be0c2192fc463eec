package com.optymyse.inspire.licensing.keygen;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.keygen.CertificateRefused.Reason;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CertificateRefusedTest {

    /** For an address of mail and four servers, valid in January 2026. */
    private static final X509Certificate OF_SERVERS = read("""
            -----BEGIN CERTIFICATE-----
            MIIBmzCCAUKgAwIBAgIIODm1FQLjVkYwCgYIKoZIzj0EAwMwHDEaMBgGA1UEAxMR
            UHJpdmF0ZSBhdXRob3JpdHkwHhcNMjYwMTAxMDAwMDAwWhcNMjYwMjAxMDAwMDAw
            WjAcMRowGAYDVQQDExFQcml2YXRlIGF1dGhvcml0eTBZMBMGByqGSM49AgEGCCqG
            SM49AwEHA0IABMzf3oIHm+UthzyLDJpIilsNnO3YIiyKQeITcAt+yeMBU/aKFOoQ
            WbD9aLs4Vs1P8nOUsI73UZ1XjIdsmXBh61ejbjBsMB0GA1UdDgQWBBSUW4TEbRfD
            9ob8xC+32k8A+eNX3TBLBgNVHREERDBCgQ1hQGV4YW1wbGUuY29tgg1hLmV4YW1w
            bGUuY29thwTAAAIHgg1iLmV4YW1wbGUuY29tgg1jLmV4YW1wbGUuY29tMAoGCCqG
            SM49BAMDA0cAMEQCIBB5i1zzeszYTnf+WzxgUNFGBW2yQd5DwehcJMIctajDAiBU
            gmcKXMcRV7FtQM5JIeb8kIGsIu8jkdZuFIhX0g4GBQ==
            -----END CERTIFICATE-----
            """);

    /** Names no server but its subject, valid in 2025 and 2026. */
    private static final X509Certificate OF_ITS_SUBJECT = read("""
            -----BEGIN CERTIFICATE-----
            MIIBXTCCAQOgAwIBAgIJAPeghIouVg58MAoGCCqGSM49BAMDMBwxGjAYBgNVBAMT
            EXBsYWluLmV4YW1wbGUuY29tMB4XDTI1MDEwMTAwMDAwMFoXDTI3MDEwMTAwMDAw
            MFowHDEaMBgGA1UEAxMRcGxhaW4uZXhhbXBsZS5jb20wWTATBgcqhkjOPQIBBggq
            hkjOPQMBBwNCAATq9qYD7hXINhUoLnGA3bLM0mF5Q71MAfHv+cZWgEHeXaO2w05U
            +JglyCVR3Ofk3rkZccYGUf1S0Iw7MZ+GHutloy4wLDAdBgNVHQ4EFgQUk9kVRBm1
            sH4+qsZjqZrLzxRwwxYwCwYDVR0PBAQDAgeAMAoGCCqGSM49BAMDA0gAMEUCIDVv
            6nnY0vS+nNcJkJAZuBUbk0TPJ4Q+wi+rnyt8R92wAiEAsmFzVNMe3f39hCbwlskY
            xGEeD+JXlR6RnKEHm+PzFNM=
            -----END CERTIFICATE-----
            """);

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(because(new CertificateExpiredException("over")), Reason.EXPIRED),
                Arguments.of(because(new CertificateNotYetValidException("early")), Reason.NOT_YET_VALID),
                Arguments.of(because(new CertPathBuilderException("no path")), Reason.UNKNOWN_AUTHORITY),
                Arguments.of(because(invalid(BasicReason.INVALID_SIGNATURE)), Reason.OTHER_KEY),
                Arguments.of(because(invalid(BasicReason.REVOKED)), Reason.OTHER),
                Arguments.of(
                        new CertificateException("No subject alternative DNS name matching localhost found."),
                        Reason.OTHER_NAME),
                Arguments.of(new CertificateException("No name matching localhost found"), Reason.OTHER_NAME),
                Arguments.of(new CertificateException("Another message"), Reason.OTHER),
                Arguments.of(new CertificateException(), Reason.OTHER));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void of_refusal_isItsReason(CertificateException refusal, Reason reason) {
        CertificateRefused refused = refused(refusal, OF_SERVERS);

        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused).hasMessage(refusal.getMessage()).hasCause(refusal);
    }

    /** Nothing can be told of it. */
    @Test
    void of_noCertificate_isTheRefusalItself() {
        CertificateException refusal = new CertificateException("No certificate.");

        assertThat(CertificateRefused.of(new X509Certificate[0], refusal)).isSameAs(refusal);
    }

    @Test
    void of_chain_isAboutTheCertificateThatIsTheReason() {
        X509Certificate[] chain = {OF_ITS_SUBJECT, OF_SERVERS};

        assertThat(refused(because(new CertificateExpiredException()), chain).validUntil())
                .isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
        assertThat(refused(because(new CertificateNotYetValidException()), chain)
                        .validFrom())
                .isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(refused(because(new CertPathBuilderException()), chain).validFrom())
                .isEqualTo(Instant.parse("2025-01-01T00:00:00Z"));
    }

    @Test
    void isValidAt_firstAndLastSecond_andNoOther() {
        CertificateRefused refused = refused(new CertificateException(), OF_SERVERS);

        assertThat(refused.isValidAt(Instant.parse("2025-12-31T23:59:59Z"))).isFalse();
        assertThat(refused.isValidAt(Instant.parse("2026-01-01T00:00:00Z"))).isTrue();
        assertThat(refused.isValidAt(Instant.parse("2026-02-01T00:00:00Z"))).isTrue();
        assertThat(refused.isValidAt(Instant.parse("2026-02-01T00:00:01Z"))).isFalse();
    }

    @Test
    void names_severalServers_areThreeOfThem() {
        CertificateRefused refused = refused(new CertificateException(), OF_SERVERS);

        assertThat(refused.names()).containsExactly("a.example.com", "192.0.2.7", "b.example.com");
        assertThat(refused.issuer()).isEqualTo("CN=Private authority");
    }

    @Test
    void names_noServer_isTheSubject() {
        assertThat(refused(new CertificateException(), OF_ITS_SUBJECT).names()).containsExactly("CN=plain.example.com");
    }

    private static CertificateRefused refused(CertificateException refusal, X509Certificate... chain) {
        return (CertificateRefused) CertificateRefused.of(chain, refusal);
    }

    /** As TLS wraps it. */
    private static CertificateException because(Exception cause) {
        return new CertificateException("PKIX path validation failed", new IllegalStateException(cause));
    }

    private static CertPathValidatorException invalid(BasicReason reason) {
        return new CertPathValidatorException("not valid", null, null, -1, reason);
    }

    private static X509Certificate read(String pem) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        } catch (CertificateException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
