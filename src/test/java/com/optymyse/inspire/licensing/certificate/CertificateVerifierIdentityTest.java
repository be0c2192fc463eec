package com.optymyse.inspire.licensing.certificate;

import static com.optymyse.inspire.licensing.certificate.Refusals.assertRefused;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.RefusalCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps 7 and 8: signed files in order, for another product, installation or key. */
class CertificateVerifierIdentityTest {

    private static final LicenseKey OTHER_KEY = new LicenseKey("AAAAAA-BBBBBB-CCCCCC-V3");

    @ParameterizedTest
    @ValueSource(strings = {"account", "product"})
    void verify_licenseOfAnother_isRefused(String relation) {
        for (CertificateKind kind : CertificateKind.values()) {
            TestFile file = TestFile.ofKind(kind).withLicense(license -> relate(license, relation));

            assertRefused(RefusalCode.LICENSE_FILE_OTHER_PRODUCT, () -> file.certificate())
                    .contains("for another product");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"account", "product"})
    void verify_machineOfAnother_isRefused(String relation) {
        TestFile file = TestFile.machine().with(root -> relate((ObjectNode) root.path("data"), relation));

        assertRefused(RefusalCode.LICENSE_FILE_OTHER_PRODUCT, () -> file.certificate());
    }

    private static void relate(ObjectNode resource, String relation) {
        resource.withObject("/relationships/" + relation + "/data").put("id", "another");
    }

    @Test
    void verify_plainFileForAnotherFingerprint_isForAnotherMachine() {
        assertRefused(
                        RefusalCode.LICENSE_FILE_OTHER_MACHINE,
                        () -> TestVendor.verifier()
                                .verify(TestFile.machine().base64().text(), TestVendor.KEY, "another-fingerprint"))
                .contains("another-fingerprint")
                .doesNotContain(TestVendor.FINGERPRINT);
    }

    @Test
    void verify_encryptedForThisFingerprintButAboutAnother_isForAnotherMachine() {
        TestFile file = TestFile.machine()
                .with(root -> root.withObject("/data/attributes").put("fingerprint", "another"));

        assertRefused(RefusalCode.LICENSE_FILE_OTHER_MACHINE, () -> file.certificate());
    }

    @Test
    void verify_fingerprintInAnotherCase_isForAnotherMachine() {
        TestFile file = TestFile.machine()
                .with(root -> root.withObject("/data/attributes")
                        .put("fingerprint", TestVendor.FINGERPRINT.replace('b', 'B')));

        assertRefused(RefusalCode.LICENSE_FILE_OTHER_MACHINE, () -> file.certificate());
    }

    @ParameterizedTest
    @EnumSource(CertificateKind.class)
    void verify_plainFileForAnotherKey_isNotOpened(CertificateKind kind) {
        assertRefused(
                        RefusalCode.LICENSE_FILE_NOT_OPENED,
                        () -> TestVendor.verifier()
                                .verify(TestFile.ofKind(kind).base64().text(), OTHER_KEY, TestVendor.FINGERPRINT))
                .contains("for another license key")
                .doesNotContain(TestVendor.KEY.value());
    }

    @Test
    void verify_encryptedUnderTheKeyButAboutAnother_isNotOpened() {
        TestFile file = TestFile.license().withAttributes(attributes -> attributes.put("key", OTHER_KEY.value()));

        assertRefused(RefusalCode.LICENSE_FILE_NOT_OPENED, () -> file.certificate());
    }
}
