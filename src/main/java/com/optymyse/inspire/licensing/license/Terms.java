package com.optymyse.inspire.licensing.license;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the vendor wrote into a license's metadata for this product.
 *
 * @param limits the capacity; a limit that is absent or not an integer from -1 to 2³¹-1 is 0
 * @param planName the plan's name, used where the license has none of its own
 * @param gracePeriodDays how long a held license counts after its expiry, 0 to {@value #MAX_GRACE_DAYS} days
 * @param problems a sentence for each value that could not be used
 */
public record Terms(Limits limits, @Nullable String planName, int gracePeriodDays, List<String> problems) {

    /** The longest grace accepted, in days: a hundred years, so that sums of times stay sums. */
    public static final int MAX_GRACE_DAYS = 36_525;

    public Terms {
        if (gracePeriodDays < 0 || gracePeriodDays > MAX_GRACE_DAYS) {
            throw new IllegalArgumentException(
                    "gracePeriodDays is 0 to " + MAX_GRACE_DAYS + ", not " + gracePeriodDays + ".");
        }
        problems = List.copyOf(problems);
    }

    /** Reads the license's metadata, as JSON gives it: integers as Integer or Long. */
    public static Terms of(Map<String, ?> metadata) {
        List<String> problems = new ArrayList<>();
        Limits limits = new Limits(
                limit(metadata, "maxDisplays", problems),
                limit(metadata, "maxAgiles", problems),
                limit(metadata, "aiCreditsPerMonth", problems));
        return new Terms(limits, planName(metadata), graceDays(metadata, problems), problems);
    }

    private static int limit(Map<String, ?> metadata, String name, List<String> problems) {
        Object value = metadata.get(name);
        if (value == null) {
            problems.add("The license's metadata has no " + name + ", so it counts as 0.");
            return 0;
        }
        if (isInteger(value, Limits.UNLIMITED, Integer.MAX_VALUE)) {
            return ((Number) value).intValue();
        }
        problems.add("The license's metadata has a " + name
                + " that is not an integer from -1 to 2147483647, so it counts as 0.");
        return 0;
    }

    private static int graceDays(Map<String, ?> metadata, List<String> problems) {
        Object value = metadata.get("gracePeriodDays");
        if (value == null) {
            return 0;
        }
        if (isInteger(value, 0, MAX_GRACE_DAYS)) {
            return ((Number) value).intValue();
        }
        problems.add("The license's metadata has a gracePeriodDays that is not an integer from 0 to " + MAX_GRACE_DAYS
                + ", so it counts as 0.");
        return 0;
    }

    private static @Nullable String planName(Map<String, ?> metadata) {
        return metadata.get("planName") instanceof String name && !name.isBlank() ? name : null;
    }

    private static boolean isInteger(Object value, long from, long to) {
        return (value instanceof Integer || value instanceof Long)
                && ((Number) value).longValue() >= from
                && ((Number) value).longValue() <= to;
    }
}
