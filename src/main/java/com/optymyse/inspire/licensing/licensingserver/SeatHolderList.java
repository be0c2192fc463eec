package com.optymyse.inspire.licensing.licensingserver;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who has the seats of a license, as far as its own key may ask.
 *
 * @param count how many seats are taken
 * @param newest installations that have them, at most {@value #MOST}, and not always the newest of all: the one that was checked
 *     out last comes first
 */
public record SeatHolderList(int count, List<Seat> newest) {

    /** The most seats in the list. More would not help an admin to find the one that is not used any more. */
    static final int MOST = 10;

    /**
     * An installation with a seat.
     *
     * @param fingerprint what the vendor knows it by
     * @param name what it was named at the vendor; null where it was not
     * @param lastCheckOut when it last fetched its certificate; null for never
     */
    public record Seat(
            String fingerprint,
            @Nullable String name,
            @Nullable Instant lastCheckOut) {}

    private static final Comparator<Seat> NEWEST_FIRST =
            Comparator.comparing(Seat::lastCheckOut, Comparator.nullsLast(Comparator.reverseOrder()));

    public SeatHolderList {
        newest = newest.stream().sorted(NEWEST_FIRST).limit(MOST).toList();
    }
}
