package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.installation.OtherCheckOut;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** The table {@code other_check_out}, within the caller's transaction. */
final class OtherCheckOuts {

    private static final String READ = "SELECT machine_id, made_at FROM other_check_out ORDER BY made_at, machine_id";

    private static final String PUT = """
            INSERT INTO other_check_out (machine_id, made_on, made_at) VALUES (:machine, :day, :at)
            ON CONFLICT (machine_id, made_on) DO UPDATE SET made_at = GREATEST(other_check_out.made_at, EXCLUDED.made_at)
            """;

    private static final String FORGET = "DELETE FROM other_check_out WHERE made_at < :before";

    private OtherCheckOuts() {}

    static Uni<List<OtherCheckOut>> read() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(READ, Tuple.class).getResultList())
                .map(rows -> rows.stream().map(OtherCheckOuts::of).toList());
    }

    /** Adds one, in place of an earlier one of the same day. */
    static Uni<Void> put(OtherCheckOut other) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PUT)
                        .setParameter("machine", other.machineId())
                        .setParameter("day", other.day())
                        .setParameter("at", StoredTime.of(other.at()))
                        .executeUpdate())
                .replaceWithVoid();
    }

    static Uni<Void> forget(Instant before) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FORGET)
                        .setParameter("before", before)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static OtherCheckOut of(Tuple row) {
        return new OtherCheckOut(
                row.get("machine_id", String.class),
                row.get("made_at", OffsetDateTime.class).toInstant());
    }
}
