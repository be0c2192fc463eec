package com.optymyse.inspire.licensing.certificate;

import static com.optymyse.inspire.licensing.certificate.Refusals.assertNotGenuine;
import static com.optymyse.inspire.licensing.certificate.Refusals.assertRefused;

import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.RefusalCode;
import java.security.KeyPair;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Step 2: files of the right form that the vendor did not sign so. */
class CertificateVerifierSignatureTest {

    private static final LicenseKey OTHER_KEY = new LicenseKey("AAAAAA-BBBBBB-CCCCCC-V3");

    @ParameterizedTest
    @EnumSource(value = SignatureAlgorithm.class, mode = EnumSource.Mode.EXCLUDE, names = "ED25519")
    void verify_algorithmNotAllowed_isNotGenuine(SignatureAlgorithm algorithm) {
        TrustAnchors anchors = TestVendor.anchors(EnumSet.of(SignatureAlgorithm.ED25519));
        String text = TestFile.machine().algorithm(algorithm).text();

        assertRefused(
                        RefusalCode.LICENSE_FILE_NOT_GENUINE,
                        () -> new CertificateVerifier(anchors).verify(text, TestVendor.KEY, TestVendor.FINGERPRINT))
                .contains("(" + algorithm.wireName() + ")", "a file signed with ed25519.");
    }

    @Test
    void verify_algorithmNotAllowed_namesAllThatAre() {
        TrustAnchors anchors =
                TestVendor.anchors(EnumSet.of(SignatureAlgorithm.RSA_SHA256, SignatureAlgorithm.ECDSA_P256));

        assertRefused(
                        RefusalCode.LICENSE_FILE_NOT_GENUINE,
                        () -> new CertificateVerifier(anchors)
                                .verify(TestFile.machine().text(), TestVendor.KEY, TestVendor.FINGERPRINT))
                .contains("a file signed with ecdsa-p256, rsa-sha256.");
    }

    @ParameterizedTest
    @MethodSource("com.optymyse.inspire.licensing.certificate.TestFile#makes")
    void verify_labelOfAnotherAlgorithm_isNotGenuine(TestFile file) {
        for (SignatureAlgorithm label : SignatureAlgorithm.values()) {
            if (label != file.algorithm()) {
                assertNotGenuine(file.label(label).text());
            }
        }
    }

    @Test
    void verify_keyOfAnotherVendor_isNotGenuine() {
        KeyPair stranger = TestVendor.pair("Ed25519", NamedParameterSpec.ED25519);

        assertNotGenuine(TestFile.machine().signedBy(stranger.getPrivate()).text());
    }

    @Test
    void verify_signedWithTheOtherPrefix_isNotGenuine() {
        assertNotGenuine(TestFile.license().signedPrefix("machine/").text());
        assertNotGenuine(TestFile.machine().signedPrefix("license/").text());
    }

    @Test
    void verify_signedWithoutPrefix_isNotGenuine() {
        assertNotGenuine(TestFile.machine().signedPrefix("").text());
    }

    @Test
    void verify_machineFileInTheFrameOfALicenseFile_isNotGenuine() {
        assertNotGenuine(TestFile.machine().base64().text().replace("MACHINE FILE", "LICENSE FILE"));
    }

    @Test
    void verify_signatureOfAnotherFile_isNotGenuine() {
        String another = TestFile.license().base64().text();

        assertNotGenuine(TestFile.license()
                .base64()
                .with(root -> root.withObject("/meta").putNull("expiry"))
                .withEnvelope(envelope -> envelope.put(
                        "sig", TestFile.envelopeOf(another).path("sig").textValue()))
                .text());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 63, 65, 256})
    void verify_signatureOfAnotherLength_isNotGenuine(int length) {
        String signature = Base64.getEncoder().encodeToString(new byte[length]);

        assertNotGenuine(TestFile.machine()
                .withEnvelope(envelope -> envelope.put("sig", signature))
                .text());
    }

    @Test
    void verify_wrongKeyAndWrongSignature_isNotGenuineBeforeItIsOpened() {
        String text = TestFile.machine().signedPrefix("").text();

        assertRefused(
                        RefusalCode.LICENSE_FILE_NOT_GENUINE,
                        () -> TestVendor.verifier().verify(text, OTHER_KEY, "other"))
                .contains("not signed by the vendor, or was changed");
    }
}
