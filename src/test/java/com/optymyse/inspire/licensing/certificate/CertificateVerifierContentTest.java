package com.optymyse.inspire.licensing.certificate;

import static com.optymyse.inspire.licensing.certificate.Refusals.assertMalformed;
import static com.optymyse.inspire.licensing.certificate.Refusals.assertRefused;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.RefusalCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Step 3: signed files that do not open, or whose content has a defect. */
class CertificateVerifierContentTest {

    private static final LicenseKey OTHER_KEY = new LicenseKey("AAAAAA-BBBBBB-CCCCCC-V3");

    @Test
    void verify_otherKey_doesNotOpenAndNamesTheFingerprint() {
        assertRefused(
                        RefusalCode.LICENSE_FILE_NOT_OPENED,
                        () -> TestVendor.verifier()
                                .verify(TestFile.machine().text(), OTHER_KEY, TestVendor.FINGERPRINT))
                .contains("belongs to another license", "another installation", TestVendor.FINGERPRINT)
                .doesNotContain(OTHER_KEY.value());
    }

    @Test
    void verify_otherFingerprint_doesNotOpenAndNamesTheFingerprint() {
        assertRefused(
                        RefusalCode.LICENSE_FILE_NOT_OPENED,
                        () -> TestVendor.verifier()
                                .verify(TestFile.machine().text(), TestVendor.KEY, "another-fingerprint"))
                .contains("another-fingerprint");
    }

    @Test
    void verify_otherKeyForALicenseFile_doesNotOpen() {
        assertRefused(
                        RefusalCode.LICENSE_FILE_NOT_OPENED,
                        () -> TestVendor.verifier()
                                .verify(TestFile.license().text(), OTHER_KEY, TestVendor.FINGERPRINT))
                .contains("can't decrypt the license file")
                .doesNotContain(TestVendor.FINGERPRINT);
    }

    @Test
    void verify_keyAndFingerprintDividedElsewhere_isRefused() {
        String joined = TestVendor.KEY.value() + TestVendor.FINGERPRINT;
        LicenseKey longer =
                new LicenseKey(joined.substring(0, TestVendor.KEY.value().length() + 3));
        String shorter = joined.substring(longer.value().length());

        assertRefused(
                RefusalCode.LICENSE_FILE_OTHER_MACHINE,
                () -> TestVendor.verifier().verify(TestFile.machine().text(), longer, shorter));
    }

    @ParameterizedTest
    @MethodSource("brokenPayloads")
    void verify_encryptedPayloadOutOfForm_isMalformed(String sentence, UnaryOperator<String> broken) {
        assertMalformed(TestFile.machine().enc(broken).text()).contains(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"e30", "e3 0=", "e31=", "e30=.e30="})
    void verify_plainPayloadNotStrictBase64_isMalformed(String payload) {
        assertMalformed(TestFile.license().base64().enc(good -> payload).text()).contains("strict base64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "text", "{\"data\":", "{}{}", "\uFEFF{}"})
    void verify_contentNoObject_isMalformed(String content) {
        assertMalformed(TestFile.license()
                        .json(good -> content.getBytes(StandardCharsets.UTF_8))
                        .text())
                .contains("not one JSON object");
    }

    @Test
    void verify_contentNotUtf8_isMalformed() {
        assertMalformed(TestFile.license()
                        .json(good -> latin1(new String(good, StandardCharsets.UTF_8).replace("Enterprise", "Büro")))
                        .text())
                .contains("not one JSON object");
        assertMalformed(TestFile.license()
                .json(good -> new String(good, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16LE))
                .text());
    }

    @Test
    void verify_nameTwiceInTheContent_isMalformed() {
        assertMalformed(TestFile.license()
                        .json(good -> replaced(good, "\"suspended\":false", "\"suspended\":true,\"suspended\":false"))
                        .text())
                .contains("distinct names");
    }

    @Test
    void verify_machineInALicenseFile_isMalformed() {
        TestFile file = TestFile.license().with(root -> root.withObject("/data").put("type", "machines"));

        assertMalformed(file.text()).contains("data.type is not licenses");
    }

    @Test
    void verify_licenseInAMachineFile_isMalformed() {
        TestFile file = TestFile.machine().with(root -> root.withObject("/data").put("type", "licenses"));

        assertMalformed(file.text()).contains("data.type is not machines");
    }

    @ParameterizedTest
    @CsvSource({
        "/data, null, data.type",
        "/data/id, 5, data.id",
        "/data/id, '\"\"', data.id",
        "/data/attributes, [], data.attributes",
        "/data/relationships, null, data.relationships",
        "/data/attributes/fingerprint, null, data.attributes.fingerprint",
        "/data/attributes/fingerprint, 5, data.attributes.fingerprint",
        "/data/relationships/account, null, data.relationships.account",
        "/data/relationships/product/data, null, data.relationships.product.data",
        "/data/relationships/license/data/id, 5, data.relationships.license.data.id",
        "/included, '{}', The field included is not a list",
        "/included, null, The field included is not a list",
        "/included/1/id, null, included.id",
        "/included/1/attributes/code, null, included.attributes.code",
        "/included/1/attributes/code, '\" \"', included.attributes.code",
        "/meta, null, meta.issued",
        "/meta/issued, null, meta.issued",
        "/meta/issued, 1764000000, meta.issued",
        "/meta/issued, '\"yesterday\"', meta.issued",
        "/meta/issued, '\"2026-11-01T10:00:00\"', meta.issued",
        "/meta/issued, '\"1969-12-31T23:59:59Z\"', meta.issued",
        "/meta/issued, '\"+1000000-01-01T00:00:00Z\"', meta.issued",
        "/meta/expiry, 5, meta.expiry",
        "/meta/expiry, '\"\"', meta.expiry"
    })
    void verify_fieldOfAnotherType_isMalformedAndNamed(String pointer, String value, String named) {
        int slash = pointer.lastIndexOf('/');
        TestFile file = TestFile.machine()
                .with(root -> ((ObjectNode) root.at(pointer.substring(0, slash)))
                        .set(
                                pointer.substring(slash + 1),
                                TestFile.object("{\"v\":" + value + "}").path("v")));

        assertMalformed(file.text()).contains(named);
    }

    @Test
    void verify_noWordOnTheFilesEnd_isMalformed() {
        TestFile file = TestFile.machine().with(root -> root.withObject("/meta").remove("expiry"));

        assertMalformed(file.text()).contains("meta.expiry");
    }

    @Test
    void verify_noLicenseIncluded_isIncomplete() {
        TestFile file =
                TestFile.machine().with(root -> root.withArray("included").remove(0));

        assertRefused(RefusalCode.LICENSE_FILE_INCOMPLETE, file::certificate)
                .contains("without its license", "include=license,license.entitlements");
    }

    /** It would be of no use if it were complete. */
    @Test
    void verify_incompleteFileOfAnotherMachineOrProduct_isRefusedForThat() {
        TestFile otherMachine = TestFile.machine().base64().with(root -> {
            root.remove("included");
            root.withObject("/data/attributes").put("fingerprint", "another");
        });
        TestFile otherProduct = TestFile.machine().with(root -> {
            root.remove("included");
            root.withObject("/data/relationships/product/data").put("id", "another");
        });

        assertRefused(RefusalCode.LICENSE_FILE_OTHER_MACHINE, otherMachine::certificate)
                .contains("another installation");
        assertRefused(RefusalCode.LICENSE_FILE_OTHER_PRODUCT, otherProduct::certificate)
                .contains("another product");
    }

    @Test
    void verify_nothingIncluded_isIncomplete() {
        TestFile file = TestFile.machine().with(root -> root.remove("included"));

        assertRefused(RefusalCode.LICENSE_FILE_INCOMPLETE, file::certificate).contains("without its license");
    }

    @Test
    void verify_anotherLicenseIncluded_isIncomplete() {
        TestFile file = TestFile.machine().withLicense(license -> license.put("id", "another"));

        assertRefused(RefusalCode.LICENSE_FILE_INCOMPLETE, file::certificate).contains("without its license");
    }

    static Stream<Arguments> brokenPayloads() {
        String shortIv = Base64.getEncoder().encodeToString(new byte[11]);
        String longIv = Base64.getEncoder().encodeToString(new byte[16]);
        String shortTag = Base64.getEncoder().encodeToString(new byte[15]);
        String longTag = Base64.getEncoder().encodeToString(new byte[17]);
        return Stream.of(
                broken("three parts", payload -> payload.replaceFirst("\\.", "")),
                broken("three parts", payload -> payload + ".AAAA"),
                broken("three parts", payload -> payload + "."),
                broken("payload is not in strict base64", payload -> "A" + payload),
                broken("initialization vector is not in strict base64", payload -> payload.replaceFirst("\\.", ".=")),
                broken("tag is not in strict base64", payload -> payload.substring(0, payload.length() - 1)),
                broken("has 12 bytes", payload -> payload.replaceFirst("\\.[^.]*\\.", "." + shortIv + ".")),
                broken("has 12 bytes", payload -> payload.replaceFirst("\\.[^.]*\\.", "." + longIv + ".")),
                broken("has 12 bytes", payload -> payload.replaceFirst("\\.[^.]*\\.", "..")),
                broken("its tag 16", payload -> payload.replaceFirst("\\.[^.]*$", "." + shortTag)),
                broken("its tag 16", payload -> payload.replaceFirst("\\.[^.]*$", "." + longTag)));
    }

    private static Arguments broken(String sentence, UnaryOperator<String> change) {
        return Arguments.of(sentence, change);
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] replaced(byte[] json, String what, String with) {
        return new String(json, StandardCharsets.UTF_8).replace(what, with).getBytes(StandardCharsets.UTF_8);
    }
}
