package com.optymyse.inspire.licensing.installation;

import com.optymyse.inspire.licensing.certificate.Certificate;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The latest times that this installation knows of, so that a clock set back gains nothing.
 *
 * @param signedTime the highest time accepted under the vendor's signature; never lowered
 * @param seenTime the time that runs on here; set back by a fresh signature of the vendor's alone
 * @param freshTime the time of the last signature that set it; null while none has
 * @param challenge what a license file has to name to be such a signature; null while there is no doubt about the time
 * @param intact whether they are as this service stored them; when not, they may once have been later
 */
public record HighWaterMarks(
        @Nullable Instant signedTime,
        @Nullable Instant seenTime,
        @Nullable Instant freshTime,
        @Nullable ClockChallenge challenge,
        boolean intact) {

    /** No time known yet. */
    public static final HighWaterMarks NONE = new HighWaterMarks(null, null);

    /** High-water marks as this service stored them, which no signature has set. */
    public HighWaterMarks(@Nullable Instant signedTime, @Nullable Instant seenTime) {
        this(signedTime, seenTime, null, null, true);
    }

    /** The same, when something else than this service has changed them. */
    public HighWaterMarks edited() {
        return new HighWaterMarks(signedTime, seenTime, freshTime, challenge, false);
    }

    /** The same, with another challenge, or with none. */
    public HighWaterMarks with(@Nullable ClockChallenge next) {
        return new HighWaterMarks(signedTime, seenTime, freshTime, next, intact);
    }

    /** The higher of the two; null when no time is known. */
    public @Nullable Instant latest() {
        return signedTime == null ? seenTime : latest(signedTime, seenTime);
    }

    /** The high-water marks once a time was seen; an earlier one changes nothing. */
    public HighWaterMarks seen(@Nullable Instant time) {
        return new HighWaterMarks(
                signedTime, time == null ? seenTime : latest(time, seenTime), freshTime, challenge, intact);
    }

    /** The time that counts: the clock, or the latest high-water mark where the clock is behind it. */
    public Instant effective(Instant clock) {
        return latest(latest(clock, signedTime), seenTime);
    }

    /**
     * The high-water marks after a response that the vendor has just signed. Its time is certain, so it also corrects a
     * clock that was once far ahead. One that is not later than all before says nothing.
     */
    public HighWaterMarks afterFreshResponse(Instant signedAt) {
        return intact && signedTime != null && !signedAt.isAfter(signedTime) ? this : setTo(signedAt, signedAt);
    }

    /**
     * The high-water marks after a certificate was accepted: it was issued no later than now. When it was brought here nobody
     * knows, so that it sets nothing back unless it names the challenge; and when it is not certain what was before, it says
     * nothing.
     */
    public HighWaterMarks afterCertificate(Certificate certificate) {
        Instant signed = latest(certificate.issuedAt(), signedTime);
        if (!intact) {
            return this;
        }
        return isNamedBy(certificate)
                ? setTo(signed, certificate.issuedAt())
                : new HighWaterMarks(signed, seenTime, freshTime, challenge, true);
    }

    /**
     * Whether there is reason to doubt the time that is known: it is far ahead of both clocks. A fresh signature then
     * settles it, or the passing of time.
     */
    public boolean isDoubtedBy(Instant host, Instant database) {
        return isAheadOf(latest(host, database));
    }

    /** Whether the challenge has lapsed: too much time has passed, or both clocks have come near the time that is known. */
    public boolean isChallengeOver(Instant host, Instant database) {
        Instant now = latest();
        return challenge != null
                && now != null
                && (challenge.isOverAt(now) || !(isAheadOf(host) || isAheadOf(database)));
    }

    private boolean isAheadOf(Instant clock) {
        Instant now = latest();
        return now != null && Duration.between(clock, now).compareTo(ClockChallenge.LONGEST_LEAD) > 0;
    }

    private boolean isNamedBy(Certificate certificate) {
        Instant now = latest();
        return challenge != null && now != null && !challenge.isOverAt(now) && certificate.names(challenge.text());
    }

    private static HighWaterMarks setTo(Instant signed, Instant time) {
        return new HighWaterMarks(signed, time, time, null, true);
    }

    private static Instant latest(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }
}
