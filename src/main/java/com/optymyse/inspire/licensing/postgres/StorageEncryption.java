package com.optymyse.inspire.licensing.postgres;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts what is stored: AES-256 in Galois/Counter Mode (NIST SP 800-38D) with a fresh random initialization vector of 96
 * bits for each encryption.
 */
final class StorageEncryption {

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int VECTOR_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final KeyRing ring;

    StorageEncryption(KeyRing ring) {
        this.ring = ring;
    }

    /** The id of the key that {@link #encrypt} uses, to be stored beside what it returns. */
    String keyId() {
        return ring.firstKeyId();
    }

    /**
     * Encrypts, bound to {@code additionalData}: with any other the result does not decrypt.
     *
     * @return initialization vector, ciphertext and tag
     */
    byte[] encrypt(byte[] plain, byte[] additionalData) {
        byte[] vector = new byte[VECTOR_BYTES];
        random.nextBytes(vector);
        try {
            byte[] encrypted =
                    cipher(Cipher.ENCRYPT_MODE, keyId(), vector, additionalData).doFinal(plain);
            return ByteBuffer.allocate(VECTOR_BYTES + encrypted.length)
                    .put(vector)
                    .put(encrypted)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-256-GCM does not encrypt on this Java runtime.", impossible);
        }
    }

    /**
     * Decrypts what a key of the ring has encrypted.
     *
     * @param stored what {@link #encrypt} has returned
     * @throws TamperedException when these bytes were not encrypted by this key for this additional data
     * @throws KeyRing.UnknownKeyException when the ring has no such key
     */
    byte[] decrypt(String keyId, byte[] stored, byte[] additionalData) throws TamperedException {
        ring.key(keyId);
        if (stored.length < VECTOR_BYTES + TAG_BITS / Byte.SIZE) {
            throw new TamperedException();
        }
        byte[] vector = new byte[VECTOR_BYTES];
        ByteBuffer bytes = ByteBuffer.wrap(stored).get(vector);
        byte[] encrypted = new byte[bytes.remaining()];
        bytes.get(encrypted);
        try {
            return cipher(Cipher.DECRYPT_MODE, keyId, vector, additionalData).doFinal(encrypted);
        } catch (AEADBadTagException changed) {
            throw new TamperedException();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-256-GCM does not decrypt on this Java runtime.", impossible);
        }
    }

    private Cipher cipher(int mode, String keyId, byte[] vector, byte[] additionalData)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(TRANSFORMATION);
        cipher.init(mode, ring.key(keyId), new GCMParameterSpec(TAG_BITS, vector));
        cipher.updateAAD(additionalData);
        return cipher;
    }

    /** These bytes were not encrypted by this service for this place, or were changed since. */
    static final class TamperedException extends Exception {

        private static final long serialVersionUID = 1L;

        TamperedException() {
            super("The service can't decrypt a stored value: something other than this service has changed it.");
        }
    }
}
