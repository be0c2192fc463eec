package com.optymyse.inspire.licensing.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** A sign on channel {@code licensing} that the state has changed, sent by PostgreSQL when the transaction commits. */
final class Notification {

    private Notification() {}

    /** That the lease was taken, renewed or given back, which is no change of the state. */
    static Uni<Void> ofTheLease() {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery("NOTIFY licensing, 'lease'").executeUpdate())
                .replaceWithVoid();
    }

    static Uni<Void> send(InstallationRow installation) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("NOTIFY licensing, '" + installation.version + "'")
                        .executeUpdate())
                .replaceWithVoid();
    }
}
