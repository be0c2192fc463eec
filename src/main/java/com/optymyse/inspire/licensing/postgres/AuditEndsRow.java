package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.license.ClockSkew;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one row of table {@code audit_chain}: where the trail begins and ends. */
@Entity
@Table(name = "audit_chain")
class AuditEndsRow extends PanacheEntityBase {

    @Id
    @Column(name = "only_one")
    public boolean onlyOne = true;

    @Column(name = "anchor_id")
    public long anchorId;

    @Column(name = "anchor_mac")
    public byte[] anchorMac = {};

    @Column(name = "head_id")
    public long headId;

    @Column(name = "head_mac")
    public byte[] headMac = {};

    @Column(name = "flaw_id")
    public @Nullable Long flawId;

    public String standing;

    public @Nullable String reason;

    @Column(name = "standing_at")
    public @Nullable Instant standingAt;

    @Column(name = "secret_id")
    public String secretId;

    public byte[] mac;

    static Uni<Optional<AuditEndsRow>> read() {
        return AuditEndsRow.<AuditEndsRow>findAll().firstResult().map(Optional::ofNullable);
    }

    /** The row, which nobody else can change or lock before this transaction ends. */
    static Uni<Optional<AuditEndsRow>> lock() {
        return AuditEndsRow.<AuditEndsRow>findAll()
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .map(Optional::ofNullable);
    }

    boolean hasRecorded(AuditEntry entry) {
        return standing.equals(EnumText.ofNullable(entry.standing()))
                && Objects.equals(reason, EnumText.ofNullable(entry.reason()));
    }

    /**
     * Whether a standing as of this moment, or a later one, is recorded already. What a clock has recorded that was far
     * ahead silences nobody.
     *
     * @param now the time by PostgreSQL's clock
     */
    boolean hasRecordedSince(Instant at, Instant now) {
        return standingAt != null && !at.isAfter(standingAt) && !standingAt.isAfter(now.plus(ClockSkew.TOLERATED));
    }

    /** Whether the trail still begins as it did in an earlier read: nothing was forgotten or signed again since. */
    boolean beginsLike(AuditEndsRow before) {
        return anchorId == before.anchorId && secretId.equals(before.secretId);
    }

    /** Moves the end of the trail to the row that follows it. */
    void advanceTo(AuditRow row) {
        headId = row.id;
        headMac = row.mac;
        if (row.standing != null) {
            standing = row.standing;
            reason = row.reason;
            standingAt = row.at;
        }
    }

    /** Moves the beginning of the trail after a row, unless it is already later. */
    void forgetThrough(AuditRow last) {
        if (last.id > anchorId) {
            anchorId = last.id;
            anchorMac = last.mac;
            flawId = flawId != null && flawId <= last.id ? null : flawId;
        }
    }

    /** Remembers that an entry is wrong, until that entry is forgotten. */
    void keepInMind(long flaw) {
        flawId = flawId == null ? flaw : Math.min(flawId, flaw);
    }
}
