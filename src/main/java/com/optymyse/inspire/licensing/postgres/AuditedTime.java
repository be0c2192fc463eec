package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.postgres.KeyRing.UnknownKeyException;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The time of the last recorded standing that changed only because time had passed. It is no earlier now, whatever the
 * installation's row says, unless a signature has set the time since. Works within the caller's transaction.
 */
final class AuditedTime {

    private final AuditChain auditChain;

    AuditedTime(AuditChain auditChain) {
        this.auditChain = auditChain;
    }

    /** @param knownSince the last signature that has set the time; null for none */
    Uni<Optional<Instant>> read(@Nullable Instant knownSince) {
        return AuditRow.newestKnowing(knownSince)
                .chain(row ->
                        row.map(this::proven).orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /** The time in a row, if the service wrote that row. Another row is reported when the trail is verified. */
    private Uni<Optional<Instant>> proven(AuditRow row) {
        return before(row)
                .map(mac -> mac.filter(before -> verifies(row, before)).map(before -> timeOf(row)));
    }

    private static Instant timeOf(AuditRow row) {
        return row.knownTime == null ? Instant.MIN : row.knownTime;
    }

    private static Uni<Optional<byte[]>> before(AuditRow row) {
        return AuditRow.between(row.id - 1, row.id - 1)
                .chain(rows -> rows.isEmpty() ? anchor(row) : Uni.createFrom().item(mac(rows)));
    }

    private static Optional<byte[]> mac(List<AuditRow> rows) {
        return Optional.of(rows.getFirst().mac);
    }

    /** The MAC before a row whose predecessor was forgotten or never existed. */
    private static Uni<Optional<byte[]>> anchor(AuditRow row) {
        return AuditEndsRow.read()
                .map(chain ->
                        chain.filter(found -> found.anchorId == row.id - 1).map(found -> found.anchorMac));
    }

    /** Entries may be older than the oldest key of the ring. */
    private boolean verifies(AuditRow row, byte[] before) {
        try {
            return auditChain.verifies(row, before);
        } catch (UnknownKeyException keyGone) {
            return false;
        }
    }
}
