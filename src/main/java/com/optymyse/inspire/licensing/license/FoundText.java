package com.optymyse.inspire.licensing.license;

/**
 * What was found where something else was expected, as it stands in a sentence: nothing that is long or that a terminal
 * obeys.
 */
final class FoundText {

    private static final int LONGEST = 40;

    private FoundText() {}

    /** A text in quotes, so that blanks around it are seen. */
    static String quoted(String text) {
        return "'" + shortened(text) + "'";
    }

    /** The same without quotes. */
    static String shortened(String text) {
        return ControlCharacters.escaped(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…");
    }
}
