package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.installation.Rollback;
import com.optymyse.inspire.licensing.installation.StateHeight;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one row of table {@code rollback_seen}. */
@Entity
@Table(name = "rollback_seen")
class RollbackRow extends PanacheEntityBase {

    @Id
    @Column(name = "only_one")
    public boolean onlyOne = true;

    @Column(name = "seen_at")
    public Instant seenAt;

    @Column(name = "version_before")
    public long versionBefore;

    @Column(name = "trail_before")
    public long trailBefore;

    @Column(name = "signed_before")
    public @Nullable Instant signedBefore;

    @Column(name = "version_after")
    public long versionAfter;

    @Column(name = "trail_after")
    public long trailAfter;

    @Column(name = "signed_after")
    public @Nullable Instant signedAfter;

    public boolean confirmed;

    static Uni<Optional<Rollback>> read() {
        return RollbackRow.<RollbackRow>findAll()
                .firstResult()
                .map(row -> Optional.ofNullable(row).map(RollbackRow::toRollback));
    }

    /** Puts it in place of whatever the row said. */
    static Uni<Void> write(Rollback rollback) {
        RollbackRow row = new RollbackRow();
        row.seenAt = StoredTime.of(rollback.seenAt());
        row.versionBefore = rollback.before().version();
        row.trailBefore = rollback.before().trail();
        row.signedBefore = StoredTime.ofNullable(rollback.before().signedTime());
        row.versionAfter = rollback.after().version();
        row.trailAfter = rollback.after().trail();
        row.signedAfter = StoredTime.ofNullable(rollback.after().signedTime());
        row.confirmed = rollback.confirmed();
        return Rows.put(row);
    }

    private Rollback toRollback() {
        return new Rollback(
                seenAt,
                new StateHeight(versionBefore, trailBefore, signedBefore),
                new StateHeight(versionAfter, trailAfter, signedAfter),
                confirmed);
    }
}
