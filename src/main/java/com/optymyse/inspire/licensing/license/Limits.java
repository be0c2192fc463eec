package com.optymyse.inspire.licensing.license;

/**
 * The capacity that a license grants. Limits govern adding; they never stop what runs.
 *
 * @param maxDisplays display endpoints, 0 or more, or {@link #UNLIMITED}
 * @param maxAgiles agile and dashboard endpoints, 0 or more, or {@link #UNLIMITED}
 * @param aiCreditsPerMonth AI credits in each month, 0 or more, or {@link #UNLIMITED}
 */
public record Limits(int maxDisplays, int maxAgiles, int aiCreditsPerMonth) {

    /** The value that stands for no limit. */
    public static final int UNLIMITED = -1;

    /** No capacity at all. */
    public static final Limits NONE = new Limits(0, 0, 0);

    public Limits {
        requireLimit("maxDisplays", maxDisplays);
        requireLimit("maxAgiles", maxAgiles);
        requireLimit("aiCreditsPerMonth", aiCreditsPerMonth);
    }

    /** Whether each of these limits is the other's, or a smaller one. */
    boolean areNoMoreThan(Limits other) {
        return isNoMoreThan(maxDisplays, other.maxDisplays)
                && isNoMoreThan(maxAgiles, other.maxAgiles)
                && isNoMoreThan(aiCreditsPerMonth, other.aiCreditsPerMonth);
    }

    private static boolean isNoMoreThan(int limit, int other) {
        return other == UNLIMITED || (limit != UNLIMITED && limit <= other);
    }

    private static void requireLimit(String name, int value) {
        if (value < UNLIMITED) {
            throw new IllegalArgumentException(name + " is -1 (unlimited) or more, not " + value + ".");
        }
    }
}
