package com.optymyse.inspire.licensing.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.spec.NamedParameterSpec;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Good files of each make, and what of them is read. */
class CertificateVerifierTest {

    @ParameterizedTest
    @MethodSource("com.optymyse.inspire.licensing.certificate.TestFile#makes")
    void verify_anyMake_isACertificate(TestFile file) {
        Certificate certificate = file.certificate();

        assertThat(certificate.license().ownName()).isEqualTo("Enterprise");
        assertThat(certificate.entitlements())
                .containsExactly(entry("SSO_SAML", "Single sign-on"), entry("OFFLINE_LICENSING", "Offline"));
    }

    @Test
    void verify_allowedKind_isACertificate() {
        Certificate certificate = TestVendor.verifier()
                .verify(
                        TestFile.machine().text(),
                        TestVendor.KEY,
                        TestVendor.FINGERPRINT,
                        Set.of(CertificateKind.MACHINE));

        assertThat(certificate.kind()).isEqualTo(CertificateKind.MACHINE);
    }

    @Test
    void verify_signedByASecondKey_isACertificate() {
        TrustAnchors anchors = TestVendor.anchors();
        VendorKey next = TestVendor.vendorKey(TestVendor.pair("Ed25519", NamedParameterSpec.ED25519));
        TrustAnchors rotating = new TrustAnchors(
                List.of(next, anchors.keys().getFirst()),
                anchors.account(),
                anchors.product(),
                anchors.algorithms(),
                anchors.offline(),
                anchors.origin());

        Certificate certificate = new CertificateVerifier(rotating)
                .verify(TestFile.machine().text(), TestVendor.KEY, TestVendor.FINGERPRINT);

        assertThat(certificate.issuedAt()).isEqualTo(TestVendor.ISSUED);
    }

    @Test
    void verify_licenseFile_isForEveryInstallation() {
        Certificate certificate =
                TestVendor.verifier().verify(TestFile.license().text(), TestVendor.KEY, "any-fingerprint");

        assertThat(certificate.fingerprint()).isNull();
    }

    @Test
    void verify_noKeyInTheFile_isACertificate() {
        TestFile file = TestFile.machine().withAttributes(attributes -> attributes.remove("key"));

        assertThat(file.certificate().license().key()).isNull();
    }

    @Test
    void verify_nothingIncluded_hasNoEntitlements() {
        TestFile file = TestFile.license().with(root -> root.remove("included"));

        assertThat(file.certificate().entitlements()).isEmpty();
    }

    @Test
    void verify_otherResourcesIncluded_areIgnored() {
        TestFile file = TestFile.machine()
                .with(root -> root.withArray("included")
                        .insertObject(0)
                        .put("type", "policies")
                        .put("id", "11111111-0000-4000-8000-000000000001"));

        assertThat(file.certificate().entitlements()).hasSize(2);
    }

    @Test
    void verify_anotherLicenseIncludedToo_isAboutTheMachinesOwn() {
        TestFile file = TestFile.machine().with(root -> {
            ObjectNode other = ((ObjectNode) root.at("/included/0")).deepCopy();
            other.put("id", "99999999-0000-4000-8000-000000000009");
            other.withObject("/attributes").put("name", "Another");
            ((ArrayNode) root.path("included")).insert(0, other);
        });

        assertThat(file.certificate().license().ownName()).isEqualTo("Enterprise");
    }

    @Test
    void verify_spacesInTheContent_isACertificate() {
        TestFile file =
                TestFile.machine().envelope(json -> json.replace(":", " : ").replace(",", " ,\n"));

        assertThat(file.certificate().issuedAt()).isEqualTo(TestVendor.ISSUED);
    }

    @Test
    void verify_entitlementsInMetadata_countForNothing() {
        TestFile file = TestFile.machine()
                .with(root -> root.withArray("included").remove(2))
                .withAttributes(attributes -> attributes
                        .withObject("/metadata")
                        .putArray("entitlements")
                        .add("MFA"));

        assertThat(file.certificate().entitlements()).containsOnlyKeys("SSO_SAML");
    }

    @Test
    void verify_entitlementWithoutName_isCalledByItsCode() {
        TestFile file =
                TestFile.machine().with(root -> ((ObjectNode) root.at("/included/1/attributes")).remove("name"));

        assertThat(file.certificate().entitlements()).containsEntry("SSO_SAML", "SSO_SAML");
    }
}
