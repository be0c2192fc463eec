package com.optymyse.inspire.licensing.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.spec.NamedParameterSpec;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrustAnchorsTest {

    private static final byte[] TEXT = "signed text".getBytes(StandardCharsets.UTF_8);
    private static final KeyPair FIRST = TestVendor.keyPair(SignatureAlgorithm.ED25519);
    private static final KeyPair SECOND = TestVendor.pair("Ed25519", NamedParameterSpec.ED25519);
    private static final KeyPair STRANGER = TestVendor.pair("Ed25519", NamedParameterSpec.ED25519);
    private static final KeyPair RSA = TestVendor.keyPair(SignatureAlgorithm.RSA_SHA256);

    @Test
    void verify_signatureOfAnyKey_passes() {
        TrustAnchors anchors = anchors(RSA, FIRST, SECOND);

        for (KeyPair pair : List.of(FIRST, SECOND)) {
            byte[] signature = TestVendor.sign(SignatureAlgorithm.ED25519, pair.getPrivate(), TEXT);

            assertThatCode(() -> anchors.verify(SignatureAlgorithm.ED25519, TEXT, signature))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void verify_signatureOfAStranger_isAMismatch() {
        byte[] signature = TestVendor.sign(SignatureAlgorithm.ED25519, STRANGER.getPrivate(), TEXT);

        assertThatExceptionOfType(SignatureMismatch.class)
                .isThrownBy(() -> anchors(FIRST, SECOND).verify(SignatureAlgorithm.ED25519, TEXT, signature))
                .withMessageContaining("not made by this vendor key");
    }

    @Test
    void verify_noKeyForTheAlgorithm_isAMismatch() {
        byte[] signature = TestVendor.sign(SignatureAlgorithm.RSA_SHA256, RSA.getPrivate(), TEXT);

        assertThatExceptionOfType(SignatureMismatch.class)
                .isThrownBy(() -> anchors(FIRST).verify(SignatureAlgorithm.RSA_SHA256, TEXT, signature))
                .withMessage("No vendor key is there for rsa-sha256.");
    }

    @Test
    void new_listsChangedLater_staysAsItWas() {
        List<VendorKey> keys = new ArrayList<>(List.of(TestVendor.vendorKey(FIRST)));
        Set<SignatureAlgorithm> algorithms = EnumSet.of(SignatureAlgorithm.ED25519);
        Set<CertificateKind> kinds = EnumSet.of(CertificateKind.MACHINE);
        TrustAnchors anchors = new TrustAnchors(
                keys, "account", "product", algorithms, OfflineFiles.of(kinds), TrustAnchors.Origin.BUILT_IN);

        keys.clear();
        algorithms.add(SignatureAlgorithm.RSA_SHA256);
        kinds.add(CertificateKind.LICENSE);

        assertThat(anchors.keys()).hasSize(1);
        assertThat(anchors.algorithms()).containsExactly(SignatureAlgorithm.ED25519);
        assertThat(anchors.offlineKinds()).containsExactly(CertificateKind.MACHINE);
    }

    @Test
    void new_blankAccountOrProduct_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> anchors(" ", "product", SignatureAlgorithm.ED25519, FIRST))
                .withMessageContaining("must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> anchors("account", "", SignatureAlgorithm.ED25519, FIRST))
                .withMessageContaining("must not be blank");
    }

    @Test
    void new_noKeyForAnyAlgorithm_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> anchors("account", "product", SignatureAlgorithm.ED25519, RSA))
                .withMessageContaining("None of the vendor's keys fits one of the allowed signature algorithms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> anchors("account", "product", SignatureAlgorithm.ED25519))
                .withMessageContaining("None of the vendor's keys");
    }

    private static TrustAnchors anchors(KeyPair... pairs) {
        return anchors("account", "product", SignatureAlgorithm.ED25519, pairs);
    }

    private static TrustAnchors anchors(
            String account, String product, SignatureAlgorithm algorithm, KeyPair... pairs) {
        List<VendorKey> keys =
                List.of(pairs).stream().map(TestVendor::vendorKey).toList();
        return new TrustAnchors(
                keys,
                account,
                product,
                EnumSet.of(algorithm),
                OfflineFiles.of(EnumSet.of(CertificateKind.MACHINE)),
                TrustAnchors.Origin.CONFIGURED);
    }
}
