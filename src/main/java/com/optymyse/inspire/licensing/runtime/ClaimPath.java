package com.optymyse.inspire.licensing.runtime;

import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Where in a token names are found: the name of a claim, then of what is inside it.
 *
 * @param steps the names, at least one
 */
public record ClaimPath(List<String> steps) {

    private static final String STEP = "(?:\"([^\"]+)\"|([^\"/]+))";
    private static final Pattern ONE_STEP = Pattern.compile(STEP);
    private static final Pattern WHOLE = Pattern.compile(STEP + "(?:/" + STEP + ")*");

    public ClaimPath {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("A claim path needs the name of a claim.");
        }
        steps = List.copyOf(steps);
    }

    /**
     * Reads a path as it is configured: {@code realm_access/roles}, or {@code "https://inspire.example/roles"/names}.
     *
     * @throws IllegalArgumentException when a name is empty or a quote is not closed
     */
    public static ClaimPath of(String path) {
        if (!WHOLE.matcher(path).matches()) {
            throw new IllegalArgumentException(
                    "A claim path has names with slashes between them, like realm_access/roles; this one is: " + path);
        }
        List<String> steps = new ArrayList<>();
        for (Matcher step = ONE_STEP.matcher(path); step.find(); ) {
            steps.add(step.group(1) == null ? step.group(2) : step.group(1));
        }
        return new ClaimPath(steps);
    }

    /** The names that the token has here: the elements of an array, or a text and the words in it. */
    Stream<String> names(JsonWebToken token) {
        Object value = token.getClaim(steps.getFirst());
        for (String step : steps.subList(1, steps.size())) {
            value = value instanceof Map<?, ?> object ? object.get(step) : null;
        }
        return names(value);
    }

    private static Stream<String> names(@Nullable Object value) {
        return switch (value) {
            case null -> Stream.empty();
            case JsonString text -> names(text.getString());
            case String text -> Stream.concat(Stream.of(text), Arrays.stream(text.split(" ")));
            case Collection<?> values -> values.stream().flatMap(ClaimPath::names);
            default -> Stream.empty();
        };
    }
}
