package com.optymyse.inspire.licensing.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;

/** A JWT whose ES256 signature was checked by a published key, with the JDK alone and none of the service's libraries. */
public record VerifiedJwt(JsonObject header, JsonObject claims) {

    /**
     * Takes a JWT apart and checks its signature, nothing else.
     *
     * @throws SignatureException when no key of the set is called as the header says, or the signature is not that key's
     * @throws IllegalArgumentException when it is not three parts of base64url
     */
    public static VerifiedJwt of(String compact, String keySet) throws GeneralSecurityException {
        String[] parts = compact.split("\\.", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("A compact JWS has three parts.");
        }
        JsonObject header = json(parts[0]);
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(key(header.getString("kid"), keySet));
        signature.update((parts[0] + "." + parts[1]).getBytes(US_ASCII));
        if (!signature.verify(Base64.getUrlDecoder().decode(parts[2]))) {
            throw new SignatureException("The signature is not that of the key.");
        }
        return new VerifiedJwt(header, json(parts[1]));
    }

    private static PublicKey key(String id, String keySet) throws GeneralSecurityException {
        JsonObject jwk = new JsonObject(keySet)
                .getJsonArray("keys").stream()
                        .map(JsonObject.class::cast)
                        .filter(key -> key.getString("kid").equals(id))
                        .findFirst()
                        .orElseThrow(() -> new SignatureException("There is no key " + id + "."));
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        ECPoint point = new ECPoint(number(jwk, "x"), number(jwk, "y"));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static BigInteger number(JsonObject jwk, String member) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(jwk.getString(member)));
    }

    private static JsonObject json(String part) {
        return new JsonObject(new String(Base64.getUrlDecoder().decode(part), UTF_8));
    }
}
