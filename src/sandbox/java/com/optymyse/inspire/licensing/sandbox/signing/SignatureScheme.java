package com.optymyse.inspire.licensing.sandbox.signing;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ways in which the licensing server signs, with the names that it gives them. */
public enum SignatureScheme {
    ED25519("ed25519", "Ed25519", "ed25519"),
    RSA_PSS_SHA256("rsa-pss-sha256", "RSASSA-PSS", "rsa2048"),
    RSA_SHA256("rsa-sha256", "SHA256withRSA", "rsa2048"),
    ECDSA_P256("ecdsa-p256", "SHA256withECDSA", "ecdsa-p256");

    /** The longest salt that fits 2048 bits, which is what the server's library chooses. */
    private static final int SALT_LENGTH = 222;

    private final String wireName;
    private final String jdkName;
    private final String keyName;

    SignatureScheme(String wireName, String jdkName, String keyName) {
        this.wireName = wireName;
        this.jdkName = jdkName;
        this.keyName = keyName;
    }

    public static Optional<SignatureScheme> named(String wireName) {
        return Arrays.stream(values())
                .filter(scheme -> scheme.wireName.equals(wireName))
                .findFirst();
    }

    public String wireName() {
        return wireName;
    }

    /** The name of the key that the scheme signs with; both RSA schemes share one. */
    String keyName() {
        return keyName;
    }

    byte[] sign(PrivateKey key, byte[] text) {
        try {
            Signature signature = Signature.getInstance(jdkName);
            AlgorithmParameterSpec parameters = parameters();
            if (parameters != null) {
                signature.setParameter(parameters);
            }
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("The JDK can't sign with " + wireName + ".", impossible);
        }
    }

    /** A key that nobody has seen before. */
    PrivateKey freshKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(keyAlgorithm());
            switch (this) {
                case ED25519 -> {}
                case RSA_PSS_SHA256, RSA_SHA256 -> generator.initialize(2048);
                case ECDSA_P256 -> generator.initialize(new ECGenParameterSpec("secp256r1"));
            }
            return generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("The JDK can't make a key for " + wireName + ".", impossible);
        }
    }

    String keyAlgorithm() {
        return switch (this) {
            case ED25519 -> "Ed25519";
            case RSA_PSS_SHA256, RSA_SHA256 -> "RSA";
            case ECDSA_P256 -> "EC";
        };
    }

    private @Nullable AlgorithmParameterSpec parameters() {
        return this == RSA_PSS_SHA256
                ? new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, SALT_LENGTH, 1)
                : null;
    }
}
