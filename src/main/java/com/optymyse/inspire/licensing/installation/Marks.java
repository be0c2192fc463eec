package com.optymyse.inspire.licensing.installation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The latest times that this installation knows of, so that a clock set back gains nothing.
 *
 * @param signedTime the highest time accepted under the vendor's signature; never lowered
 * @param seenTime the time from which the own clock counts; set, forward or back, by a fresh time of the vendor's alone
 */
public record Marks(@Nullable Instant signedTime, @Nullable Instant seenTime) {

    /** No time known yet. */
    public static final Marks NONE = new Marks(null, null);

    /** The time that counts: the clock, or the highest mark where the clock is behind it. */
    public Instant effective(Instant clock) {
        return latest(latest(clock, signedTime), seenTime);
    }

    /**
     * The marks after an answer that carries our nonce under the vendor's signature: its time is certain, so it also
     * heals a clock that was once far ahead.
     */
    public Marks afterFreshAnswer(Instant signedAt) {
        return new Marks(latest(signedAt, signedTime), signedAt);
    }

    /**
     * The marks after a certificate was accepted. One issued later than anything the vendor signed before is a fresh
     * time of the vendor's, too; an older one says nothing.
     */
    public Marks afterCertificate(Instant issuedAt) {
        return signedTime != null && !issuedAt.isAfter(signedTime) ? this : new Marks(issuedAt, issuedAt);
    }

    /** The marks after a time that the vendor signed, though maybe not just now. */
    public Marks afterSigned(Instant signedAt) {
        return new Marks(latest(signedAt, signedTime), seenTime);
    }

    private static Instant latest(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }
}
