package com.optymyse.inspire.licensing.postgres;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Moments as PostgreSQL keeps them: what it would round away must not be part of what is signed for. */
final class StoredTime {

    private StoredTime() {}

    static Instant of(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    static @Nullable Instant ofNullable(@Nullable Instant moment) {
        return moment == null ? null : of(moment);
    }
}
