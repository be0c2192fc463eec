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
import java.util.UUID;

/** A row of table {@code signing_key}; {@link SigningKeyCipher} turns it into a key and back. */
@Entity
@Table(name = "signing_key")
class SigningKeyRow extends PanacheEntityBase {

    @Id
    public long number;

    @Column(name = "installation_id")
    public UUID installationId;

    @Column(name = "public_key")
    public byte[] publicKey;

    @Column(name = "secret_id")
    public String secretId;

    @Column(name = "private_key")
    public byte[] privateKey;

    @Column(name = "signs_from")
    public Instant signsFrom;

    static Uni<List<SigningKeyRow>> read() {
        return listAll(Sort.by("number"));
    }
}
