package com.optymyse.inspire.licensing.sandbox.signing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Objects;

/** The sandbox's keys, which are published with it and so protect nothing. */
final class PemResource {

    private static final String FOLDER = "/sandbox/keys/";

    private PemResource() {}

    static PrivateKey privateKey(String name, String algorithm) {
        byte[] der = der(text(name + ".private.pem"));
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("The sandbox's key " + name + " is broken.", broken);
        }
    }

    /** A public key as its SubjectPublicKeyInfo in DER. */
    static byte[] publicKey(String name) {
        return der(text(name + ".public.pem"));
    }

    private static byte[] der(String pem) {
        return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    }

    private static String text(String file) {
        try (InputStream resource = PemResource.class.getResourceAsStream(FOLDER + file)) {
            return new String(Objects.requireNonNull(resource, file).readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException notReadable) {
            throw new UncheckedIOException(notReadable);
        }
    }
}
