package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.installation.OwnCheckOut;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of table {@code check_out}. */
@Entity
@Table(name = "check_out")
class CheckOutRow extends PanacheEntityBase {

    /** How far apart a check-out may be sent and recorded; it is answered within a minute. */
    private static final Duration NEAR = Duration.ofHours(1);

    @Id
    public UUID id;

    @Column(name = "machine_id")
    public @Nullable String machineId;

    @Column(name = "sent_at")
    public Instant sentAt;

    @Column(name = "issued_at")
    public @Nullable Instant issuedAt;

    static CheckOutRow of(OwnCheckOut checkOut) {
        CheckOutRow row = new CheckOutRow();
        row.id = checkOut.id();
        row.machineId = checkOut.machineId();
        row.sentAt = StoredTime.of(checkOut.sentAt());
        row.issuedAt = StoredTime.ofNullable(checkOut.issuedAt());
        return row;
    }

    /** The own check-outs that may be the one recorded at this time. */
    static Uni<List<OwnCheckOut>> near(Instant time) {
        return CheckOutRow.<CheckOutRow>list("sentAt between ?1 and ?2", time.minus(NEAR), time.plus(NEAR))
                .map(rows -> rows.stream().map(CheckOutRow::toOwnCheckOut).toList());
    }

    private OwnCheckOut toOwnCheckOut() {
        return new OwnCheckOut(id, machineId, sentAt, issuedAt);
    }
}
