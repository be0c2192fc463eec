package com.optymyse.inspire.licensing.testing;

import io.smallrye.jwt.util.KeyUtils;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.List;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Tokens as an identity provider issues them, and as an attacker might: signed in any way, with any claims. */
public final class Tokens {

    /** What dev and test expect of a token. */
    public static final String ISSUER = "https://sandbox.inspire.example/";

    private Tokens() {}

    /** A good token with further claims, or with other values for those that it has anyhow. */
    public static String token(Map<String, ?> claims) {
        return signed("RS256", developmentKey(), claims(claims));
    }

    /** A good token of somebody with a role. */
    public static String withRole(String role) {
        return token(Map.of("groups", List.of(role)));
    }

    /** A good token of somebody without any role. */
    public static String withoutRole() {
        return token(Map.of());
    }

    /** The claims of a good token, changed by some. */
    public static JwtClaims claims(Map<String, ?> changes) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience("inspire-licensing");
        claims.setSubject("ada");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(10);
        changes.forEach(claims::setClaim);
        return claims;
    }

    /** Seconds of the epoch, as tokens have them, from now. */
    public static long inSeconds(long seconds) {
        return NumericDate.now().getValue() + seconds;
    }

    /** A token signed with any algorithm, {@code none} included, and any key. */
    public static String signed(String algorithm, @Nullable Key key, JwtClaims claims) {
        return signed(algorithm, key, null, claims);
    }

    /** A token that also names the key it is signed with. */
    public static String signed(String algorithm, @Nullable Key key, @Nullable String keyId, JwtClaims claims) {
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        token.setAlgorithmHeaderValue(algorithm);
        token.setKey(key);
        token.setKeyIdHeaderValue(keyId);
        token.setDoKeyValidation(false);
        token.setPayload(claims.toJson());
        try {
            return token.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException("A token can't be signed.", impossible);
        }
    }

    /** The key of development, which dev and test trust. */
    public static PrivateKey developmentKey() {
        try {
            return KeyUtils.readPrivateKey("sandbox/keys/token.private.pem");
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("The key of development can't be read.", impossible);
        }
    }

    /** What belongs to {@link #developmentKey()} and is known to everybody. */
    public static PublicKey developmentPublicKey() {
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) developmentKey();
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every private RSA key has a public one.", impossible);
        }
    }
}
