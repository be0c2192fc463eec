package com.optymyse.inspire.licensing.installation;

import io.smallrye.mutiny.Multi;

/** Where the service hears that the stored state may be another one now. */
public interface StoreChanges {

    /** What is heard: that the state may be another one now, never the state itself. */
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
