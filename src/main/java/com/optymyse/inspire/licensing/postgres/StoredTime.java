package com.optymyse.inspire.licensing.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Times as PostgreSQL keeps them. A signature must not cover what it would round away. */
final class StoredTime {

    private static final String NOW = "SELECT clock_timestamp()";

    private StoredTime() {}

    /** The time by PostgreSQL's clock, within the caller's transaction. */
    static Uni<Instant> now() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NOW, Instant.class).getSingleResult());
    }

    static Instant of(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    static @Nullable Instant ofNullable(@Nullable Instant moment) {
        return moment == null ? null : of(moment);
    }
}
