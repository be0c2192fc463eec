package com.optymyse.inspire.licensing.sandbox.signing;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * When a file was issued and when it ends.
 *
 * @param expiry null when the file never ends
 * @param ttl the seconds asked for, null when the file never ends
 */
public record FileTimes(
        Instant issued, @Nullable Instant expiry, @Nullable Long ttl) {

    private static final long YEAR = 31_556_952;
    private static final long MONTH = 2_629_746;

    /** The server's default: one month. */
    public static final long DEFAULT_TTL = MONTH;

    public static FileTimes of(Instant issued, @Nullable Long ttl) {
        return new FileTimes(issued, ttl == null ? null : end(issued, ttl), ttl);
    }

    /** The server takes a ttl apart into years, months and a rest, and adds years and months on the calendar. */
    private static Instant end(Instant issued, long ttl) {
        long years = ttl / YEAR;
        long months = ttl % YEAR / MONTH;
        long rest = ttl % YEAR % MONTH;
        return issued.atOffset(ZoneOffset.UTC)
                .plusMonths(years * 12 + months)
                .plusSeconds(rest)
                .toInstant();
    }
}
