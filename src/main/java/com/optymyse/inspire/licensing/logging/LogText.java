package com.optymyse.inspire.licensing.logging;

import com.fasterxml.jackson.databind.JsonNode;
import com.optymyse.inspire.licensing.license.ControlCharacters;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes what comes from outside fit for a line of the log: short, and without characters that could end the line, or look
 * like another one.
 */
public final class LogText {

    /** How many names of what was found a line shows. With those of two settings they are 20. */
    static final int MOST_FOUND = 10;

    static final int MOST_EXPECTED = 5;
    static final int LONGEST = 200;

    private LogText() {}

    /** A value as the log shows it: a text in quotes, each of several, or "nothing". */
    public static String of(@Nullable Object value) {
        return several(value, MOST_FOUND);
    }

    /** A setting as the log shows it: shorter, because the value that was found needs room. */
    public static String expected(Collection<?> values) {
        return several(values, MOST_EXPECTED);
    }

    /** What kind of failure it is, and what it and the failure behind it say; some say nothing. */
    public static String cause(Exception failure) {
        String said = Stream.of(Optional.of(failure), Optional.ofNullable(failure.getCause()))
                .flatMap(Optional::stream)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        String kind = failure.getClass().getSimpleName();
        return of(said.isEmpty() ? kind : kind + ": " + said);
    }

    private static String several(@Nullable Object value, int most) {
        List<Object> single = singleValues(value).toList();
        if (single.isEmpty()) {
            return "nothing";
        }
        String shown = single.stream().limit(most).map(LogText::shown).collect(Collectors.joining(", "));
        return single.size() > most ? shown + " and " + (single.size() - most) + " more" : shown;
    }

    /** Lists may hold lists, and all that they hold counts. */
    private static Stream<Object> singleValues(@Nullable Object value) {
        return switch (value) {
            case null -> Stream.empty();
            case JsonNode json when json.isArray() -> json.valueStream().flatMap(LogText::singleValues);
            case Collection<?> values -> values.stream().flatMap(LogText::singleValues);
            default -> Stream.of(value);
        };
    }

    private static String shown(Object value) {
        return switch (value) {
            case JsonNode json when json.isTextual() -> quoted(json.textValue());
            case JsonNode json when json.isObject() -> "an object";
            case String text -> quoted(text);
            default -> escaped(value.toString());
        };
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
        return character == '"' || character == '\\' ? "\\" + (char) character : ControlCharacters.escaped(character);
    }
}
