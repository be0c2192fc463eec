package com.optymyse.inspire.licensing.sandbox.state;

import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When something last happened to a license; null for what never happened.
 *
 * @param checkedInBefore the check-in before the last one: what a lagging replica shows
 */
public record Touched(
        Instant created,
        Instant updated,
        @Nullable Instant validated,
        @Nullable Instant checkedIn,
        @Nullable Instant checkedInBefore,
        @Nullable Instant checkedOut) {

    /** A license that nothing has happened to yet. Where its policy asks for check-ins, creation counts as the first. */
    static Touched createdAt(Instant created, boolean requireCheckIn) {
        Instant checkedIn = requireCheckIn ? created : null;
        return new Touched(created, created, null, checkedIn, checkedIn, null);
    }

    Touched updatedAt(Instant now) {
        return new Touched(created, now, validated, checkedIn, checkedInBefore, checkedOut);
    }

    Touched validatedAt(Instant now) {
        return new Touched(created, updated, now, checkedIn, checkedInBefore, checkedOut);
    }

    Touched checkedInAt(Instant now) {
        return new Touched(created, now, validated, now, checkedIn, checkedOut);
    }

    Touched checkedOutAt(Instant now) {
        return new Touched(created, now, validated, checkedIn, checkedInBefore, now);
    }

    Touched beforeCheckIn() {
        return new Touched(created, updated, validated, checkedInBefore, checkedInBefore, checkedOut);
    }

    Instant last() {
        return Stream.of(created, validated, checkedIn, checkedOut)
                .flatMap(Stream::ofNullable)
                .max(Instant::compareTo)
                .orElse(created);
    }
}
