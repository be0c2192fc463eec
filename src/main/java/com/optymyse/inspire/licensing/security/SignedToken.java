package com.optymyse.inspire.licensing.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.optymyse.inspire.licensing.certificate.MalformedDocument;
import com.optymyse.inspire.licensing.certificate.StrictJson;
import com.optymyse.inspire.licensing.logging.LogText;
import java.security.Key;
import java.util.Base64;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * A token that was read, and whose signature is not verified yet.
 *
 * @param signature what the library verifies
 * @param algorithm the algorithm that the token names, one of the pinned ones
 * @param keyId the key that the token names
 * @param claims what it says
 */
record SignedToken(
        JsonWebSignature signature,
        String algorithm,
        @Nullable String keyId,
        TokenClaims claims) {

    private static final int PARTS = 3;

    /**
     * Reads a token without any key. Whatever can be said against it without one is said here.
     *
     * @throws BadToken when it is not a token signed with one of these algorithms
     */
    static SignedToken read(String token, Set<String> algorithms) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != PARTS) {
            throw BadToken.of(TokenCheck.FORM, "a signed JWT of three parts", parts.length + " parts");
        }
        JsonNode header = object(parts[0], "header");
        String algorithm = header.path("alg").asText();
        if (!algorithms.contains(algorithm)) {
            throw BadToken.of(TokenCheck.ALGORITHM, "one of " + LogText.expected(algorithms), header.get("alg"));
        }
        requireBytes(parts[2]);
        TokenClaims claims = new TokenClaims(object(parts[1], "claims"));
        return new SignedToken(signature(token, algorithms), algorithm, keyId(header), claims);
    }

    /** Refuses a signature that is not base64url, because the library would skip the wrong characters. */
    private static void requireBytes(String signature) {
        try {
            if (Base64.getUrlDecoder().decode(signature).length > 0) {
                return;
            }
        } catch (IllegalArgumentException malformed) {
            throw BadToken.of(TokenCheck.FORM, "a signature in base64url", "something that can't be read");
        }
        throw BadToken.of(TokenCheck.FORM, "a signature", null);
    }

    private static @Nullable String keyId(JsonNode header) {
        JsonNode id = header.get("kid");
        if (id == null || id.isNull()) {
            return null;
        }
        if (!id.isTextual()) {
            throw BadToken.of(TokenCheck.FORM, "a text as the id of the key", id);
        }
        return id.textValue();
    }

    private static JsonNode object(String part, String what) {
        try {
            return StrictJson.readObject(Base64.getUrlDecoder().decode(part));
        } catch (IllegalArgumentException | MalformedDocument malformed) {
            throw BadToken.of(
                    TokenCheck.FORM, "one JSON object in base64url as the " + what, "something that can't be read");
        }
    }

    private static JsonWebSignature signature(String token, Set<String> algorithms) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(
                new AlgorithmConstraints(ConstraintType.PERMIT, algorithms.toArray(String[]::new)));
        try {
            signature.setCompactSerialization(token);
        } catch (JoseException malformed) {
            throw BadToken.of(TokenCheck.FORM, "a signed JWT", "something that can't be read");
        }
        return signature;
    }

    /** Whether the private part of this key made the signature; false where the key can't be used for it. */
    boolean isSignedWith(Key key, boolean anyLength) {
        try {
            return isGood(key, anyLength);
        } catch (JoseException | RuntimeException unusable) {
            return false;
        }
    }

    /** @throws BadToken when the signature was not made with the private part of this key */
    void requireSignature(Key key, boolean anyLength) {
        boolean good;
        try {
            good = isGood(key, anyLength);
        } catch (JoseException | RuntimeException unusable) {
            // The caller names key and algorithm, so that the two need not fit.
            throw BadToken.of(
                    TokenCheck.SIGNATURE, "a key that is right for " + algorithm, key.getAlgorithm() + " key");
        }
        if (!good) {
            throw BadToken.of(
                    TokenCheck.SIGNATURE,
                    keyId == null ? "a signature by the known key" : "a signature by the key " + LogText.of(keyId),
                    "one that does not fit");
        }
    }

    private boolean isGood(Key key, boolean anyLength) throws JoseException {
        signature.setKey(key);
        signature.setDoKeyValidation(!anyLength);
        return signature.verifySignature();
    }
}
