package com.optymyse.inspire.licensing.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Writes entities within the caller's transaction. */
final class Rows {

    private Rows() {}

    /** Adds the row, or replaces the one with the same id. */
    static Uni<Void> put(Object row) {
        return Panache.getSession().chain(session -> session.merge(row)).replaceWithVoid();
    }

    /** The same for several, one after the other, because a session does one thing at a time. */
    static Uni<Void> putAll(List<?> rows) {
        return Panache.getSession().chain(session -> session.mergeAll(rows.toArray()));
    }
}
