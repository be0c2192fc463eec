package com.optymyse.inspire.licensing.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureAlgorithmTest {

    @Test
    void wireName_eachAlgorithm_isTheServersWord() {
        assertThat(Arrays.stream(SignatureAlgorithm.values()).map(SignatureAlgorithm::wireName))
                .containsExactly("ed25519", "rsa-sha256", "rsa-pss-sha256", "ecdsa-p256");
    }

    @ParameterizedTest
    @EnumSource
    void ofWireName_itsOwnName_isTheAlgorithm(SignatureAlgorithm algorithm) {
        assertThat(SignatureAlgorithm.ofWireName(algorithm.wireName())).isEqualTo(algorithm);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none", "ED25519", " ed25519", "rsa"})
    void ofWireName_anotherName_isRefusedWithTheKnownOnes(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SignatureAlgorithm.ofWireName(name))
                .withMessageContaining("ed25519, rsa-sha256, rsa-pss-sha256 and ecdsa-p256");
    }
}
