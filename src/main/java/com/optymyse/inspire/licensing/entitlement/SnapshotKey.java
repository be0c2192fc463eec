package com.optymyse.inspire.licensing.entitlement;

import com.optymyse.inspire.licensing.installation.SigningKey;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** A signing key in the terms of JOSE: ES256, with the thumbprint of its public key (RFC 7638) as its id. */
final class SnapshotKey {

    /** The type that distinguishes a snapshot from every other kind of token (RFC 8725, section 3.11). */
    static final String TYPE = "licensing-snapshot+jwt";

    private static final String ALGORITHM = AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256;

    private final SigningKey key;
    private final PublicJsonWebKey jwk;

    SnapshotKey(SigningKey key) {
        this.key = key;
        try {
            jwk = PublicJsonWebKey.Factory.newPublicJwk(key.pair().getPublic());
        } catch (JoseException impossible) {
            throw new IllegalStateException("A key on P-256 can be written as a JWK.", impossible);
        }
        jwk.setKeyId(jwk.calculateBase64urlEncodedThumbprint("SHA-256"));
        jwk.setAlgorithm(ALGORITHM);
        jwk.setUse(Use.SIGNATURE);
    }

    /** Whether it is this very key. One that was read anew is another, though it may be called the same. */
    boolean isOf(SigningKey other) {
        return key.equals(other);
    }

    String id() {
        return jwk.getKeyId();
    }

    /** The members of the public key as it is published. */
    Map<String, Object> published() {
        return jwk.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    /** The claims, signed, in the compact form. */
    String sign(String claims) {
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(ALGORITHM);
        token.setKeyIdHeaderValue(id());
        token.setHeader("typ", TYPE);
        token.setKey(key.pair().getPrivate());
        token.setPayload(claims);
        try {
            return token.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException("ES256 does not sign on this Java runtime.", impossible);
        }
    }
}
