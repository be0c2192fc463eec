package com.optymyse.inspire.licensing.metrics;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The time series that a query of Prometheus asks for: a name, and what their labels have to be.
 *
 * @param text as the query has it
 * @param name the name of the metric
 * @param matchers the conditions on labels; those that Prometheus adds to what it scrapes are left out
 */
record SeriesSelector(String text, String name, List<Matcher> matchers) {

    private static final Pattern SELECTOR =
            Pattern.compile("\\b((?:licensing|jvm|http|netty|process)_[a-z_]+)\\b(?:\\{([^}]*)})?");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final Set<String> OF_PROMETHEUS = Set.of("namespace", "installation", "job", "instance");

    /** A condition on one label, as {@code status=~"5.."}. */
    record Matcher(String label, String operator, String value) {

        boolean accepts(String present) {
            return switch (operator) {
                case "=" -> present.equals(value);
                case "!=" -> !present.equals(value);
                case "=~" -> Pattern.matches(value, present);
                default -> !Pattern.matches(value, present);
            };
        }
    }

    /** All that a query has of the figures that the service tells by itself. */
    static List<SeriesSelector> in(String query) {
        return SELECTOR.matcher(query)
                .results()
                .map(found -> new SeriesSelector(found.group(), found.group(1), matchers(found.group(2))))
                .toList();
    }

    /** Whether a line of a scrape is one of these series. */
    boolean selects(String line) {
        int end = line.indexOf('{') < 0 ? line.indexOf(' ') : line.indexOf('{');
        if (end < 0 || !line.substring(0, end).equals(name)) {
            return false;
        }
        Map<String, String> labels = LABEL.matcher(line)
                .results()
                .collect(Collectors.toMap(label -> label.group(1), label -> label.group(2)));
        return matchers.stream().allMatch(matcher -> matcher.accepts(labels.getOrDefault(matcher.label(), "")));
    }

    private static List<Matcher> matchers(@Nullable String text) {
        return text == null
                ? List.of()
                : MATCHER.matcher(text)
                        .results()
                        .map(SeriesSelector::matcher)
                        .filter(matcher -> !OF_PROMETHEUS.contains(matcher.label()))
                        .toList();
    }

    private static Matcher matcher(MatchResult found) {
        return new Matcher(found.group(1), found.group(2), found.group(3));
    }
}
