package com.optymyse.inspire.licensing.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Moments as PostgreSQL keeps them: what it would round away must not be part of what is signed for. */
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
