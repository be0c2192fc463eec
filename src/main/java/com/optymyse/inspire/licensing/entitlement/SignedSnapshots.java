package com.optymyse.inspire.licensing.entitlement;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.SigningKey;
import com.optymyse.inspire.licensing.installation.SigningKeys;
import com.optymyse.inspire.licensing.installation.Snapshot;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is licensed, signed. Signed anew when something changes that it says, when another key takes over, and when a quarter
 * of its life is over, so that whoever asks gets one that counts for three quarters at least, or as long as what it says
 * holds.
 */
@ApplicationScoped
class SignedSnapshots {

    private static final int TURNS = 4;

    /**
     * Everything that a snapshot depends on. While it stays the same, a cached snapshot is used. It is the same on every
     * replica.
     *
     * @param trail the number of the newest entry of the audit trail
     * @param fallsAt when it ceases to be right
     * @param key what the key that signs is called
     * @param turn counts the quarters of a snapshot's life, from the epoch
     */
    private record Basis(
            UUID installation,
            EntitlementsAnswer answer,
            long trail,
            @Nullable Instant fallsAt,
            String key,
            long turn) {}

    private record Signed(Basis basis, CachedResponse cached) {}

    private final CurrentInstallation current;
    private final SigningKeys keys;
    private final Duration lifetime;
    private final ObjectMapper json;
    private volatile @Nullable SnapshotKey key;
    private volatile @Nullable Signed signed;

    SignedSnapshots(CurrentInstallation current, SigningKeys keys, SnapshotConfig config, ObjectMapper json) {
        this.current = current;
        this.keys = keys;
        this.lifetime = config.lifetime();
        this.json = json;
    }

    /**
     * The snapshot for this moment. Two threads may sign the same one; either result is right.
     *
     * @throws Refusal {@link RefusalCode#STARTING} until state and keys were read once
     */
    CachedResponse now() {
        Snapshot snapshot = current.now();
        SnapshotKey present = presentKey();
        Instant now = current.effectiveTime();
        Basis basis = basis(snapshot, present, now);
        Signed known = signed;
        if (known != null && known.basis().equals(basis)) {
            return known.cached();
        }
        CachedResponse cached = sign(basis, present, now);
        signed = new Signed(basis, cached);
        return cached;
    }

    private SnapshotKey presentKey() {
        SigningKey signing = keys.now().signing();
        SnapshotKey known = key;
        if (known != null && known.isOf(signing)) {
            return known;
        }
        SnapshotKey present = new SnapshotKey(signing);
        key = present;
        return present;
    }

    private Basis basis(Snapshot snapshot, SnapshotKey key, Instant now) {
        return new Basis(
                snapshot.stored().id(),
                EntitlementsAnswer.of(snapshot),
                snapshot.stored().trail(),
                snapshot.licensing().fallsAt(),
                key.id(),
                now.getEpochSecond() / (lifetime.toSeconds() / TURNS));
    }

    /**
     * Two replicas sign the same content with different signatures. The tag is weak for that reason: it is that of the
     * basis, so that a client with several replicas behind one address is told when nothing has changed.
     */
    private CachedResponse sign(Basis basis, SnapshotKey key, Instant now) {
        SnapshotClaims claims =
                SnapshotClaims.of(basis.installation(), basis.answer(), basis.trail(), now, end(now, basis.fallsAt()));
        CachedResponse signed = CachedResponse.of(key.sign(CachedResponse.written(claims, json)));
        return signed.taggedLike(CachedResponse.of(basis, json));
    }

    private Instant end(Instant now, @Nullable Instant fallsAt) {
        Instant end = now.plus(lifetime);
        return fallsAt != null && fallsAt.isBefore(end) ? fallsAt : end;
    }
}
