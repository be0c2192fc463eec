package com.optymyse.inspire.licensing.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VendorKeyTest {

    private static final byte[] TEXT = "signed text".getBytes(StandardCharsets.UTF_8);
    private static final BigInteger PRIME = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));

    @ParameterizedTest
    @EnumSource(SignatureAlgorithm.class)
    void verify_ownSignature_passes(SignatureAlgorithm algorithm) {
        KeyPair pair = TestVendor.keyPair(algorithm);
        byte[] signature = TestVendor.sign(algorithm, pair.getPrivate(), TEXT);

        assertThatCode(() -> TestVendor.vendorKey(pair).verify(algorithm, TEXT, signature))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(SignatureAlgorithm.class)
    void verify_otherBytes_isAMismatch(SignatureAlgorithm algorithm) {
        KeyPair pair = TestVendor.keyPair(algorithm);
        byte[] signature = TestVendor.sign(algorithm, pair.getPrivate(), TEXT);

        assertMismatch(pair, algorithm, "signed texT".getBytes(StandardCharsets.UTF_8), signature)
                .withMessage("The signature was not made by this vendor key over these bytes.");
    }

    @ParameterizedTest
    @EnumSource(SignatureAlgorithm.class)
    void verify_emptySignature_isAMismatch(SignatureAlgorithm algorithm) {
        assertMismatch(TestVendor.keyPair(algorithm), algorithm, TEXT, new byte[0])
                .withMessage("The signature is not one of " + algorithm.wireName() + ".");
    }

    @ParameterizedTest
    @EnumSource(SignatureAlgorithm.class)
    void verify_algorithmOfAnotherKey_isAMismatch(SignatureAlgorithm algorithm) {
        SignatureAlgorithm other =
                algorithm == SignatureAlgorithm.ED25519 ? SignatureAlgorithm.ECDSA_P256 : SignatureAlgorithm.ED25519;
        byte[] signature =
                TestVendor.sign(algorithm, TestVendor.keyPair(algorithm).getPrivate(), TEXT);

        assertMismatch(TestVendor.keyPair(other), algorithm, TEXT, signature)
                .withMessage("This vendor key does not check " + algorithm.wireName() + ".");
    }

    @Test
    void verify_pkcs1SignatureAsPss_isAMismatch() {
        KeyPair pair = TestVendor.keyPair(SignatureAlgorithm.RSA_SHA256);
        byte[] signature = TestVendor.sign(SignatureAlgorithm.RSA_SHA256, pair.getPrivate(), TEXT);

        assertMismatch(pair, SignatureAlgorithm.RSA_PSS_SHA256, TEXT, signature);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 32, 221})
    void verify_pssWithAShorterSalt_isAMismatch(int saltBytes) throws GeneralSecurityException {
        KeyPair pair = TestVendor.keyPair(SignatureAlgorithm.RSA_PSS_SHA256);

        assertMismatch(pair, SignatureAlgorithm.RSA_PSS_SHA256, TEXT, pss(pair, saltBytes));
    }

    @Tag("flood")
    @ParameterizedTest
    @ValueSource(ints = {2049, 2056, 2057, 3072})
    void verify_pssWithTheLongestSaltOfALongerKey_passes(int bits) throws GeneralSecurityException {
        KeyPair pair = rsa(bits);
        byte[] signature = pss(pair, (bits + 6) / 8 - 34);

        assertThatCode(() -> TestVendor.vendorKey(pair).verify(SignatureAlgorithm.RSA_PSS_SHA256, TEXT, signature))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("formsOfAnyKey")
    void parse_spkiForms_readTheKey(UnaryOperator<String> form) {
        for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
            KeyPair pair = TestVendor.keyPair(algorithm);
            byte[] signature = TestVendor.sign(algorithm, pair.getPrivate(), TEXT);

            VendorKey key = VendorKey.parse(form.apply(spki(pair)));

            assertThatCode(() -> key.verify(algorithm, TEXT, signature)).doesNotThrowAnyException();
        }
    }

    static Stream<UnaryOperator<String>> formsOfAnyKey() {
        return Stream.of(
                spki -> spki,
                spki -> "  " + spki + "\n",
                spki -> spki.replaceAll("(.{40})", "$1\r\n"),
                VendorKeyTest::pem,
                spki -> pem(spki).replace("\n", "\r\n"),
                spki -> pem(spki).strip(),
                spki -> pem(spki).replace("\n", " "),
                spki -> base64(pem(spki)));
    }

    @ParameterizedTest
    @MethodSource("formsOfEd25519")
    void parse_hexForms_readTheKey(UnaryOperator<String> form) {
        KeyPair pair = TestVendor.keyPair(SignatureAlgorithm.ED25519);
        byte[] signature = TestVendor.sign(SignatureAlgorithm.ED25519, pair.getPrivate(), TEXT);
        String hex = HexFormat.of().formatHex(pair.getPublic().getEncoded()).substring(24);

        VendorKey key = VendorKey.parse(form.apply(hex));

        assertThat(hex).hasSize(64);
        assertThatCode(() -> key.verify(SignatureAlgorithm.ED25519, TEXT, signature))
                .doesNotThrowAnyException();
    }

    static Stream<UnaryOperator<String>> formsOfEd25519() {
        return Stream.of(
                hex -> hex,
                hex -> hex.toUpperCase(Locale.ROOT),
                hex -> "\t" + hex + " \r\n",
                VendorKeyTest::base64,
                hex -> base64(hex + "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ED25519", "RSA_SHA256", "ECDSA_P256"})
    void algorithms_eachType_areTheOnesItChecks(SignatureAlgorithm algorithm) {
        VendorKey key = TestVendor.vendorKey(TestVendor.keyPair(algorithm));

        SignatureAlgorithm[] expected = algorithm == SignatureAlgorithm.RSA_SHA256
                ? new SignatureAlgorithm[] {SignatureAlgorithm.RSA_SHA256, SignatureAlgorithm.RSA_PSS_SHA256}
                : new SignatureAlgorithm[] {algorithm};
        assertThat(key.algorithms()).containsExactlyInAnyOrder(expected);
        assertThat(key).hasToString("VendorKey" + key.algorithms());
    }

    @ParameterizedTest
    @MethodSource("noKeys")
    void parse_noPublicKey_isRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VendorKey.parse(text))
                .withMessageStartingWith(
                        "This is not a vendor key. A vendor key is an Ed25519, RSA or P-256 public" + " key:");
    }

    static Stream<String> noKeys() {
        String spki = spki(TestVendor.keyPair(SignatureAlgorithm.ED25519));
        byte[] trailing = Arrays.copyOf(
                TestVendor.keyPair(SignatureAlgorithm.ED25519).getPublic().getEncoded(), 45);
        return Stream.of(
                "",
                "   ",
                "not a key!",
                "abcd",
                "a".repeat(63),
                "a".repeat(65),
                "g".repeat(64),
                Base64.getEncoder().encodeToString(new byte[32]),
                Base64.getEncoder().encodeToString(trailing),
                spki.substring(4),
                base64(spki),
                base64(base64(pem(spki))),
                pem("AAAA"),
                pem("???"),
                spki(TestVendor.pair("Ed448", NamedParameterSpec.ED448)),
                spki(TestVendor.pair("X25519", NamedParameterSpec.X25519)),
                spki(TestVendor.pair("RSASSA-PSS", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4))),
                Base64.getEncoder()
                        .encodeToString(TestVendor.keyPair(SignatureAlgorithm.ED25519)
                                .getPrivate()
                                .getEncoded()));
    }

    @Test
    void parse_pemWithoutEnd_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VendorKey.parse("-----BEGIN PUBLIC KEY-----\nAAAA"))
                .withMessageContaining("ends with the line -----END PUBLIC KEY-----");
    }

    @Test
    void parse_shortRsaKey_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VendorKey.parse(spki(rsa(2047))))
                .withMessage("An RSA vendor key has at least 2048 bits; this one has 2047.");
    }

    @Test
    void parse_anotherCurve_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VendorKey.parse(spki(TestVendor.pair("EC", new ECGenParameterSpec("secp384r1")))))
                .withMessageContaining("on P-256; this one is on another curve");
    }

    @Test
    void parse_pointOffP256_isRefused() {
        ECPublicKey key =
                (ECPublicKey) TestVendor.keyPair(SignatureAlgorithm.ECDSA_P256).getPublic();
        byte[] spki = key.getEncoded();
        spki[spki.length - 1] ^= 1;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> VendorKey.parse(Base64.getEncoder().encodeToString(spki)))
                .withMessage("This vendor key is no point of the curve P-256.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "0200000000000000000000000000000000000000000000000000000000000000"
            })
    void parse_pointOffEd25519_isRefused(String hex) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VendorKey.parse(hex))
                .withMessage("This vendor key is no point of the curve Ed25519.");
    }

    @ParameterizedTest
    @MethodSource("smallOrder")
    void parse_pointOfSmallOrder_isRefused(String hex) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VendorKey.parse(hex))
                .withMessage("This vendor key is a point of small order, for which anybody can sign.");
    }

    /** The eight points, by their y coordinate and the sign of x; where x is 0 there is no other sign. */
    static Stream<String> smallOrder() {
        BigInteger order8 = new BigInteger("5fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826", 16);
        return Stream.of(
                encoded(BigInteger.ONE, false),
                encoded(PRIME.subtract(BigInteger.ONE), false),
                encoded(BigInteger.ZERO, false),
                encoded(BigInteger.ZERO, true),
                encoded(order8, false),
                encoded(order8, true),
                encoded(PRIME.subtract(order8), false),
                encoded(PRIME.subtract(order8), true));
    }

    private static String encoded(BigInteger y, boolean xOdd) {
        byte[] littleEndian = new byte[32];
        BigInteger value = xOdd ? y.setBit(255) : y;
        for (int i = 0; i < littleEndian.length; i++) {
            littleEndian[i] = value.shiftRight(Byte.SIZE * i).byteValue();
        }
        return HexFormat.of().formatHex(littleEndian);
    }

    private static ThrowableAssertAlternative<SignatureMismatch> assertMismatch(
            KeyPair pair, SignatureAlgorithm algorithm, byte[] signed, byte[] signature) {
        VendorKey key = TestVendor.vendorKey(pair);
        return assertThatExceptionOfType(SignatureMismatch.class)
                .isThrownBy(() -> key.verify(algorithm, signed, signature));
    }

    private static byte[] pss(KeyPair pair, int saltBytes) throws GeneralSecurityException {
        Signature signing = Signature.getInstance("RSASSA-PSS");
        signing.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, saltBytes, 1));
        signing.initSign(pair.getPrivate());
        signing.update(TEXT);
        return signing.sign();
    }

    private static KeyPair rsa(int bits) {
        return TestVendor.pair("RSA", new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4));
    }

    private static String spki(KeyPair pair) {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    private static String pem(String spki) {
        return "-----BEGIN PUBLIC KEY-----\n" + spki.replaceAll("(.{64})", "$1\n") + "\n-----END PUBLIC KEY-----\n";
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
