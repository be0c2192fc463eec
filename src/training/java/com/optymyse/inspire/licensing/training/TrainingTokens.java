package com.optymyse.inspire.licensing.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/** Issues tokens as an identity provider does, signed by a new key. */
final class TrainingTokens {

    static final String ISSUER = "training";
    static final String AUDIENCE = "training";

    private static final int BITS = 2048;
    private static final long LIFETIME_SECONDS = 3600;
    private static final String HEADER = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"training\"}";

    private final KeyPair keys;

    TrainingTokens() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java runtime makes RSA keys.", impossible);
        }
    }

    /** A token for this subject in this group, valid for an hour. */
    String token(String subject, String group) {
        long now = Instant.now().getEpochSecond();
        String claims = "{\"iss\":\"" + ISSUER + "\",\"aud\":\"" + AUDIENCE + "\",\"sub\":\"" + subject
                + "\",\"groups\":[\"" + group + "\"],\"iat\":" + now + ",\"exp\":" + (now + LIFETIME_SECONDS) + "}";
        String signed = base64(HEADER.getBytes(UTF_8)) + "." + base64(claims.getBytes(UTF_8));
        return signed + "." + base64(signature(signed));
    }

    /** The key that the tokens are verified with, as a JSON Web Key Set. */
    String keySet() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"training\",\"n\":\""
                + number(key.getModulus()) + "\",\"e\":\"" + number(key.getPublicExponent()) + "\"}]}";
    }

    private byte[] signature(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java runtime signs with RSA.", impossible);
        }
    }

    /** The number without the leading zero byte of {@link BigInteger#toByteArray}. */
    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int first = bytes[0] == 0 ? 1 : 0;
        return base64(Arrays.copyOfRange(bytes, first, bytes.length));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
