package com.optymyse.inspire.licensing.installation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An operation that holds the lease.
 *
 * @param action what it does
 * @param since when it took the lease, by the store's clock
 * @param by the name of the admin who asked for it; null for the service itself
 */
public record UnderWay(
        Action action, Instant since, @Nullable String by) {

    /** What the lease is taken for. */
    public enum Action {
        ACTIVATE,
        DEACTIVATE,
        /** A seat is given back, or given up. */
        RELEASE
    }
}
