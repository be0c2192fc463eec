package com.optymyse.inspire.licensing.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** A sign on channel {@code licensing} that the state has changed, sent by PostgreSQL when the transaction commits. */
final class Notification {

    private Notification() {}

    static Uni<Void> send(InstallationRow installation) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("NOTIFY licensing, '" + installation.version + "'")
                        .executeUpdate())
                .replaceWithVoid();
    }
}
