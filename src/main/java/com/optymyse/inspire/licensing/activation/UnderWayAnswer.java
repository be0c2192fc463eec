package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.installation.HeldLease;
import com.optymyse.inspire.licensing.installation.UnderWay;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An operation that is changing the license now, on any replica.
 *
 * @param action {@code activate}, {@code deactivate} or {@code release}
 * @param since when it began
 * @param by the name of the admin who asked for it; null for the service itself
 */
public record UnderWayAnswer(
        String action, Instant since, @Nullable String by) {

    static UnderWayAnswer of(HeldLease lease) {
        UnderWay operation = lease.operation();
        return new UnderWayAnswer(
                operation.action().name().toLowerCase(Locale.ROOT), operation.since(), operation.by());
    }
}
