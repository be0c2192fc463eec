package com.optymyse.inspire.licensing.security;

import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jspecify.annotations.Nullable;

/**
 * A key set as it was fetched.
 *
 * @param keys its keys, at least one
 * @param text how it was written
 */
record FetchedJwks(List<JsonWebKey> keys, String text) {

    FetchedJwks {
        keys = List.copyOf(keys);
    }

    /**
     * The key with this id. Without an id on one of both sides, the only key there is.
     *
     * @param algorithm what it must be good for, where the key says what it is good for
     */
    Optional<PublicKey> find(String algorithm, @Nullable String id) {
        return keys.stream()
                .filter(key -> key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm))
                .filter(key -> (key.getKeyId() == null || id == null) ? keys.size() == 1 : id.equals(key.getKeyId()))
                .filter(PublicJsonWebKey.class::isInstance)
                .map(key -> ((PublicJsonWebKey) key).getPublicKey())
                .findFirst();
    }

    /** Whether it has a key with this id, for whichever algorithm. */
    boolean has(@Nullable String id) {
        return keys.stream().anyMatch(key -> id != null && id.equals(key.getKeyId()));
    }
}
