package com.optymyse.inspire.licensing.keygen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.optymyse.inspire.licensing.certificate.CertificateKind;
import com.optymyse.inspire.licensing.certificate.OfflineFiles;
import com.optymyse.inspire.licensing.certificate.SignatureAlgorithm;
import com.optymyse.inspire.licensing.certificate.TrustAnchors;
import com.optymyse.inspire.licensing.certificate.VendorKey;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsTest {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final VendorKey ED25519 = generate("Ed25519", NamedParameterSpec.ED25519);
    private static final VendorKey RSA = generate("RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4));

    @Test
    void machine_holdsIdFingerprintAndLicense() throws Exception {
        JsonNode body = MAPPER.readTree(Requests.machine("m-1", "f-1", "l-1"));

        assertThat(body).isEqualTo(MAPPER.readTree("""
                {"data": {"type": "machines", "id": "m-1", "attributes": {"fingerprint": "f-1"},
                 "relationships": {"license": {"data": {"type": "licenses", "id": "l-1"}}}}}
                """));
    }

    @Test
    void checkOut_holdsTheOptions() throws Exception {
        JsonNode body = MAPPER.readTree(Requests.checkOut(Duration.ofDays(14), Optional.of("aes-256-gcm+ed25519")));

        assertThat(body).isEqualTo(MAPPER.readTree("""
                {"meta": {"encrypt": true, "ttl": 1209600, "include": ["license", "license.entitlements"],
                 "algorithm": "aes-256-gcm+ed25519"}}
                """));
    }

    @Test
    void checkOut_noAlgorithm_leavesTheOptionOut() throws Exception {
        JsonNode body = MAPPER.readTree(Requests.checkOut(Duration.ofDays(14), Optional.empty()));

        assertThat(body.path("meta").has("algorithm")).isFalse();
    }

    @Test
    void fileAlgorithm_allAllowed_isEd25519() {
        TrustAnchors trust = trust(EnumSet.allOf(SignatureAlgorithm.class), RSA, ED25519);

        assertThat(Requests.fileAlgorithm(trust)).isEqualTo("aes-256-gcm+ed25519");
    }

    @Test
    void fileAlgorithm_ed25519NotAllowed_isTheFirstAllowed() {
        TrustAnchors trust =
                trust(Set.of(SignatureAlgorithm.RSA_PSS_SHA256, SignatureAlgorithm.RSA_SHA256), ED25519, RSA);

        assertThat(Requests.fileAlgorithm(trust)).isEqualTo("aes-256-gcm+rsa-sha256");
    }

    @Test
    void fileAlgorithm_allowedWithoutAKey_isPassedOver() {
        TrustAnchors trust = trust(Set.of(SignatureAlgorithm.ED25519, SignatureAlgorithm.RSA_PSS_SHA256), RSA);

        assertThat(Requests.fileAlgorithm(trust)).isEqualTo("aes-256-gcm+rsa-pss-sha256");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A-b_c.d:9", "..a", "f47ac10b-58cc-4372-a567-0e02b2c3d479"})
    void pathSegment_plain_staysAsItIs(String text) {
        assertThat(Requests.pathSegment(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "a b", "a?b", "a#b", "%2F", "ä", "a\n", "a;b"})
    void pathSegment_notFitForAPath_isRefused(String text) {
        assertThatThrownBy(() -> Requests.pathSegment(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pathSegment_longerThan128_isRefused() {
        assertThat(Requests.pathSegment("a".repeat(128))).hasSize(128);
        assertThatThrownBy(() -> Requests.pathSegment("a".repeat(129))).isInstanceOf(IllegalArgumentException.class);
    }

    private static TrustAnchors trust(Set<SignatureAlgorithm> algorithms, VendorKey... keys) {
        return new TrustAnchors(
                List.of(keys),
                TestVendor.ACCOUNT,
                TestVendor.PRODUCT,
                algorithms,
                OfflineFiles.of(Set.of(CertificateKind.MACHINE)),
                TrustAnchors.Origin.CONFIGURED);
    }

    private static VendorKey generate(String type, AlgorithmParameterSpec parameters) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(type);
            generator.initialize(parameters);
            return VendorKey.parse(Base64.getEncoder()
                    .encodeToString(generator.generateKeyPair().getPublic().getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
