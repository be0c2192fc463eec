package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.audit.AuditReport;
import com.optymyse.inspire.licensing.audit.AuditTrail;
import com.optymyse.inspire.licensing.postgres.AuditChainVerification.Head;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The audit trail in PostgreSQL. */
@ApplicationScoped
class PostgresAuditTrail implements AuditTrail {

    /** Rows that are read or forgotten in one transaction. */
    private static final int PAGE = 1_000;

    static final String OUTSIDE = """
            SELECT id FROM audit, audit_chain
            WHERE id <= anchor_id OR id > head_id
            ORDER BY id LIMIT 1
            """;

    /**
     * The last entry that can be forgotten. Each entry up to it is old, also by PostgreSQL's clock, or has the time of a
     * clock that was ahead.
     */
    private static final String FORGETTABLE = """
            SELECT max(id) FROM (
                SELECT id, at < kept AS old, bool_and(at < kept OR at > clock_timestamp()) OVER (ORDER BY id) AS all_old
                FROM (
                    SELECT id, at, least(:before, clock_timestamp() - make_interval(secs => :keep)) AS kept
                    FROM audit WHERE id <= :head ORDER BY id LIMIT :page
                ) AS oldest
            ) AS marked
            WHERE old AND all_old
            """;

    private static final String FORGET = "SELECT audit_forget(:through) IS NULL";

    private record Trail(InstallationRow installation, Optional<AuditEndsRow> chain) {}

    private final Transactions transactions;
    private final AuditChain auditChain;
    private final AuditWriter writer;

    /** The end of the trail as this replica saw it last, because a trail that ends before it was cut off. */
    private final AtomicReference<@Nullable Head> seen = new AtomicReference<>();

    PostgresAuditTrail(Transactions transactions, KeyRing ring, AuditWriter writer) {
        this.transactions = transactions;
        this.auditChain = new AuditChain(ring);
        this.writer = writer;
    }

    @Override
    public Uni<Void> add(AuditEntry entry) {
        return transactions.run(() -> writer.add(entry));
    }

    @Override
    public Uni<Boolean> addStanding(long version, AuditEntry standing) {
        return transactions.run(() -> InstallationRow.lock()
                .chain(row -> row.version == version
                        ? writer.addStanding(standing, row.freshTime)
                        : Uni.createFrom().item(false)));
    }

    @Override
    public Uni<List<Recorded>> newest(Query query) {
        return transactions
                .run(() -> AuditRow.newest(query))
                .map(rows -> rows.stream().map(AuditRow::toRecorded).toList());
    }

    @Override
    public Uni<AuditReport> verify() {
        return transactions
                .run(() -> InstallationRow.read()
                        .chain(row -> AuditEndsRow.read().map(chain -> row.map(found -> new Trail(found, chain)))))
                .chain(trail ->
                        trail.map(this::verify).orElseGet(() -> Uni.createFrom().item(AuditReport.EMPTY)));
    }

    private Uni<AuditReport> verify(Trail trail) {
        return trail.chain()
                .map(chain -> verify(trail.installation(), chain))
                .orElseGet(() -> verifyWithoutChain(trail.installation()));
    }

    private Uni<AuditReport> verify(InstallationRow installation, AuditEndsRow chain) {
        AuditChainVerification verification = new AuditChainVerification(auditChain, chain, seen(installation));
        return follow(verification, chain)
                .chain(() -> transactions.run(PostgresAuditTrail::outside))
                .map(outside -> verification.report(outside.orElse(null)))
                .chain(report -> report.fault() == null
                        ? Uni.createFrom().item(report).invoke(() -> seen.set(Head.of(installation, chain)))
                        : unlessMoved(report, chain));
    }

    /** The end that this replica saw, if it is that of this installation's trail. */
    private @Nullable Head seen(InstallationRow installation) {
        Head head = seen.get();
        return head != null && head.installation().equals(installation.id) ? head : null;
    }

    private Uni<Void> follow(AuditChainVerification verification, AuditEndsRow chain) {
        if (verification.isDone()) {
            return Uni.createFrom().voidItem();
        }
        long last = Math.min(verification.next() + PAGE - 1, chain.headId);
        return transactions
                .run(() -> AuditRow.between(verification.next(), last))
                .invoke(rows -> verification.follow(rows, last))
                .chain(() -> follow(verification, chain));
    }

    /** Verifies again if the trail has moved meanwhile: entries may just have been forgotten or signed again. */
    private Uni<AuditReport> unlessMoved(AuditReport report, AuditEndsRow chain) {
        return transactions
                .run(AuditEndsRow::read)
                .chain(present -> present.filter(now -> !now.beginsLike(chain))
                        .map(moved -> verify())
                        .orElseGet(() -> Uni.createFrom().item(report)));
    }

    private Uni<AuditReport> verifyWithoutChain(InstallationRow installation) {
        return transactions.run(AuditRow::oldest).map(oldest -> {
            boolean empty = oldest.isEmpty() && seen(installation) == null;
            long first = oldest.isEmpty() ? 1 : oldest.getFirst().id;
            return empty ? AuditReport.EMPTY : new AuditReport(1, 0, AuditChainVerification.withoutChain(first));
        });
    }

    private static Uni<Optional<Long>> outside() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(OUTSIDE, Long.class).getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    @Override
    public Uni<Boolean> forget(Duration keep, Instant now) {
        return transactions.run(() -> writer.lock()
                .chain(chain -> forgettable(chain, keep, now)
                        .chain(through -> through.map(last -> forget(chain, last))
                                .orElseGet(() -> Uni.createFrom().item(false)))));
    }

    private static Uni<Optional<Long>> forgettable(AuditEndsRow chain, Duration keep, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FORGETTABLE, Long.class)
                        .setParameter("before", now.minus(keep))
                        .setParameter("keep", (double) keep.toSeconds())
                        .setParameter("head", chain.headId)
                        .setParameter("page", PAGE)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    private Uni<Boolean> forget(AuditEndsRow chain, long through) {
        return AuditRow.<AuditRow>findById(through)
                .invoke(last -> writer.anchor(chain, last))
                .chain(last -> Panache.getSession())
                .chain(session -> session.createNativeQuery(FORGET, Boolean.class)
                        .setParameter("through", through)
                        .getSingleResult())
                .map(forgotten -> true);
    }
}
