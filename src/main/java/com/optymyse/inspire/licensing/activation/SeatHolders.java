package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.Deadline;
import com.optymyse.inspire.licensing.licensingserver.LicensingServer;
import com.optymyse.inspire.licensing.licensingserver.SeatHolderList;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Tells an admin who finds no seat left who has the seats, so that one of them can be freed. */
@ApplicationScoped
class SeatHolders {

    /** The longest time to ask for them. The admin waits for it, and the refusal is correct without it. */
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private final LicensingServer server;

    SeatHolders(LicensingServer server) {
        this.server = server;
    }

    /** Runs the attempt. If no seat is left, the refusal names the installations that have one, if the key may ask for them. */
    <T> Uni<T> named(LicenseKey key, Deadline deadline, Uni<T> attempt) {
        return attempt.onFailure(Refusals::isMachineLimit)
                .recoverWithUni(refused -> told((Refusal) refused, key, deadline)
                        .chain(refusal -> Uni.createFrom().failure(refusal)));
    }

    private Uni<Refusal> told(Refusal refused, LicenseKey key, Deadline deadline) {
        return BestEffort.failuresOf(
                        "Asking who has the seats of a license",
                        Uni.createFrom().deferred(() -> server.seats(key, deadline.atMost(LONGEST))))
                .map(result -> result instanceof CallResult.Signed<SeatHolderList>(SeatHolderList seats, var at)
                                && !seats.newest().isEmpty()
                        ? Refusals.limitReached(seats)
                        : refused);
    }
}
