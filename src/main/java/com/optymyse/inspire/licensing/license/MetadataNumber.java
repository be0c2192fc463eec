package com.optymyse.inspire.licensing.license;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A whole number in a license's metadata, as forms, scripts and people write it. What could be read in two ways is none. */
final class MetadataNumber {

    /** Beyond it a number of JSON is not exact. */
    private static final double EXACT = 1L << 53;

    private static final Pattern TEXT = Pattern.compile("[\\s\\h]*+(-1|[0-9]{1,18})[\\s\\h]*+");

    private MetadataNumber() {}

    /**
     * The number; empty where the value is none.
     *
     * @param value as JSON gives it: {@code 500}, {@code 500.0}, {@code 5e2}, or a text of digits alone or {@code -1}
     */
    static OptionalLong read(Object value) {
        return switch (value) {
            case Integer number -> OptionalLong.of(number);
            case Long number -> OptionalLong.of(number);
            case Double number -> whole(number);
            case String text -> ofText(text);
            default -> OptionalLong.empty();
        };
    }

    /** The value as it stands in a sentence: a text in quotes. */
    static String shown(Object value) {
        return value instanceof String text ? FoundText.quoted(text) : FoundText.shortened(String.valueOf(value));
    }

    private static OptionalLong whole(double number) {
        return number == Math.rint(number) && Math.abs(number) <= EXACT
                ? OptionalLong.of((long) number)
                : OptionalLong.empty();
    }

    private static OptionalLong ofText(String text) {
        Matcher digits = TEXT.matcher(text);
        return digits.matches() ? OptionalLong.of(Long.parseLong(digits.group(1))) : OptionalLong.empty();
    }
}
