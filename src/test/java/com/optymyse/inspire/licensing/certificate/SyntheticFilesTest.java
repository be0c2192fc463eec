package com.optymyse.inspire.licensing.certificate;

import static com.optymyse.inspire.licensing.certificate.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.testing.SharedFiles;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files of every make that another hand wrote in the server's format. They name neither account nor product, which a
 * correct verifier asks for; so what is behind that question is asked of the same content with both put in, signed anew.
 */
class SyntheticFilesTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @BeforeEach
    void filesArePresent() {
        SharedFiles.VECTORS.assumePresent();
    }

    @ParameterizedTest
    @MethodSource("goodFiles")
    void goodFile_verifiesAndOpens(String name) throws MalformedDocument, SignatureMismatch, AEADBadTagException {
        SignedFile file = SignedFile.parse(text(name));

        anchors().verify(file.algorithm(), file.signedBytes(), file.signature());
        ObjectNode document = open(file);

        assertThat(document.at("/data/type").textValue()).isEqualTo(file.kind().resourceType());
        assertThat(document.toString()).contains(key().value());
    }

    @ParameterizedTest
    @MethodSource("goodFiles")
    void goodFile_withoutAccountAndProduct_isRefused(String name) {
        assertRefused(RefusalCode.LICENSE_FILE_MALFORMED, () -> verify(text(name)))
                .contains("relationships.account");
    }

    @ParameterizedTest
    @MethodSource("goodFiles")
    void goodFile_withAccountAndProduct_isACertificate(String name) throws MalformedDocument, AEADBadTagException {
        Certificate certificate = completed(name);

        assertThat(certificate.license().key()).isEqualTo(key());
        assertThatCode(() -> certificate.requireCurrent(NOW)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "neg-license-signed-with-machine-prefix",
                "neg-machine-reframed-as-license",
                "neg-license-alg-label-changed",
                "neg-license-enc-bit-flipped"
            })
    void forgedFile_isNotGenuine(String name) {
        assertRefused(RefusalCode.LICENSE_FILE_NOT_GENUINE, () -> verify(text(name)));
    }

    @ParameterizedTest
    @CsvSource({
        "neg-license-expired, LICENSE_FILE_EXPIRED",
        "neg-license-issued-in-future, CLOCK_SET_BACK",
        "neg-license-file-ok-but-license-expired, LICENSE_EXPIRED",
        "neg-license-file-ok-but-license-suspended, LICENSE_SUSPENDED"
    })
    void genuineFileOutOfDateOrTakenBack_isRefusedForThat(String name, RefusalCode code)
            throws MalformedDocument, SignatureMismatch, AEADBadTagException {
        SignedFile file = SignedFile.parse(text(name));

        anchors().verify(file.algorithm(), file.signedBytes(), file.signature());
        Certificate certificate = completed(name);

        assertRefused(code, () -> certificate.requireCurrent(NOW));
    }

    @Test
    void genuineFileForAnotherFingerprint_isForAnotherMachine() throws MalformedDocument, SignatureMismatch {
        SignedFile file = SignedFile.parse(text("neg-machine-other-fingerprint"));

        anchors().verify(file.algorithm(), file.signedBytes(), file.signature());

        assertRefused(RefusalCode.LICENSE_FILE_OTHER_MACHINE, () -> completed("neg-machine-other-fingerprint"));
    }

    static Stream<String> goodFiles() {
        Stream<String> makes = Stream.of("license", "machine")
                .flatMap(kind -> Stream.of("aes-256-gcm", "base64")
                        .flatMap(encoding -> Arrays.stream(SignatureAlgorithm.values())
                                .map(algorithm -> kind + "." + encoding + "+" + algorithm.wireName())));
        return Stream.concat(makes, Stream.of("pos-license-crlf", "pos-license-no-ttl-no-included"));
    }

    /** The certificate of the same content, with account and product, in a file of the test's own vendor. */
    private static Certificate completed(String name) throws MalformedDocument, AEADBadTagException {
        SignedFile file = SignedFile.parse(text(name));
        ObjectNode document = open(file);
        complete(document.path("data"));
        document.path("included").forEach(SyntheticFilesTest::complete);
        String text = TestFile.of(file.kind(), document).base64().text();
        return TestVendor.verifier().verify(text, key(), fingerprint());
    }

    private static void complete(JsonNode resource) {
        ObjectNode object = (ObjectNode) resource;
        object.withObject("/relationships/account/data").put("id", TestVendor.ACCOUNT);
        object.withObject("/relationships/product/data").put("id", TestVendor.PRODUCT);
    }

    private static ObjectNode open(SignedFile file) throws MalformedDocument, AEADBadTagException {
        String secret = key().value() + (file.kind() == CertificateKind.MACHINE ? fingerprint() : "");
        return TestFile.object(new String(file.encoding().open(file.enc(), secret), StandardCharsets.UTF_8));
    }

    private static Certificate verify(String text) {
        return new CertificateVerifier(anchors()).verify(text, key(), fingerprint());
    }

    private static TrustAnchors anchors() {
        return new TrustAnchors(
                Stream.of("ed25519_public_hex", "rsa2048_public_pem", "ecdsa_p256_public_pem")
                        .map(name -> VendorKey.parse(fact(name)))
                        .toList(),
                TestVendor.ACCOUNT,
                TestVendor.PRODUCT,
                EnumSet.allOf(SignatureAlgorithm.class),
                OfflineFiles.of(EnumSet.allOf(CertificateKind.class)),
                TrustAnchors.Origin.CONFIGURED);
    }

    private static LicenseKey key() {
        return new LicenseKey(fact("license_key"));
    }

    private static String fingerprint() {
        return fact("fingerprint");
    }

    private static String fact(String name) {
        return SharedFiles.VECTORS.json("synthetic/keys.json").path(name).textValue();
    }

    private static String text(String name) {
        return SharedFiles.VECTORS.text("synthetic/" + name + ".lic");
    }
}
