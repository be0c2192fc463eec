package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.installation.AuditEntry;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of table {@code audit}. */
@Entity
@Table(name = "audit")
class AuditRow extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    public Instant at;

    public String who;

    public String what;

    public String outcome;

    static AuditRow of(AuditEntry entry) {
        AuditRow row = new AuditRow();
        row.at = StoredTime.of(entry.at());
        row.who = entry.who();
        row.what = entry.what();
        row.outcome = entry.outcome();
        return row;
    }
}
