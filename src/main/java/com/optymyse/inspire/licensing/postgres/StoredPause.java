package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.installation.ServerPause;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.util.Optional;

/**
 * The licensing server's pause in the installation's row, in PostgreSQL's time. An end that is more than an hour away was
 * never written by this service, so it counts as over. Works within the caller's transaction.
 */
final class StoredPause {

    private static final String BEGIN = """
            UPDATE installation
            SET server_pause_since = clock_timestamp(),
                server_pause_until = clock_timestamp() + LEAST(CAST(:millis AS bigint), 3600000) * INTERVAL '1 millisecond'
            """;

    private static final String READ = """
            SELECT CAST(EXTRACT(EPOCH FROM moment - server_pause_since) * 1000 AS bigint) AS since,
                   CAST(EXTRACT(EPOCH FROM server_pause_until - moment) * 1000 AS bigint) AS remaining
            FROM installation, (SELECT clock_timestamp() AS moment) AS clock
            WHERE server_pause_since <= moment
              AND server_pause_until BETWEEN moment AND moment + INTERVAL '1 hour'
            """;

    private StoredPause() {}

    static Uni<Void> begin(Duration length) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(BEGIN)
                        .setParameter("millis", length.toMillis())
                        .executeUpdate())
                .replaceWithVoid();
    }

    static Uni<Optional<ServerPause>> read() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(READ, Tuple.class).getSingleResultOrNull())
                .map(row -> row == null ? Optional.empty() : Optional.of(pause(row)));
    }

    private static ServerPause pause(Tuple row) {
        return new ServerPause(
                Duration.ofMillis(row.get("since", Long.class)), Duration.ofMillis(row.get("remaining", Long.class)));
    }
}
