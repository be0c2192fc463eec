package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.installation.SeatRelease;
import com.optymyse.inspire.licensing.postgres.StorageEncryption.TamperedException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The seats to be given back, within the caller's transaction. */
final class ReleaseQueue {

    private static final String CLAIM = """
            UPDATE release
            SET attempts = attempts + 1, next_attempt_at = :retryAt, since = LEAST(since, :now),
                state = CASE state WHEN 'blocked' THEN 'queued' ELSE state END
            WHERE machine_id = (
                SELECT machine_id
                FROM release
                WHERE state IN ('reserved', 'queued', 'blocked')
                  AND (next_attempt_at <= :now OR next_attempt_at > :latestPlan OR since > :latestSince)
                  AND machine_id NOT IN (SELECT machine_id FROM license WHERE machine_id IS NOT NULL)
                ORDER BY next_attempt_at, machine_id
                LIMIT 1
                FOR UPDATE SKIP LOCKED)
            RETURNING *
            """;

    private final ReleaseCipher cipher;

    ReleaseQueue(ReleaseCipher cipher) {
        this.cipher = cipher;
    }

    Uni<Void> put(SeatRelease release) {
        return Rows.put(cipher.encrypt(release));
    }

    /** Stores a release, unless it is gone because its seat is in use again. */
    Uni<Void> update(SeatRelease release) {
        return ReleaseRow.findById(release.machineId())
                .chain(row -> row == null ? Uni.createFrom().voidItem() : put(release));
    }

    Uni<Void> remove(SeatRelease release) {
        return ReleaseRow.deleteById(release.machineId()).replaceWithVoid();
    }

    /** Claims what {@link SeatRelease#isDueAt} calls due by PostgreSQL's clock. */
    Uni<Optional<SeatRelease>> claim(Duration pause) {
        return StoredTime.now().chain(now -> claim(now, now.plus(pause)));
    }

    private Uni<Optional<SeatRelease>> claim(Instant now, Instant retryAt) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CLAIM, ReleaseRow.class)
                        .setParameter("now", now)
                        .setParameter("latestPlan", SeatRelease.latestPlan(now))
                        .setParameter("latestSince", SeatRelease.latestSince(now))
                        .setParameter("retryAt", StoredTime.of(retryAt))
                        .getSingleResultOrNull())
                .chain(row -> opened(row, now, retryAt));
    }

    private Uni<Optional<SeatRelease>> opened(@Nullable ReleaseRow row, Instant now, Instant retryAt) {
        if (row == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        try {
            return Uni.createFrom().item(Optional.of(cipher.decrypt(row)));
        } catch (TamperedException changed) {
            Log.warnf("This service can't release the seat %s. %s", row.machineId, changed.getMessage());
            row.nextAttemptAt = StoredTime.of(now.plus(SeatRelease.LONGEST_PAUSE));
            row.lastError = changed.getMessage();
            return Panache.flush().chain(() -> claim(now, retryAt));
        }
    }
}
