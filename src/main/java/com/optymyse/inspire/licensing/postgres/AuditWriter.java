package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.audit.AuditEntry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Adds entries to the audit trail, within the caller's transaction. Whoever adds one holds the chain until the transaction
 * ends, so that the numbers have no gaps. Who also locks the installation does that before.
 */
@ApplicationScoped
class AuditWriter {

    private static final String BEGIN = """
            INSERT INTO audit_chain
                (only_one, anchor_id, anchor_mac, head_id, head_mac, standing, reason, secret_id, mac)
            VALUES (true, :id, :empty, :id, :empty, :standing, :reason, :secretId, :mac)
            ON CONFLICT DO NOTHING
            """;

    private final AuditChain auditChain;

    AuditWriter(KeyRing ring) {
        this.auditChain = new AuditChain(ring);
    }

    /** Adds an entry; a routine one only when it tells a standing that was not recorded last. */
    Uni<Void> add(AuditEntry entry) {
        return entry.routine() && entry.standing() == null
                ? Uni.createFrom().voidItem()
                : addIf(chain -> !entry.routine() || !chain.hasRecorded(entry), entry, null)
                        .replaceWithVoid();
    }

    /**
     * Adds a standing that time has brought, unless it, or a later one, is recorded; says whether it was added.
     *
     * @param knownSince the last signature that has set the time; null for none
     */
    Uni<Boolean> addStanding(AuditEntry entry, @Nullable Instant knownSince) {
        return StoredTime.now()
                .chain(now -> addIf(
                        chain -> !chain.hasRecorded(entry) && !chain.hasRecordedSince(entry.at(), now),
                        entry,
                        knownSince));
    }

    /** The chain, which nobody else can add to before this transaction ends. */
    Uni<AuditEndsRow> lock() {
        return AuditEndsRow.lock()
                .chain(found -> found.map(chain -> Uni.createFrom().item(chain))
                        .orElseGet(() -> begin().chain(AuditEndsRow::lock).map(Optional::orElseThrow)))
                .chain(this::mended);
    }

    /** Notes that a row is the last one that is forgotten. */
    void anchor(AuditEndsRow chain, AuditRow last) {
        chain.forgetThrough(last);
        auditChain.sign(chain);
    }

    private Uni<Boolean> addIf(Predicate<AuditEndsRow> worthIt, AuditEntry entry, @Nullable Instant knownSince) {
        return lock().chain(chain -> worthIt.test(chain)
                ? append(chain, entry, knownSince).replaceWith(true)
                : Uni.createFrom().item(false));
    }

    private Uni<Void> append(AuditEndsRow chain, AuditEntry entry, @Nullable Instant knownSince) {
        AuditRow row = auditChain.next(chain, entry, knownSince);
        chain.advanceTo(row);
        auditChain.sign(chain);
        return row.persist().chain(Panache::flush);
    }

    private Uni<Void> begin() {
        AuditEndsRow first = auditChain.begin();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(BEGIN)
                        .setParameter("id", first.headId)
                        .setParameter("empty", first.headMac)
                        .setParameter("standing", first.standing)
                        .setParameter("reason", first.reason)
                        .setParameter("secretId", first.secretId)
                        .setParameter("mac", first.mac)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private Uni<AuditEndsRow> mended(AuditEndsRow chain) {
        return AuditRow.newestBefore(auditChain.farBehind(chain), 1)
                .invoke(rows -> auditChain.mend(chain, rows.stream().findFirst()))
                .replaceWith(chain);
    }
}
