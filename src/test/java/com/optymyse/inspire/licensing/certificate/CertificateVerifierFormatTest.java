package com.optymyse.inspire.licensing.certificate;

import static com.optymyse.inspire.licensing.certificate.Refusals.assertMalformed;
import static com.optymyse.inspire.licensing.certificate.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.license.RefusalCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Step 1: one file for each defect of its form. */
class CertificateVerifierFormatTest {

    @Test
    void verify_tooLong_isMalformed() {
        assertMalformed("\n".repeat(SignedFile.MAX_LENGTH) + TestFile.machine().text())
                .contains("longer than 2097152 characters");
    }

    /** It would be stored with its line ends, and could not be read again. */
    @Test
    void verify_tooLongWithItsLineEnds_isMalformed() {
        String content = "{\"enc\":\"" + "A".repeat(1_572_000) + "\",\"sig\":\"AA==\",\"alg\":\"base64+ed25519\"}";
        String file = "-----BEGIN MACHINE FILE-----\n"
                + Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8))
                + "\n-----END MACHINE FILE-----";

        assertThat(file).hasSizeLessThan(SignedFile.MAX_LENGTH);
        assertMalformed(file).contains("longer than 2097152 characters");
    }

    @Test
    void verify_longestLength_isACertificate() {
        String text = TestFile.machine().text();

        assertThat(TestVendor.verify(text + "\n".repeat(SignedFile.MAX_LENGTH - text.length())))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-----BEGIN CERTIFICATE-----", "-----BEGIN  MACHINE FILE-----", "----BEGIN MACHINE FILE----"})
    void verify_anotherFirstLine_isMalformed(String line) {
        assertMalformed(TestFile.machine().text().replace("-----BEGIN MACHINE FILE-----", line))
                .contains("Its beginning is missing");
    }

    @Test
    void verify_nothingBetweenTheLines_isMalformed() {
        assertMalformed("-----BEGIN MACHINE FILE-----\n-----END MACHINE FILE-----\n");
        assertMalformed("-----BEGIN MACHINE FILE-----\n\n-----END MACHINE FILE-----\n");
    }

    @Test
    void verify_paddingMissing_isMalformed() {
        String padded = TestFile.machine()
                .envelope(CertificateVerifierFormatTest::paddedOnce)
                .text();

        assertThat(padded).contains("=\n-----END");
        assertMalformed(padded.replace("=\n-----END", "\n-----END")).contains("strict base64");
    }

    @Test
    void verify_unusedBitsSet_isMalformed() {
        String padded = TestFile.machine()
                .envelope(CertificateVerifierFormatTest::paddedOnce)
                .text();
        int last = padded.indexOf("=\n-----END") - 1;
        char other = (char) (padded.charAt(last) + 1);

        assertMalformed(padded.substring(0, last) + other + padded.substring(last + 1))
                .contains("strict base64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"text\"", "5", "{", "{}}", "{} {}", "not json", "{\"enc\":NaN}"})
    void verify_contentNoObject_isMalformed(String content) {
        assertMalformed(TestFile.machine().envelope(json -> content).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"enc", "sig", "alg"})
    void verify_fieldMissing_isMalformed(String field) {
        assertMalformed(TestFile.machine()
                        .withEnvelope(envelope -> envelope.remove(field))
                        .text())
                .contains("three fields");
    }

    @ParameterizedTest
    @ValueSource(strings = {"enc", "sig", "alg"})
    void verify_fieldRenamed_isMalformed(String field) {
        assertMalformed(TestFile.machine()
                        .withEnvelope(envelope -> envelope.put("other", "text").remove(field))
                        .text())
                .contains("file." + field);
    }

    @Test
    void verify_fieldMore_isMalformed() {
        assertMalformed(TestFile.machine()
                        .withEnvelope(envelope -> envelope.put("kid", "1"))
                        .text())
                .contains("three fields");
    }

    @ParameterizedTest
    @CsvSource({
        "enc, 5",
        "enc, null",
        "enc, '{}'",
        "enc, '\" \"'",
        "sig, 5",
        "sig, null",
        "sig, []",
        "alg, 5",
        "alg, null"
    })
    void verify_fieldNoText_isMalformed(String field, String value) {
        assertMalformed(TestFile.machine()
                        .envelope(
                                json -> json.replaceFirst("\"" + field + "\":\"[^\"]*\"", "\"" + field + "\":" + value))
                        .text())
                .contains("file." + field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"enc", "sig", "alg"})
    void verify_fieldTwice_isMalformed(String field) {
        assertMalformed(TestFile.machine()
                        .envelope(json -> json.replaceFirst("\\{", "{\"" + field + "\":\"\","))
                        .text())
                .contains("content is damaged");
    }

    @Test
    void verify_contentBehindTheObject_isMalformed() {
        assertMalformed(TestFile.machine().envelope(json -> json + "{}").text()).contains("content is damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AA", "A===", "AAA", "A A=", "AB==", "not base64"})
    void verify_signatureNotStrictBase64_isMalformed(String signature) {
        assertMalformed(TestFile.machine()
                        .withEnvelope(envelope -> envelope.put("sig", signature))
                        .text())
                .contains("signature");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ed25519",
                "none",
                "+",
                "aes-256-gcm",
                "aes-256-gcm+",
                "+ed25519",
                "aes-256-gcm+none",
                "aes-256-gcm+ed25519+ed25519",
                "aes-128-gcm+ed25519",
                "AES-256-GCM+ED25519",
                "aes-256-gcm+ed25519 ",
                "aes-256-gcm+hs256"
            })
    void verify_algorithmThatDoesNotExist_isMalformed(String alg) {
        assertMalformed(TestFile.machine().alg(alg).text()).contains("an algorithm that does not exist");
    }

    @Test
    void verify_licenseFileWhereOnlyMachineFilesCount_isRefusedWithTheFingerprint() {
        assertRefused(
                        RefusalCode.LICENSE_FILE_OTHER_MACHINE,
                        () -> TestVendor.verifier()
                                .verify(
                                        TestFile.license().text(),
                                        TestVendor.KEY,
                                        TestVendor.FINGERPRINT,
                                        Set.of(CertificateKind.MACHINE)))
                .contains("bound to no installation", TestVendor.FINGERPRINT);
    }

    @Test
    void verify_machineFileWhereOnlyLicenseFilesCount_isRefused() {
        assertRefused(
                        RefusalCode.LICENSE_FILE_OTHER_MACHINE,
                        () -> TestVendor.verifier()
                                .verify(
                                        TestFile.machine().text(),
                                        TestVendor.KEY,
                                        TestVendor.FINGERPRINT,
                                        Set.of(CertificateKind.LICENSE)))
                .contains("This is a machine file");
    }

    /** The same JSON in a length that base64 pads with one character. */
    private static String paddedOnce(String json) {
        return json + " ".repeat(Math.floorMod(2 - json.length(), 3));
    }
}
