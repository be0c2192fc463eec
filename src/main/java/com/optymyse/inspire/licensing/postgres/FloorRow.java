package com.optymyse.inspire.licensing.postgres;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A row of table {@code issued_floor}. */
@Entity
@Table(name = "issued_floor")
class FloorRow extends PanacheEntityBase {

    @Id
    @Column(name = "license_id")
    public String licenseId;

    @Column(name = "issued_at")
    public Instant issuedAt;

    static Uni<Map<String, Instant>> read() {
        return FloorRow.<FloorRow>listAll()
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.licenseId, row -> row.issuedAt)));
    }

    static Uni<Void> replaceBy(Map<String, Instant> floors) {
        List<FloorRow> rows = floors.entrySet().stream()
                .map(floor -> of(floor.getKey(), floor.getValue()))
                .toList();
        return deleteAll().chain(() -> Rows.putAll(rows));
    }

    private static FloorRow of(String licenseId, Instant issuedAt) {
        FloorRow row = new FloorRow();
        row.licenseId = licenseId;
        row.issuedAt = StoredTime.of(issuedAt);
        return row;
    }
}
