package com.optymyse.inspire.licensing.license;

import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Characters that nobody sees and that a terminal or a log obeys: those that end a line, erase it, change colours or the
 * direction of the text.
 */
public final class ControlCharacters {

    private ControlCharacters() {}

    /** The text with each of them written as {@code \}{@code u001b}, and everything else as it is. */
    public static String escaped(String text) {
        return text.codePoints().mapToObj(ControlCharacters::escaped).collect(Collectors.joining());
    }

    /** The character, or how it is written where it is one of them. */
    public static String escaped(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> String.format(Locale.ROOT, "\\u%04x", character);
            default -> Character.toString(character);
        };
    }
}
