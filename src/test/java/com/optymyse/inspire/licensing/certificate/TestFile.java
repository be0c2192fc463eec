package com.optymyse.inspire.licensing.certificate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optymyse.inspire.licensing.license.LicenseKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A license or machine file of {@link TestVendor}'s, good unless a test says what to do wrong. Each step of its making
 * can be interfered with: the document, the payload before and the envelope after it is signed.
 */
public final class TestFile {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int TAG_BYTES = 16;

    private static final String LICENSE =
            String.format(Locale.ROOT, """
            {"id": "11111111-0000-4000-8000-000000000001", "type": "licenses",
             "attributes": {"name": "Enterprise", "key": "%s", "expiry": "2027-06-30T00:00:00.000Z", "status": "ACTIVE",
               "suspended": false, "requireHeartbeat": false, "requireCheckIn": false,
               "metadata": {"maxDisplays": 500, "maxAgiles": -1, "aiCreditsPerMonth": 10000}},
             "relationships": {"account": {"data": {"type": "accounts", "id": "%s"}},
               "product": {"data": {"type": "products", "id": "%s"}}}}
            """, TestVendor.KEY.value(), TestVendor.ACCOUNT, TestVendor.PRODUCT);

    private static final String MACHINE =
            String.format(Locale.ROOT, """
            {"id": "22222222-0000-4000-8000-000000000002", "type": "machines",
             "attributes": {"fingerprint": "%s", "name": "Küche ✓"},
             "relationships": {"account": {"data": {"type": "accounts", "id": "%s"}},
               "product": {"data": {"type": "products", "id": "%s"}},
               "license": {"data": {"type": "licenses", "id": "11111111-0000-4000-8000-000000000001"}}}}
            """, TestVendor.FINGERPRINT, TestVendor.ACCOUNT, TestVendor.PRODUCT);

    private final CertificateKind kind;
    private final ObjectNode document;
    private SignatureAlgorithm algorithm = SignatureAlgorithm.ED25519;
    private String encoding = "aes-256-gcm";
    private String alg = "";
    private @Nullable PrivateKey stranger;
    private String prefix;
    private String secret;
    private UnaryOperator<byte[]> json = bytes -> bytes;
    private UnaryOperator<String> enc = text -> text;
    private UnaryOperator<String> envelope = text -> text;
    private int columns = 60;

    private TestFile(CertificateKind kind, ObjectNode document) {
        this.kind = kind;
        this.document = document;
        this.prefix = kind == CertificateKind.MACHINE ? "machine/" : "license/";
        this.secret = TestVendor.KEY.value() + (kind == CertificateKind.MACHINE ? TestVendor.FINGERPRINT : "");
    }

    /** A license file that includes two entitlements and lasts two weeks. */
    public static TestFile license() {
        return of(CertificateKind.LICENSE, document(LICENSE, ""));
    }

    /** A machine file that includes its license and two entitlements and lasts two weeks. */
    public static TestFile machine() {
        return of(CertificateKind.MACHINE, document(MACHINE, LICENSE + ","));
    }

    /** Every kind with every algorithm, encrypted and not. */
    static Stream<TestFile> makes() {
        return Arrays.stream(CertificateKind.values())
                .flatMap(kind -> Arrays.stream(SignatureAlgorithm.values())
                        .flatMap(algorithm -> Stream.of(
                                ofKind(kind).algorithm(algorithm),
                                ofKind(kind).algorithm(algorithm).base64())));
    }

    static TestFile ofKind(CertificateKind kind) {
        return kind == CertificateKind.MACHINE ? machine() : license();
    }

    static TestFile of(CertificateKind kind, ObjectNode document) {
        return new TestFile(kind, document);
    }

    /** Changes the document that the file is about. */
    public TestFile with(Consumer<ObjectNode> change) {
        change.accept(document);
        return this;
    }

    /** Changes the license, wherever the document has it. */
    public TestFile withLicense(Consumer<ObjectNode> change) {
        return with(root -> change.accept(
                (ObjectNode) (kind == CertificateKind.MACHINE ? root.at("/included/0") : root.path("data"))));
    }

    /** Changes the license's attributes. */
    public TestFile withAttributes(Consumer<ObjectNode> change) {
        return withLicense(license -> change.accept((ObjectNode) license.path("attributes")));
    }

    /** Lets the file be issued and end at other times; no end is null. */
    public TestFile lasting(Instant issued, @Nullable Instant expiry) {
        return with(root -> root.withObject("/meta")
                .put("issued", issued.toString())
                .put("expiry", expiry == null ? null : expiry.toString()));
    }

    TestFile algorithm(SignatureAlgorithm value) {
        algorithm = value;
        return this;
    }

    public TestFile base64() {
        encoding = "base64";
        return this;
    }

    /** The same for another key: it is named in the file, and opens it. */
    public TestFile forKey(LicenseKey key) {
        return forKey(key, TestVendor.FINGERPRINT);
    }

    /** The same for another key and another installation. */
    public TestFile forKey(LicenseKey key, String fingerprint) {
        return withLicense(license -> ((ObjectNode) license.get("attributes")).put("key", key.value()))
                .with(root -> {
                    if (kind == CertificateKind.MACHINE) {
                        root.withObject("/data/attributes").put("fingerprint", fingerprint);
                    }
                })
                .secret(key.value() + (kind == CertificateKind.MACHINE ? fingerprint : ""));
    }

    TestFile secret(String value) {
        secret = value;
        return this;
    }

    /** Writes another signature algorithm into the file than the one it is signed with. */
    TestFile label(SignatureAlgorithm value) {
        return alg(encoding + "+" + value.wireName());
    }

    SignatureAlgorithm algorithm() {
        return algorithm;
    }

    TestFile signedPrefix(String value) {
        prefix = value;
        return this;
    }

    /** Signs with a key that is not the vendor's. */
    TestFile signedBy(PrivateKey value) {
        stranger = value;
        return this;
    }

    /** Writes another {@code alg} into the file than the one it is made with. */
    TestFile alg(String value) {
        alg = value;
        return this;
    }

    /** Changes the payload's JSON before it is encoded. */
    TestFile json(UnaryOperator<byte[]> change) {
        json = change;
        return this;
    }

    /** Changes the encoded payload before it is signed. */
    TestFile enc(UnaryOperator<String> change) {
        enc = change;
        return this;
    }

    /** Changes the JSON of payload, signature and algorithm. */
    TestFile envelope(UnaryOperator<String> change) {
        envelope = change;
        return this;
    }

    /** Changes the fields of payload, signature and algorithm. */
    TestFile withEnvelope(Consumer<ObjectNode> change) {
        return envelope(text -> {
            ObjectNode fields = object(text);
            change.accept(fields);
            return fields.toString();
        });
    }

    TestFile columns(int value) {
        columns = value;
        return this;
    }

    /** The file. */
    public String text() {
        String payload = enc.apply(encoded(json.apply(document.toString().getBytes(StandardCharsets.UTF_8))));
        PrivateKey key = stranger == null ? TestVendor.keyPair(algorithm).getPrivate() : stranger;
        byte[] signature = TestVendor.sign(algorithm, key, (prefix + payload).getBytes(StandardCharsets.UTF_8));
        String content = String.format(
                Locale.ROOT,
                "{\"enc\":\"%s\",\"sig\":\"%s\",\"alg\":\"%s\"}",
                payload,
                base64(signature),
                alg.isEmpty() ? encoding + "+" + algorithm.wireName() : alg);
        return framed(kind, columns, envelope.apply(content));
    }

    /** The certificate that {@link TestVendor#anchors()} make of the file. */
    public Certificate certificate() {
        return TestVendor.verify(text());
    }

    @Override
    public String toString() {
        return kind + " " + encoding + "+" + algorithm.wireName();
    }

    static String framed(CertificateKind kind, int columns, String content) {
        String lines = Base64.getMimeEncoder(columns, new byte[] {'\n'})
                .encodeToString(content.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "-----BEGIN %1$s FILE-----\n%2$s\n-----END %1$s FILE-----\n", kind, lines);
    }

    private String encoded(byte[] payload) {
        return encoding.equals("base64") ? base64(payload) : encrypted(payload);
    }

    private String encrypted(byte[] payload) {
        try {
            byte[] iv = new byte[12];
            new SecureRandom().nextBytes(iv);
            byte[] key = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new GCMParameterSpec(TAG_BYTES * Byte.SIZE, iv));
            byte[] sealed = cipher.doFinal(payload);
            int tagAt = sealed.length - TAG_BYTES;
            return base64(Arrays.copyOf(sealed, tagAt)) + "." + base64(iv) + "."
                    + base64(Arrays.copyOfRange(sealed, tagAt, sealed.length));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static ObjectNode document(String data, String license) {
        return object(String.format(Locale.ROOT, """
                {"data": %s,
                 "included": [%s
                   {"id": "33333333-0000-4000-8000-000000000003", "type": "entitlements",
                    "attributes": {"name": "Single sign-on", "code": "SSO_SAML", "metadata": {}}},
                   {"id": "33333333-0000-4000-8000-000000000004", "type": "entitlements",
                    "attributes": {"name": "Offline", "code": "OFFLINE_LICENSING", "metadata": {}}}],
                 "meta": {"issued": "%s", "expiry": "2026-11-15T10:00:00.000Z", "ttl": 1209600}}
                """, data, license, TestVendor.ISSUED));
    }

    /** The fields of a file. */
    static ObjectNode envelopeOf(String file) {
        String lines = file.replaceAll("-----.*-----|\\s", "");
        return object(new String(Base64.getDecoder().decode(lines), StandardCharsets.UTF_8));
    }

    static ObjectNode object(String json) {
        try {
            return (ObjectNode) MAPPER.readTree(json);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
