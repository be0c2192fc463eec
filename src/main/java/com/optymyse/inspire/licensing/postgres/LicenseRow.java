package com.optymyse.inspire.licensing.postgres;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * The row of table {@code license}, if there is one; {@link LicenseCipher} turns it into the license held and back. How
 * re-validation goes is not encrypted, and a row from before their constraint may have infinite times: they are read as a time
 * that no plan reaches.
 */
@Entity
@DynamicUpdate
@Table(name = "license")
class LicenseRow extends PanacheEntityBase {

    @Id
    @Column(name = "installation_id")
    public UUID installationId;

    @Column(name = "secret_id")
    public String secretId;

    @Column(name = "license_key")
    public byte[] licenseKey;

    public byte[] certificate;

    public String mode;

    @Column(name = "machine_id")
    public @Nullable String machineId;

    @Column(name = "activated_at")
    public Instant activatedAt;

    public String verdict;

    @Column(name = "verdict_at")
    public @Nullable Instant verdictAt;

    @Column(name = "last_attempt_at")
    @ColumnTransformer(
            read =
                    "CASE WHEN last_attempt_at IS NULL OR isfinite(last_attempt_at) THEN last_attempt_at ELSE '9999-12-31' END")
    public @Nullable Instant lastAttemptAt;

    @Column(name = "last_outcome")
    public @Nullable String lastOutcome;

    public int failures;

    @Column(name = "next_attempt_at")
    @ColumnTransformer(
            read =
                    "CASE WHEN next_attempt_at IS NULL OR isfinite(next_attempt_at) THEN next_attempt_at ELSE '9999-12-31' END")
    public @Nullable Instant nextAttemptAt;

    @Column(name = "refused_with")
    public @Nullable String refusedWith;

    @Column(name = "accepted_as_older")
    public boolean acceptedAsOlder;

    @Column(name = "counts_until")
    public @Nullable Instant countsUntil;

    static Uni<Optional<LicenseRow>> read() {
        return LicenseRow.<LicenseRow>findAll().firstResult().map(Optional::ofNullable);
    }
}
