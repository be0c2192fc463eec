package com.optymyse.inspire.licensing.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.optymyse.inspire.licensing.license.ControlCharacters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The path to the names in a token: the name of a claim, then of the fields inside it.
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

    /** The beginning of claim names that are addresses. Such names are unique. */
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\"]+");

    public ClaimPath {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("A claim path needs the name of a claim.");
        }
        steps = List.copyOf(steps);
    }

    /**
     * Reads a path as it is configured: {@code realm_access/roles}, {@code https://inspire.example/roles}, or
     * {@code "https://inspire.example/roles"/names}.
     *
     * @throws IllegalArgumentException when a name is empty or a quote is not closed
     */
    public static ClaimPath of(String path) {
        if (ADDRESS.matcher(path).matches()) {
            return new ClaimPath(List.of(path));
        }
        if (!WHOLE.matcher(path).matches()) {
            throw new IllegalArgumentException(
                    "A claim path has names with slashes between them, like realm_access/roles; this one is: "
                            + ControlCharacters.escaped(path));
        }
        List<String> steps = new ArrayList<>();
        for (Matcher step = ONE_STEP.matcher(path); step.find(); ) {
            steps.add(step.group(1) == null ? step.group(2) : step.group(1));
        }
        return new ClaimPath(steps);
    }

    /** The names that a token has here: a text, the texts of an array, or the words of a scope. */
    Stream<String> names(JsonNode claims) {
        JsonNode value = claims;
        for (String step : steps) {
            value = value.path(step);
        }
        Stream<String> texts = (value.isArray() ? value.valueStream() : Stream.of(value))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue);
        return SCOPES.contains(steps.getLast()) ? texts.flatMap(SPACE::splitAsStream) : texts;
    }

    @Override
    public String toString() {
        return String.join("/", steps);
    }
}
