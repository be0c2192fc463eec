package com.optymyse.inspire.licensing.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** A sign on channel {@code licensing} that the state has changed, sent by PostgreSQL when the transaction commits. */
final class Notification {

    private Notification() {}

    /** That the lease was taken, renewed or given back, which is no change of the state. */
    static Uni<Void> ofTheLease() {
        return send("lease");
    }

    static Uni<Void> send(InstallationRow installation) {
        return send(String.valueOf(installation.version));
    }

    private static Uni<Void> send(String what) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("NOTIFY licensing, '" + what + "'")
                        .executeUpdate())
                .replaceWithVoid();
    }
}
