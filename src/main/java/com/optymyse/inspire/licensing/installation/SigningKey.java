package com.optymyse.inspire.licensing.installation;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;

/**
 * A pair of keys by which an installation vouches for what it tells its services.
 *
 * @param number counts the keys of the installation, oldest first
 * @param pair on the curve P-256
 * @param signsFrom when it takes over from the key before it
 */
public record SigningKey(long number, KeyPair pair, Instant signsFrom) {

    private static final String CURVE = "secp256r1";

    /** Makes a new key pair. */
    public static KeyPair newPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java runtime has the curve P-256.", impossible);
        }
    }
}
