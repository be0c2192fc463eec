package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.installation.InstallationStore;
import com.optymyse.inspire.licensing.installation.Lease;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Lets one operation at a time change the license, across all replicas. */
@ApplicationScoped
class Exclusive {

    private final InstallationStore store;

    Exclusive(InstallationStore store) {
        this.store = store;
    }

    /** Runs an operation under the lease, or refuses it when another one holds the lease for longer than {@code patience}. */
    <T> Uni<T> run(Duration patience, Function<Lease, Uni<T>> operation) {
        return store.acquire(patience)
                .map(lease -> lease.orElseThrow(() -> new Refusal(
                        RefusalCode.OPERATION_IN_PROGRESS,
                        "Another activation, deactivation or release is under way. Try again in a moment.")))
                .chain(lease -> holding(lease, operation));
    }

    /** Runs an operation when the lease is free now; empty otherwise. */
    <T> Uni<Optional<T>> runIfFree(Function<Lease, Uni<T>> operation) {
        return store.acquire(Duration.ZERO)
                .chain(lease -> lease.map(held -> holding(held, operation).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private <T> Uni<T> holding(Lease lease, Function<Lease, Uni<T>> operation) {
        return Uni.createFrom().deferred(() -> operation.apply(lease)).eventually(() -> giveBack(lease));
    }

    /** A lease that can't be given back ends by itself; what the operation has done is not undone by that. */
    private Uni<Void> giveBack(Lease lease) {
        return store.giveBack(lease).onFailure(Refusal.class).recoverWithNull();
    }
}
