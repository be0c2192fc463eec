package com.optymyse.inspire.licensing.processes;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Where the middle half of some values lies.
 *
 * @param low a quarter is below
 * @param median half is below
 * @param high a quarter is above
 */
record Spread(double low, double median, double high) {

    static Spread of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return new Spread(
                sorted.get(sorted.size() / 4),
                sorted.get(sorted.size() / 2),
                sorted.get(Math.min(sorted.size() - 1, sorted.size() * 3 / 4)));
    }

    /** Of the ratio between what was measured in the same round. */
    static Spread ofRatios(List<Double> measured, List<Double> comparison) {
        return of(IntStream.range(0, measured.size())
                .mapToObj(round -> measured.get(round) / comparison.get(round))
                .toList());
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", median, low, high);
    }
}
