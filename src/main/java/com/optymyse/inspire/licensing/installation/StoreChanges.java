package com.optymyse.inspire.licensing.installation;

import io.smallrye.mutiny.Multi;

/** A source of hints that the stored state may have changed. */
public interface StoreChanges {

    /** A hint that the state may have changed. It does not have the state itself. */
    enum Hint {
        LISTENING_BEGINS,
        NOTIFIED
    }

    /**
     * A hint whenever the state may have changed, for ever. None is missed: what happened while nobody could listen is one hint
     * once somebody can again, and what happens while a hint is being followed is one hint after that.
     */
    Multi<Hint> hints();
}
