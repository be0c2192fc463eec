package com.optymyse.inspire.licensing.license;

/** A text that was found where another was expected, made fit for a sentence: short, and without control characters. */
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
