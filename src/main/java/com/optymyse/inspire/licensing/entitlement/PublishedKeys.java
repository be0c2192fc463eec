package com.optymyse.inspire.licensing.entitlement;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.optymyse.inspire.licensing.installation.KeySet;
import com.optymyse.inspire.licensing.installation.SigningKeys;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The answer to who wants to verify snapshots, made once for each set of keys. */
@ApplicationScoped
class PublishedKeys {

    private record Answer(KeySet keys, CachedResponse cached) {}

    private final SigningKeys keys;
    private final ObjectMapper json;
    private volatile @Nullable Answer answer;

    PublishedKeys(SigningKeys keys, ObjectMapper json) {
        this.keys = keys;
        this.json = json;
    }

    @SuppressWarnings("ReferenceEquality") // keys that were read anew are a new set
    CachedResponse now() {
        KeySet present = keys.now();
        Answer known = answer;
        if (known != null && known.keys() == present) {
            return known.cached();
        }
        CachedResponse cached = prepare(present);
        answer = new Answer(present, cached);
        return cached;
    }

    private CachedResponse prepare(KeySet present) {
        JsonWebKeys published = new JsonWebKeys(present.published().stream()
                .map(key -> json.convertValue(new SnapshotKey(key).published(), JsonWebKeys.Key.class))
                .toList());
        return CachedResponse.of(published, json);
    }
}
