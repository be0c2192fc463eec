package com.optymyse.inspire.licensing.installation;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * What proves that a license file was issued just now: nobody knows this text before it is made. The vendor writes it into the
 * metadata of the file's machine, and the file then sets the time that counts to its issue.
 *
 * @param text random
 * @param madeAt the time that counted when it was made
 */
public record ClockChallenge(String text, Instant madeAt) {

    /** How far the known time may be ahead of every clock here before one is made. */
    static final Duration LONGEST_LEAD = Duration.ofDays(1);

    /** A file that was ordered today and kept must not set the time back next year. */
    static final Duration LONGEST_USE = Duration.ofDays(30);

    static final int LENGTH = 16;

    /** Nobody takes one of these for another; 32 of them are five bits each. */
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /** @param random that nobody can foresee */
    static ClockChallenge random(RandomGenerator random, Instant madeAt) {
        StringBuilder text = new StringBuilder();
        random.ints(LENGTH, 0, ALPHABET.length()).forEach(index -> text.append(ALPHABET.charAt(index)));
        return new ClockChallenge(text.toString(), madeAt);
    }

    /** Whether it is one to be read and typed, unlike a fingerprint that serves as one. */
    public boolean isForPeople() {
        return text.length() == LENGTH;
    }

    /** Whether so much time has passed that it does not count any more. */
    boolean isOverAt(Instant now) {
        return !now.isBefore(madeAt.plus(LONGEST_USE));
    }
}
