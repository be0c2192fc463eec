package com.optymyse.inspire.licensing.licensingserver;

import com.optymyse.inspire.licensing.license.Refusal;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;

/** What the callers of the licensing server share with the other replicas. */
public interface ServerNotes {

    /**
     * Stores, for all replicas, the pause that the server asks for.
     *
     * @throws Refusal when it can't be remembered
     */
    Uni<Void> pause(Duration length);

    /**
     * The time by the clock that all replicas share, which may be right where this host's is wrong.
     *
     * @throws Refusal when it can't be read
     */
    Uni<Instant> storeTime();
}
