package com.optymyse.inspire.licensing.entitlement;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.optymyse.inspire.licensing.installation.KeySet;
import com.optymyse.inspire.licensing.installation.SigningKeys;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The answer with the keys that verify snapshots, cached for each set of keys. */
@ApplicationScoped
class PublishedKeys {

    private record Cached(KeySet keys, CachedResponse response) {}

    private final SigningKeys keys;
    private final ObjectMapper json;
    private volatile @Nullable Cached cached;

    PublishedKeys(SigningKeys keys, ObjectMapper json) {
        this.keys = keys;
        this.json = json;
    }

    @SuppressWarnings("ReferenceEquality") // keys that were read anew are a new set
    CachedResponse now() {
        KeySet present = keys.now();
        Cached known = cached;
        if (known != null && known.keys() == present) {
            return known.response();
        }
        CachedResponse response = prepare(present);
        cached = new Cached(present, response);
        return response;
    }

    private CachedResponse prepare(KeySet present) {
        JsonWebKeys published = new JsonWebKeys(present.published().stream()
                .map(key -> json.convertValue(new SnapshotKey(key).published(), JsonWebKeys.Key.class))
                .toList());
        return CachedResponse.of(published, json);
    }
}
