package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.audit.AuditTrail.Query;
import com.optymyse.inspire.licensing.audit.AuditTrail.Recorded;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of table {@code audit}; {@link AuditChain} proves it. */
@Entity
@Table(name = "audit")
class AuditRow extends PanacheEntityBase {

    @Id
    public long id;

    public Instant at;

    public @Nullable String actor;

    public String action;

    public String outcome;

    public @Nullable String code;

    public String detail;

    @Column(name = "license_key")
    public @Nullable String licenseKey;

    public @Nullable String standing;

    public @Nullable String reason;

    public @Nullable String request;

    @Column(name = "known_time")
    public @Nullable Instant knownTime;

    @Column(name = "known_since")
    public @Nullable Instant knownSince;

    public @Nullable String facts;

    @Column(name = "secret_id")
    public String secretId;

    public byte[] mac;

    /** A row for an entry, without its MAC. */
    static AuditRow of(long id, AuditEntry entry) {
        AuditRow row = new AuditRow();
        row.id = id;
        row.at = StoredTime.of(entry.at());
        row.actor = entry.by().name();
        row.action = EnumText.of(entry.action());
        row.outcome = EnumText.of(entry.outcome());
        row.code = entry.code();
        row.detail = entry.detail();
        row.licenseKey = entry.licenseKey();
        row.standing = EnumText.ofNullable(entry.standing());
        row.reason = EnumText.ofNullable(entry.reason());
        row.request = entry.by().request();
        row.facts = FactsText.of(entry.facts());
        row.knownTime = StoredTime.ofNullable(entry.knownTime());
        return row;
    }

    /**
     * The newest row with a known time that was written while {@code since} was the last signature that had set the time; null
     * stands for none.
     */
    static Uni<Optional<AuditRow>> newestKnowing(@Nullable Instant since) {
        PanacheQuery<AuditRow> rows = since == null
                ? AuditRow.find("knownTime IS NOT NULL AND knownSince IS NULL", Sort.descending("id"))
                : AuditRow.find("knownTime IS NOT NULL AND knownSince = ?1", Sort.descending("id"), since);
        return rows.page(0, 1).<AuditRow>list().map(found -> found.stream().findFirst());
    }

    /** The newest rows before a number, newest first. */
    static Uni<List<AuditRow>> newestBefore(long before, int limit) {
        return AuditRow.<AuditRow>find("id < ?1", Sort.descending("id"), before)
                .page(0, limit)
                .list();
    }

    /** The newest rows that are asked for, newest first. */
    static Uni<List<AuditRow>> newest(Query query) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        put(conditions, values, "id < :before", "before", query.before());
        put(conditions, values, "request = :request", "request", query.request());
        put(conditions, values, "action IN :actions", "actions", actions(query));
        put(conditions, values, "outcome = :outcome", "outcome", EnumText.ofNullable(query.outcome()));
        put(conditions, values, "at >= :since", "since", query.since());
        put(conditions, values, "at < :until", "until", query.until());
        PanacheQuery<AuditRow> rows = conditions.isEmpty()
                ? AuditRow.findAll(Sort.descending("id"))
                : AuditRow.find(String.join(" AND ", conditions), Sort.descending("id"), values);
        return rows.page(0, query.limit()).list();
    }

    private static @Nullable List<String> actions(Query query) {
        return query.actions().isEmpty()
                ? null
                : query.actions().stream().map(EnumText::of).toList();
    }

    private static void put(
            List<String> conditions,
            Map<String, Object> values,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }

    static Uni<List<AuditRow>> oldest() {
        return AuditRow.<AuditRow>findAll(Sort.ascending("id")).page(0, 1).list();
    }

    /** The rows from a number to another, both included, oldest first. */
    static Uni<List<AuditRow>> between(long first, long last) {
        return list("id >= ?1 AND id <= ?2", Sort.ascending("id"), first, last);
    }

    Recorded toRecorded() {
        return new Recorded(
                id, at, actor, action, outcome, code, detail, licenseKey, standing, FactsText.parse(facts), request);
    }
}
