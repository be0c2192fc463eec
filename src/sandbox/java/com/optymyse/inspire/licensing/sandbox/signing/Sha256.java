package com.optymyse.inspire.licensing.sandbox.signing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest SHA-256 of FIPS 180-4. */
final class Sha256 {

    private Sha256() {}

    /** The digest, of 32 bytes. */
    static byte[] of(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
