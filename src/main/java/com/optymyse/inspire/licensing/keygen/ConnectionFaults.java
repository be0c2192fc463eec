package com.optymyse.inspire.licensing.keygen;

import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.ServerNotes;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Explains why no response came from the licensing server, with what is known of the way there. */
final class ConnectionFaults {

    private final URI server;
    private final ServerRoute route;
    private final ServerNotes notes;
    private final Clock clock;

    /**
     * @param server the server
     * @param route the way there
     * @param notes whose clock is asked where this host's may be wrong
     * @param clock this host's clock
     */
    ConnectionFaults(URI server, ServerRoute route, ServerNotes notes, Clock clock) {
        this.server = server;
        this.route = route;
        this.notes = notes;
        this.clock = clock;
    }

    <T> Uni<CallResult<T>> explain(Throwable fault) {
        return databaseTime(fault).map(time -> ConnectionFault.of(fault, server, route.proxy(), clock.instant(), time));
    }

    /** The database's clock is asked where the time of a certificate is wrong; that it is away is logged by itself. */
    private Uni<Optional<Instant>> databaseTime(Throwable fault) {
        return ConnectionFault.isAboutTime(fault)
                ? notes.storeTime().map(Optional::of).onFailure(Refusal.class).recoverWithItem(Optional.empty())
                : Uni.createFrom().item(Optional.empty());
    }
}
