package com.optymyse.inspire.licensing.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes what comes from outside fit for a line of the log: short, and without characters that could end the line, or look
 * like another one.
 */
final class LogText {

    static final int MOST_NAMES = 20;
    static final int LONGEST = 200;

    private LogText() {}

    /** A value as the log shows it: a text in quotes, each of several, or "nothing". */
    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "nothing";
            case JsonNode json when json.isTextual() -> quoted(json.textValue());
            case JsonNode json when json.isArray() -> of(json.valueStream().toList());
            case JsonNode json when json.isObject() -> "an object";
            case Collection<?> values -> several(values);
            case String text -> quoted(text);
            default -> escaped(value.toString());
        };
    }

    /** What a failure says, and what the failure behind it says. */
    static String cause(Exception failure) {
        String cause = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return of(
                failure.getCause() == null
                        ? cause
                        : cause + " " + failure.getCause().getMessage());
    }

    private static String several(Collection<?> values) {
        if (values.isEmpty()) {
            return "nothing";
        }
        String shown = values.stream().limit(MOST_NAMES).map(LogText::of).collect(Collectors.joining(", "));
        return values.size() > MOST_NAMES ? shown + " and " + (values.size() - MOST_NAMES) + " more" : shown;
    }

    private static String quoted(String text) {
        return '"' + escaped(text) + '"';
    }

    private static String escaped(String text) {
        String shown =
                text.codePoints().limit(LONGEST).mapToObj(LogText::escaped).collect(Collectors.joining());
        return text.codePointCount(0, text.length()) > LONGEST ? shown + "…" : shown;
    }

    private static String escaped(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> String.format(Locale.ROOT, "\\u%04x", character);
            default -> character == '"' || character == '\\' ? "\\" + (char) character : Character.toString(character);
        };
    }
}
