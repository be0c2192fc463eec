package com.optymyse.inspire.licensing.admin;

import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Lets a few admins' operations be under way on this replica, and refuses more at once. They would only wait for each
 * other, and keep the database so busy with asking whose turn it is that it looked unavailable.
 */
@ApplicationScoped
class ConcurrencyLimit {

    /** More than there are admins who work at the same moment. */
    static final int ROOM = 8;

    private final AtomicInteger inside = new AtomicInteger();

    private final Conflicts conflicts;

    ConcurrencyLimit(Conflicts conflicts) {
        this.conflicts = conflicts;
    }

    /** Runs an operation, or refuses it with {@link RefusalCode#OPERATION_IN_PROGRESS} when there is no room. */
    <T> Uni<T> admit(Supplier<Uni<T>> operation) {
        return Uni.createFrom().deferred(() -> {
            if (inside.incrementAndGet() > ROOM) {
                inside.decrementAndGet();
                throw conflicts.told(new Refusal(
                        RefusalCode.OPERATION_IN_PROGRESS,
                        "Several activations, deactivations and releases are under way. Try again in a moment."));
            }
            return Uni.createFrom().deferred(operation::get).onTermination().invoke(inside::decrementAndGet);
        });
    }
}
