package com.optymyse.inspire.licensing.certificate;

import com.optymyse.inspire.licensing.license.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** How the payload stands in a signed file. Neither way proves anything about who wrote it: the signature does. */
enum PayloadEncoding {
    AES_256_GCM("aes-256-gcm"),
    BASE64("base64");

    private static final int IV_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private final String wireName;

    PayloadEncoding(String wireName) {
        this.wireName = wireName;
    }

    /** @throws IllegalArgumentException when there is none of that name */
    static PayloadEncoding ofWireName(String name) {
        for (PayloadEncoding encoding : values()) {
            if (encoding.wireName.equals(name)) {
                return encoding;
            }
        }
        throw new IllegalArgumentException("There is no payload encoding of this name.");
    }

    /**
     * The payload's bytes.
     *
     * @param enc the payload as it stands in the file
     * @param secret what an encrypted payload is encrypted under
     * @throws AEADBadTagException when the secret does not open it
     */
    byte[] open(String enc, String secret) throws MalformedDocument, AEADBadTagException {
        return switch (this) {
            case BASE64 -> StrictBase64.decode(enc, "payload");
            case AES_256_GCM -> decrypt(enc.split("\\.", -1), secret);
        };
    }

    private static byte[] decrypt(String[] parts, String secret) throws MalformedDocument, AEADBadTagException {
        if (parts.length != 3) {
            throw new MalformedDocument("The encrypted payload does not have three parts.");
        }
        byte[] ciphertext = StrictBase64.decode(parts[0], "payload");
        byte[] iv = StrictBase64.decode(parts[1], "payload's initialization vector");
        byte[] tag = StrictBase64.decode(parts[2], "payload's tag");
        if (iv.length != IV_BYTES || tag.length != TAG_BYTES) {
            throw new MalformedDocument("The encrypted payload's initialization vector has " + IV_BYTES
                    + " bytes and its tag " + TAG_BYTES + ". Here they have other lengths.");
        }
        return decrypt(ciphertext, iv, tag, secret);
    }

    private static byte[] decrypt(byte[] ciphertext, byte[] iv, byte[] tag, String secret) throws AEADBadTagException {
        try {
            byte[] key = Sha256.of(secret.getBytes(StandardCharsets.UTF_8));
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new GCMParameterSpec(TAG_BYTES * Byte.SIZE, iv));
            return cipher.doFinal(joined(ciphertext, tag));
        } catch (AEADBadTagException wrongSecret) {
            throw wrongSecret;
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("This JDK has no AES-256-GCM.", absent);
        }
    }

    /** Joins ciphertext and tag, because the JDK expects the tag after the ciphertext. */
    private static byte[] joined(byte[] ciphertext, byte[] tag) {
        return ByteBuffer.allocate(ciphertext.length + tag.length)
                .put(ciphertext)
                .put(tag)
                .array();
    }
}
