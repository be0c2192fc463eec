package com.optymyse.inspire.licensing.sandbox.signing;

import java.util.Optional;

/**
 * How a file is written: encrypted or in clear, and the scheme that signs it.
 *
 * @param encrypted whether the payload is encrypted with AES-256-GCM instead of written in base64
 */
public record FileAlgorithm(boolean encrypted, SignatureScheme scheme) {

    private static final String AES = "aes-256-gcm";
    private static final String BASE64 = "base64";

    /** Reads a name such as {@code aes-256-gcm+ed25519}; empty when it is none of the eight. */
    public static Optional<FileAlgorithm> named(String name) {
        String[] parts = name.split("\\+", 2);
        if (parts.length != 2 || !(parts[0].equals(AES) || parts[0].equals(BASE64))) {
            return Optional.empty();
        }
        return SignatureScheme.named(parts[1]).map(scheme -> new FileAlgorithm(parts[0].equals(AES), scheme));
    }

    public String wireName() {
        return (encrypted ? AES : BASE64) + "+" + scheme.wireName();
    }
}
