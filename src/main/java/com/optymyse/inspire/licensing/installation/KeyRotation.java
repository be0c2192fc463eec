package com.optymyse.inspire.licensing.installation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When one signing key takes over from another: a pure function of the keys and the time. The next key is published well
 * before it signs, so that who keeps the published keys knows it by then; the one before stays published until the last that
 * it has signed is over.
 *
 * @param age how long a key signs
 */
public record KeyRotation(Duration age) {

    /** Nothing that is signed counts for longer than this. */
    public static final Duration LONGEST_USE = Duration.ofHours(24);

    /** How long a key is published before it signs: longer than anybody should keep the published keys. */
    static final Duration LEAD = Duration.ofDays(1);

    /** For a replica that has not heard yet that another key signs, or whose clock is behind. */
    private static final Duration MARGIN = Duration.ofHours(1);

    public KeyRotation {
        if (age.compareTo(LEAD.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException("A key must sign for two days at least.");
        }
    }

    /** Whether another key has to be made. */
    public boolean needsNext(List<SigningKey> keys, Instant now) {
        return keys.isEmpty()
                || !now.isBefore(keys.getLast().signsFrom().plus(age).minus(LEAD));
    }

    /** When a key made now would begin to sign: the first of all at once. */
    public Instant nextSignsFrom(List<SigningKey> keys, Instant now) {
        return keys.isEmpty() ? now : now.plus(LEAD);
    }

    /** The keys that count now, of at least one, oldest first. */
    public KeySet at(Instant now, List<SigningKey> keys) {
        SigningKey signing = keys.reversed().stream()
                .filter(key -> !now.isBefore(key.signsFrom()))
                .findFirst()
                .orElseGet(keys::getFirst);
        return new KeySet(
                signing, keys.stream().filter(key -> !isOver(key, keys, now)).toList());
    }

    private static boolean isOver(SigningKey key, List<SigningKey> keys, Instant now) {
        int next = keys.indexOf(key) + 1;
        return next < keys.size()
                && !now.isBefore(keys.get(next).signsFrom().plus(LONGEST_USE).plus(MARGIN));
    }
}
