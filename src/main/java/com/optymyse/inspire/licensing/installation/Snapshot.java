package com.optymyse.inspire.licensing.installation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The installation as this replica knows it, at a moment.
 *
 * @param stored what is stored
 * @param at the effective time it was derived for
 * @param licensing what may be done from then on, until {@link Licensing#until}
 */
public record Snapshot(StoredInstallation stored, Instant at, Licensing licensing) {

    boolean holdsAt(Instant now) {
        @Nullable Instant until = licensing.until();
        return !now.isBefore(at) && (until == null || now.isBefore(until));
    }
}
