package com.optymyse.inspire.licensing.license;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What the vendor wrote into a license's metadata for this product.
 *
 * @param limits the capacity; a limit that is absent or no whole number from -1 to 2³¹-1 is 0
 * @param planName the plan's name, used where the license has none of its own
 * @param gracePeriodDays how long a held license counts after its expiry, 0 to {@value #MAX_GRACE_DAYS} days
 * @param problems one for each value that could not be used
 */
public record Terms(Limits limits, @Nullable String planName, int gracePeriodDays, List<LicensingProblem> problems) {

    /** The longest grace accepted, in days: a hundred years, which can be added to a time without an overflow. */
    public static final int MAX_GRACE_DAYS = 36_525;

    public Terms {
        if (gracePeriodDays < 0 || gracePeriodDays > MAX_GRACE_DAYS) {
            throw new IllegalArgumentException(
                    "gracePeriodDays is 0 to " + MAX_GRACE_DAYS + ", not " + gracePeriodDays + ".");
        }
        problems = List.copyOf(problems);
    }

    /** Reads the license's metadata, as JSON gives it. A number may be written in any way that {@link MetadataNumber} knows. */
    public static Terms of(Map<String, ?> metadata) {
        List<LicensingProblem> problems = new ArrayList<>();
        Limits limits = new Limits(
                limit(metadata, "maxDisplays", problems),
                limit(metadata, "maxAgiles", problems),
                limit(metadata, "aiCreditsPerMonth", problems));
        return new Terms(limits, planName(metadata), graceDays(metadata, problems), problems);
    }

    private static int limit(Map<String, ?> metadata, String name, List<LicensingProblem> problems) {
        Object value = metadata.get(name);
        if (value == null) {
            problems.add(new LicensingProblem(
                    ProblemCode.LIMIT_MISSING,
                    "The license's metadata has no " + name + ", so its value is 0.",
                    Map.of("field", name)));
            return 0;
        }
        return number(value, Limits.UNLIMITED, Integer.MAX_VALUE).orElseGet(() -> {
            problems.add(notAnInteger(ProblemCode.LIMIT_INVALID, name, value, Limits.UNLIMITED, Integer.MAX_VALUE));
            return 0;
        });
    }

    private static int graceDays(Map<String, ?> metadata, List<LicensingProblem> problems) {
        String name = "gracePeriodDays";
        Object value = metadata.get(name);
        if (value == null) {
            return 0;
        }
        return number(value, 0, MAX_GRACE_DAYS).orElseGet(() -> {
            problems.add(notAnInteger(ProblemCode.GRACE_PERIOD_INVALID, name, value, 0, MAX_GRACE_DAYS));
            return 0;
        });
    }

    private static LicensingProblem notAnInteger(ProblemCode code, String name, Object value, int from, int to) {
        String found = MetadataNumber.shown(value);
        return new LicensingProblem(
                code,
                "The license's metadata has a " + name + " that is not an integer from " + from + " to " + to + ": "
                        + found + ". The service uses 0 instead.",
                Map.of("field", name, "minimum", from, "maximum", to, "found", found));
    }

    private static @Nullable String planName(Map<String, ?> metadata) {
        return metadata.get("planName") instanceof String name && !name.isBlank() ? name : null;
    }

    private static Optional<Integer> number(Object value, int from, int to) {
        OptionalLong number = MetadataNumber.read(value);
        return number.isPresent() && number.getAsLong() >= from && number.getAsLong() <= to
                ? Optional.of((int) number.getAsLong())
                : Optional.empty();
    }
}
