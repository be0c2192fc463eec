package com.optymyse.inspire.licensing.installation;

import java.util.List;

/**
 * The signing keys of an installation at a moment.
 *
 * @param signing the one that signs
 * @param published all whose signatures count or soon will, oldest first
 */
public record KeySet(SigningKey signing, List<SigningKey> published) {

    public KeySet {
        published = List.copyOf(published);
        if (!published.contains(signing)) {
            throw new IllegalArgumentException("The key that signs must be published.");
        }
    }
}
