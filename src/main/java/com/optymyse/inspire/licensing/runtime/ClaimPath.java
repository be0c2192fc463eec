package com.optymyse.inspire.licensing.runtime;

import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** The claims that hold several names in one text: RFC 8693, and what some identity providers call it. */
    private static final Set<String> SCOPES = Set.of("scope", "scp");

    private static final Pattern SPACE = Pattern.compile(" ");
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

    /** The names that the token has here: a text, the texts of an array, or the words of a scope. */
    Stream<String> names(JsonWebToken token) {
        Object value = token.getClaim(steps.getFirst());
        for (String step : steps.subList(1, steps.size())) {
            value = value instanceof Map<?, ?> object ? object.get(step) : null;
        }
        Stream<String> texts =
                value instanceof Collection<?> values ? values.stream().flatMap(ClaimPath::text) : text(value);
        return SCOPES.contains(steps.getLast()) ? texts.flatMap(SPACE::splitAsStream) : texts;
    }

    private static Stream<String> text(@Nullable Object value) {
        return switch (value) {
            case JsonString text -> Stream.of(text.getString());
            case String text -> Stream.of(text);
            case null, default -> Stream.empty();
        };
    }
}
