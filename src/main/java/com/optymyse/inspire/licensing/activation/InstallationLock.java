package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.InstallationStore;
import com.optymyse.inspire.licensing.installation.Lease;
import com.optymyse.inspire.licensing.installation.Purpose;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Lets one operation at a time change the license, across all replicas. */
@ApplicationScoped
class InstallationLock {

    private final InstallationStore store;
    private final LeaseKeeper keeper;
    private final CurrentInstallation current;

    InstallationLock(InstallationStore store, LeaseKeeper keeper, CurrentInstallation current) {
        this.store = store;
        this.keeper = keeper;
        this.current = current;
    }

    /** Runs an operation under the lease, or refuses it when another one holds the lease for longer than the lock timeout. */
    <T> Uni<T> run(Purpose purpose, Duration lockTimeout, Function<Lease, Uni<T>> operation) {
        return acquired(
                purpose,
                lockTimeout,
                (lease, begun) -> holding(
                        lease.orElseThrow(() -> new Refusal(
                                RefusalCode.OPERATION_IN_PROGRESS,
                                "Another activation, deactivation or release is under way. Try again in a moment.")),
                        begun,
                        operation));
    }

    /** Runs an operation when the lease is free now; empty otherwise. */
    <T> Uni<Optional<T>> runIfFree(Purpose purpose, Function<Lease, Uni<T>> operation) {
        return acquired(
                purpose,
                Duration.ZERO,
                (lease, begun) -> lease.map(
                                held -> holding(held, begun, operation).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private <T> Uni<T> acquired(
            Purpose purpose, Duration lockTimeout, BiFunction<Optional<Lease>, Long, Uni<T>> operation) {
        return Uni.createFrom().deferred(() -> {
            long begun = keeper.now();
            return store.acquire(purpose, lockTimeout).chain(lease -> operation.apply(lease, begun));
        });
    }

    private <T> Uni<T> holding(Lease lease, long begun, Function<Lease, Uni<T>> operation) {
        return keeper.keep(lease, begun, operation)
                .onFailure(InstallationLock::mayHaveStored)
                .call(this::readAgain)
                .eventually(() -> giveBack(lease));
    }

    /** Whether a failed operation may have changed the store. It may have reserved or released a seat before it failed. */
    private static boolean mayHaveStored(Throwable failure) {
        return !(failure instanceof Refusal refusal && refusal.code() == RefusalCode.STORE_UNAVAILABLE);
    }

    /**
     * Reads the state again. The caller of a refused operation then sees what it left, without waiting for the
     * notification.
     */
    private Uni<Void> readAgain() {
        return BestEffort.failuresOf(
                "Reading what a refused operation has left", current.reload().replaceWithVoid());
    }

    /** A lease that can't be given back ends by itself; what the operation has done is not undone by that. */
    private Uni<Void> giveBack(Lease lease) {
        current.leaseGivenBack(lease);
        return BestEffort.failuresOf("Releasing the lease", store.giveBack(lease));
    }
}
