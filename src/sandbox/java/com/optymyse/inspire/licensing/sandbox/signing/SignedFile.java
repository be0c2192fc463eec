package com.optymyse.inspire.licensing.sandbox.signing;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A license or machine file before it is written down.
 *
 * @param kind what the file's frame says
 * @param algorithm what the file's label says
 * @param payload the document, encrypted or encoded
 * @param signature the signature over prefix and payload, in base64
 */
public record SignedFile(FileKind kind, String algorithm, String payload, String signature) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int IV_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int COLUMNS = 60;

    /** Encrypts or encodes a document and signs it. */
    public static SignedFile of(
            FileKind kind, JsonObject document, String secret, FileAlgorithm algorithm, Signer signer) {
        byte[] json = document.encode().getBytes(StandardCharsets.UTF_8);
        String payload = algorithm.encrypted() ? encrypted(json, secret) : base64(json);
        byte[] signature =
                signer.sign(algorithm.scheme(), (kind.prefix() + "/" + payload).getBytes(StandardCharsets.UTF_8));
        return new SignedFile(kind, algorithm.wireName(), payload, base64(signature));
    }

    /** The text of the file: a framed body of 60 columns with line feeds. */
    public String text() {
        String json = new JsonObject()
                .put("enc", payload)
                .put("sig", signature)
                .put("alg", algorithm)
                .encode();
        String body =
                Base64.getMimeEncoder(COLUMNS, new byte[] {'\n'}).encodeToString(json.getBytes(StandardCharsets.UTF_8));
        String name = kind.name() + " FILE-----\n";
        return "-----BEGIN " + name + body + "\n-----END " + name;
    }

    private static String encrypted(byte[] json, String secret) {
        byte[] iv = new byte[IV_BYTES];
        RANDOM.nextBytes(iv);
        try {
            byte[] key = Sha256.of(secret.getBytes(StandardCharsets.UTF_8));
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new GCMParameterSpec(TAG_BYTES * Byte.SIZE, iv));
            byte[] sealed = cipher.doFinal(json);
            int end = sealed.length - TAG_BYTES;
            byte[] tag = Arrays.copyOfRange(sealed, end, sealed.length);
            return String.join(".", base64(Arrays.copyOf(sealed, end)), base64(iv), base64(tag));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has AES-256-GCM.", impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
