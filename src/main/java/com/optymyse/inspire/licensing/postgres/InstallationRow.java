package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.installation.Change;
import com.optymyse.inspire.licensing.installation.ClockChallenge;
import com.optymyse.inspire.licensing.installation.HighWaterMarks;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one row of table {@code installation}, without the lease, which {@link Leases} keeps. */
@Entity
@Table(name = "installation")
class InstallationRow extends PanacheEntityBase {

    @Id
    public UUID id;

    public String fingerprint;

    public long version;

    public long revision;

    @Column(name = "signed_time")
    public @Nullable Instant signedTime;

    @Column(name = "seen_time")
    public @Nullable Instant seenTime;

    @Column(name = "fresh_time")
    public @Nullable Instant freshTime;

    @Column(name = "clock_challenge")
    public @Nullable String clockChallenge;

    @Column(name = "clock_challenge_at")
    public @Nullable Instant clockChallengeAt;

    @Column(name = "marks_secret_id")
    public @Nullable String marksSecretId;

    @Column(name = "marks_seal")
    public byte @Nullable [] marksMac;

    static Uni<Optional<InstallationRow>> read() {
        return InstallationRow.<InstallationRow>findAll().firstResult().map(Optional::ofNullable);
    }

    /** The row, which nobody else can change or lock before this transaction ends. */
    static Uni<InstallationRow> lock() {
        return InstallationRow.<InstallationRow>findAll()
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResult();
    }

    /**
     * @throws com.optymyse.inspire.licensing.license.Refusal when the row has changed since a change was decided on
     */
    void requireVersion(long expected) {
        if (version != expected) {
            throw Leases.inProgress();
        }
    }

    /**
     * Everything of a change that is kept in this row, but for the MAC of its high-water marks. A clock challenge is made
     * and ended without moving the version, so that the change may know of another one; only a fresh signature of the
     * vendor's settles it.
     */
    void advance(Change change, boolean visible) {
        version++;
        revision += visible ? 1 : 0;
        fingerprint = change.before().fingerprint();
        HighWaterMarks marks = change.marks();
        Instant fresh = StoredTime.ofNullable(marks.freshTime());
        Instant seen = StoredTime.ofNullable(marks.seenTime());
        signedTime = StoredTime.ofNullable(marks.signedTime());
        if (Objects.equals(fresh, freshTime)) {
            seenTime = latest(seenTime, seen);
        } else {
            seenTime = seen;
            freshTime = fresh;
            writeChallenge(marks.challenge());
        }
    }

    void writeChallenge(@Nullable ClockChallenge challenge) {
        clockChallenge = challenge == null ? null : challenge.text();
        clockChallengeAt = challenge == null ? null : StoredTime.of(challenge.madeAt());
    }

    /**
     * The later of two times. Only a fresh signature of the vendor may set the latest known time back; a replica that knows
     * an earlier time may not.
     */
    private static @Nullable Instant latest(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    HighWaterMarks marks() {
        return new HighWaterMarks(
                signedTime,
                seenTime,
                freshTime,
                clockChallenge == null || clockChallengeAt == null
                        ? null
                        : new ClockChallenge(clockChallenge, clockChallengeAt),
                true);
    }
}
