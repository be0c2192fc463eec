package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.incident.MonotonicClock;
import com.optymyse.inspire.licensing.installation.InstallationStore;
import com.optymyse.inspire.licensing.installation.Lease;
import com.optymyse.inspire.licensing.installation.LeaseConfig;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.licensingserver.Deadline;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Renews leases while their operations run, and knows how long each certainly lasts. It counts from before the last renewal
 * was sent, because the store counts from a later moment.
 */
@ApplicationScoped
class LeaseKeeper {

    /** So that one renewal may fail, and the next may be slow. */
    private static final int RENEWALS_PER_LEASE = 3;

    private final InstallationStore store;
    private final Duration length;
    private final MonotonicClock monotonic;

    /** By token: until when it lasts at least, by the monotonic clock. */
    private final Map<UUID, Long> ends = new ConcurrentHashMap<>();

    LeaseKeeper(InstallationStore store, LeaseConfig config, MonotonicClock monotonic) {
        this.store = store;
        this.length = config.duration();
        this.monotonic = monotonic;
    }

    /** The moment before a lease is taken, as {@link #keep} wants it. */
    long now() {
        return monotonic.nanos();
    }

    /**
     * Runs an operation, and renews its lease until it has ended.
     *
     * @param begun the monotonic clock before the lease was taken
     */
    <T> Uni<T> keep(Lease lease, long begun, Function<Lease, Uni<T>> operation) {
        return Uni.createFrom().deferred(() -> {
            ends.put(lease.token(), begun + length.toNanos());
            return Uni.join()
                    .first(Uni.createFrom().deferred(() -> operation.apply(lease)), this.<T>renewals(lease))
                    .toTerminate()
                    .onTermination()
                    .invoke(() -> ends.remove(lease.token()));
        });
    }

    /**
     * Makes a call that changes something at the licensing server. The lease outlasts it: nobody else has taken the lease
     * by the time at which the call is answered or given up.
     *
     * @param call makes the call, by the deadline that it is given
     * @throws Refusal instead of the call when the lease is not known to last long enough and can't be renewed: {@link
     *     RefusalCode#STORE_UNAVAILABLE}, or {@link RefusalCode#OPERATION_IN_PROGRESS} when it is lost
     */
    <T> Uni<T> within(Lease lease, Deadline deadline, Function<Deadline, Uni<T>> call) {
        return Uni.createFrom()
                .deferred(() -> left(lease).compareTo(deadline.remaining()) >= 0
                        ? call.apply(deadline)
                        : renew(lease).chain(() -> call.apply(deadline.atMost(left(lease)))));
    }

    /** What is left for certain; nothing for a lease that is not kept. */
    private Duration left(Lease lease) {
        Long end = ends.get(lease.token());
        return end == null ? Duration.ZERO : Duration.ofNanos(Math.max(0, end - monotonic.nanos()));
    }

    private Uni<Void> renew(Lease lease) {
        return renewal(lease)
                .invoke(held -> {
                    if (!held) {
                        throw new Refusal(
                                RefusalCode.OPERATION_IN_PROGRESS,
                                "The operation took so long that another one may have begun. Look at the license status"
                                        + " and try again if it is still needed.");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Boolean> renewal(Lease lease) {
        return Uni.createFrom().deferred(() -> {
            long begun = monotonic.nanos();
            return store.renew(lease).invoke(held -> {
                if (held) {
                    ends.computeIfPresent(lease.token(), (token, end) -> Math.max(end, begun + length.toNanos()));
                }
            });
        });
    }

    /** The time from one renewal to the next of a lease that lasts as long as this. */
    static Duration pause(Duration length) {
        return length.dividedBy(RENEWALS_PER_LEASE);
    }

    /**
     * Renews the lease until it is cancelled. A failed renewal does not end the operation. A renewal that fails is tried
     * again at the next turn, while the lease lasts.
     */
    private <T> Uni<T> renewals(Lease lease) {
        return Multi.createFrom()
                .ticks()
                .startingAfter(pause(length))
                .every(pause(length))
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(
                        tick -> BestEffort.failuresOf("Renewing the lease of an operation under way", renewal(lease)))
                .filter(renewed -> false)
                .toUni()
                .chain(() -> Uni.createFrom().nothing());
    }
}
