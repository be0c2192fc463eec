package com.optymyse.inspire.licensing.licensingserver;

import com.optymyse.inspire.licensing.license.Refusal;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;

/** What whoever asks the licensing server shares with the other replicas. */
public interface ServerNotes {

    /**
     * Remembers for all replicas that the server asks to be left alone for so long.
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
