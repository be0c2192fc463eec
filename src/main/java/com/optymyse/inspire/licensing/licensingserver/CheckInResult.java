package com.optymyse.inspire.licensing.licensingserver;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the licensing server says, under its signature, when it is asked to check a license in. */
public sealed interface CheckInResult {

    /** The server did not refuse. */
    sealed interface Accepted extends CheckInResult {}

    /**
     * The license was checked in.
     *
     * @param next when the next check-in is due; null where the server names no time
     */
    record CheckedIn(@Nullable Instant next) implements Accepted {}

    /** The license's policy asks for no check-in. */
    record NotDemanded() implements Accepted {}

    /** The license was not checked in. */
    record Refused(ServerRefusal.OfLicense refusal) implements CheckInResult {}
}
