package com.optymyse.inspire.licensing.installation;

import io.smallrye.mutiny.Uni;

/** Where the signing keys are kept, the same for all replicas. */
public interface SigningKeyStore {

    /**
     * The keys as of now, by one clock for all replicas. Makes the next key when it is time, and forgets those that are
     * over.
     *
     * @throws com.optymyse.inspire.licensing.license.Refusal {@code STORE_UNAVAILABLE} within seconds when the store can't
     *     be reached, or when it is encrypted under a secret that this replica does not have; {@code STARTING} before there
     *     is an installation
     */
    Uni<KeySet> load();
}
