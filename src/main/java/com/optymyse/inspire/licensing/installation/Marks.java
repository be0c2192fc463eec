package com.optymyse.inspire.licensing.installation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The latest times that this installation knows of, so that a clock set back gains nothing.
 *
 * @param signedTime the highest time accepted under the vendor's signature; never lowered
 * @param seenTime the latest time seen on a clock of this installation; set back by a fresh time of the vendor's alone
 * @param vouched whether they are as this service stored them; when not, they may once have been later
 */
public record Marks(@Nullable Instant signedTime, @Nullable Instant seenTime, boolean vouched) {

    /** No time known yet. */
    public static final Marks NONE = new Marks(null, null);

    /** Marks as this service stored them. */
    public Marks(@Nullable Instant signedTime, @Nullable Instant seenTime) {
        this(signedTime, seenTime, true);
    }

    /** The same, when something else than this service has changed them. */
    public Marks edited() {
        return new Marks(signedTime, seenTime, false);
    }

    /** The higher of the two; null when no time is known. */
    @Nullable
    Instant latest() {
        return signedTime == null ? seenTime : latest(signedTime, seenTime);
    }

    /** The marks once a time was seen; an earlier one changes nothing. */
    Marks seen(@Nullable Instant time) {
        return new Marks(signedTime, time == null ? seenTime : latest(time, seenTime), vouched);
    }

    /** The time that counts: the clock, or the highest mark where the clock is behind it. */
    public Instant effective(Instant clock) {
        return latest(latest(clock, signedTime), seenTime);
    }

    /**
     * The marks after an answer that the vendor has just signed: its time is certain, so it also heals a clock that was
     * once far ahead, and even when it is not certain what was before. One that is not later than all before says nothing.
     */
    public Marks afterFreshAnswer(Instant signedAt) {
        return vouched ? afterCertificate(signedAt) : new Marks(signedAt, signedAt);
    }

    /**
     * The marks after a certificate was accepted. One issued later than anything the vendor signed before is a fresh
     * time of the vendor's, too; an older one says nothing, and neither does any when it is not certain what was before.
     */
    public Marks afterCertificate(Instant issuedAt) {
        boolean fresh = vouched && (signedTime == null || issuedAt.isAfter(signedTime));
        return fresh ? new Marks(issuedAt, issuedAt) : this;
    }

    private static Instant latest(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }
}
