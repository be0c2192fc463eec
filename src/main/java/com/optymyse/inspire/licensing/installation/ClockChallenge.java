package com.optymyse.inspire.licensing.installation;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * A random text that proves that a license file was issued after the text was made. The vendor writes it into the metadata
 * of the file's machine, and the file then sets the time that counts to its issue.
 *
 * @param text random
 * @param madeAt the time that counted when it was made
 */
public record ClockChallenge(String text, Instant madeAt) {

    /** How far the known time must be ahead of every clock here before a challenge is made. */
    static final Duration LONGEST_LEAD = Duration.ofDays(1);

    /** How long a challenge counts. A file that is kept for longer must not set the time back. */
    static final Duration LONGEST_USE = Duration.ofDays(30);

    static final int LENGTH = 16;

    /** Characters that people do not confuse. There are 32, so each one stands for five bits. */
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /** @param random that nobody can foresee */
    static ClockChallenge random(RandomGenerator random, Instant madeAt) {
        StringBuilder text = new StringBuilder();
        random.ints(LENGTH, 0, ALPHABET.length()).forEach(index -> text.append(ALPHABET.charAt(index)));
        return new ClockChallenge(text.toString(), madeAt);
    }

    /** Whether people read and type this challenge. A fingerprint that serves as a challenge is not such a one. */
    public boolean isForPeople() {
        return text.length() == LENGTH;
    }

    /** Whether so much time has passed that it does not count any more. */
    boolean isOverAt(Instant now) {
        return !now.isBefore(madeAt.plus(LONGEST_USE));
    }
}
