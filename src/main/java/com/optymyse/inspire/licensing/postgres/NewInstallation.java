package com.optymyse.inspire.licensing.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** How an installation begins: with a random id, and the configured fingerprint or else that id. */
final class NewInstallation {

    /** Replicas that start for the first time at once agree on the row of whoever was first. */
    private static final String CREATE = """
            INSERT INTO installation (id, fingerprint)
            VALUES (:id, :fingerprint)
            ON CONFLICT DO NOTHING
            """;

    private final Optional<String> fingerprint;

    NewInstallation(Optional<String> fingerprint) {
        this.fingerprint = fingerprint;
    }

    /** Within the caller's transaction. */
    Uni<Void> createIfAbsent() {
        UUID id = UUID.randomUUID();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CREATE)
                        .setParameter("id", id)
                        .setParameter("fingerprint", fingerprint.orElseGet(id::toString))
                        .executeUpdate())
                .replaceWithVoid();
    }
}
