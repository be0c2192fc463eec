package com.optymyse.inspire.licensing.installation;

import com.optymyse.inspire.licensing.incident.MonotonicClock;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which operation holds the lease, as this replica knows it. An operation is not told of any longer than its lease lasts. */
final class LeaseState {

    /**
     * How many ended leases are remembered. A read that began before one of them ended is over long before that many have
     * ended.
     */
    private static final int REMEMBERED = 100;

    private record Seen(HeldLease lease, long endNanos) {}

    private final MonotonicClock monotonic;

    private final Set<UUID> over = new LinkedHashSet<>();
    private @Nullable Seen seen;
    private long latest;

    LeaseState(MonotonicClock monotonic) {
        this.monotonic = monotonic;
    }

    /**
     * Takes over what was read.
     *
     * @param ticket of two reads the one with the higher ticket was begun later
     * @param begun the monotonic clock when it was begun, at which no less of the lease was left
     */
    synchronized void read(Optional<HeldLease> lease, long ticket, long begun) {
        if (ticket > latest) {
            latest = ticket;
            seen = lease.filter(held -> !over.contains(held.token()))
                    .map(held -> new Seen(held, begun + held.left().toNanos()))
                    .orElse(null);
        }
    }

    /** The operation of this lease is over, whatever a read says that was begun before. */
    synchronized void givenBack(Lease lease) {
        over.add(lease.token());
        if (over.size() > REMEMBERED) {
            over.remove(over.iterator().next());
        }
        if (seen != null && seen.lease().token().equals(lease.token())) {
            seen = null;
        }
    }

    synchronized Optional<HeldLease> now() {
        return seen == null || monotonic.nanos() - seen.endNanos() >= 0 ? Optional.empty() : Optional.of(seen.lease());
    }
}
