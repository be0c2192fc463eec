package com.optymyse.inspire.licensing.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How an installation begins: with a random id, and the configured fingerprint or else that id. */
final class NewInstallation {

    /** Replicas that start for the first time at once agree on the row of whoever was first. */
    private static final String CREATE = """
            INSERT INTO installation (id, fingerprint, marks_secret_id, marks_seal)
            VALUES (:id, :fingerprint, :secretId, :seal)
            ON CONFLICT DO NOTHING
            """;

    private final HighWaterMarksMac marksMac;
    private final Optional<String> fingerprint;

    NewInstallation(HighWaterMarksMac marksMac, Optional<String> fingerprint) {
        this.marksMac = marksMac;
        this.fingerprint = fingerprint;
    }

    /** Within the caller's transaction. */
    Uni<Void> createIfAbsent() {
        InstallationRow row = new InstallationRow();
        row.id = UUID.randomUUID();
        marksMac.sign(row, List.of());
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CREATE)
                        .setParameter("id", row.id)
                        .setParameter("fingerprint", fingerprint.orElseGet(row.id::toString))
                        .setParameter("secretId", row.marksSecretId)
                        .setParameter("seal", row.marksMac)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
