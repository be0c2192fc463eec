package com.optymyse.inspire.licensing.installation;

import io.smallrye.mutiny.Uni;

/** Makes the store ready to be read for the first time, and tells the operator what keeps it from that. */
public interface StorePreparation {

    /**
     * Completes once the store can be read, however long that takes. Each new cause of a delay is logged once, as an error where
     * waiting is not enough.
     */
    Uni<Void> prepared();

    /** After the state was read: nothing stands in the way any more. */
    void read();

    /** After the state could not be read: tells the operator, where something has to be changed. */
    void unread();
}
