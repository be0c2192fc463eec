package com.optymyse.inspire.licensing.postgres;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/**
 * A row of table {@code release}; {@link ReleaseCipher} converts it from and to a {@link SeatRelease}. Infinite times,
 * which a row from before their constraint may have, are read as a time that no plan reaches.
 */
@Entity
@Table(name = "release")
class ReleaseRow extends PanacheEntityBase {

    @Id
    @Column(name = "machine_id")
    public String machineId;

    public String server;

    public String account;

    @Column(name = "license_id")
    public String licenseId;

    @Column(name = "secret_id")
    public String secretId;

    @Column(name = "license_key")
    public byte[] licenseKey;

    public String state;

    @ColumnTransformer(read = "CASE WHEN isfinite(since) THEN since ELSE '9999-12-31' END")
    public Instant since;

    public int attempts;

    @Column(name = "next_attempt_at")
    @ColumnTransformer(read = "CASE WHEN isfinite(next_attempt_at) THEN next_attempt_at ELSE '9999-12-31' END")
    public Instant nextAttemptAt;

    @Column(name = "last_error")
    public @Nullable String lastError;

    static Uni<List<ReleaseRow>> read() {
        return listAll(Sort.by("since").and("machineId"));
    }
}
