package com.optymyse.inspire.licensing.entitlement;

import java.util.List;

/**
 * The keys that signed snapshots are verified with: a JWK Set (RFC 7517).
 *
 * @param keys those whose signatures count, and the one that will sign next, oldest first
 */
public record JsonWebKeys(List<Key> keys) {

    /**
     * A public key.
     *
     * @param kty {@code EC}
     * @param kid what the header of a snapshot calls it
     * @param use {@code sig}
     * @param alg {@code ES256}
     * @param crv {@code P-256}
     * @param x the point, in base64url
     * @param y the point, in base64url
     */
    public record Key(String kty, String kid, String use, String alg, String crv, String x, String y) {}
}
