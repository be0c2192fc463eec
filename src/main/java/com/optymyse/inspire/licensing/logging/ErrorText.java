package com.optymyse.inspire.licensing.logging;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what is printed to a stream bit by bit: a stack trace is one text, as it is one event. Its length is
 * limited, because its writer knows no limit.
 */
final class ErrorText {

    /** The most characters of one text. */
    static final int LONGEST = 16 * 1024;

    private @Nullable StringBuilder text;
    private int left;
    private boolean lineGoesOn;

    /**
     * Takes the next bit: one line, several that were printed at once, or the beginning of one.
     *
     * @return the text before it, where this one begins another
     */
    Optional<String> add(String printed) {
        if (text != null && (lineGoesOn || continues(printed))) {
            append(text, printed);
            return Optional.empty();
        }
        Optional<String> before = end();
        if (!printed.isBlank()) {
            text = new StringBuilder();
            append(text, printed);
        }
        return before;
    }

    /** Nothing more comes: the text so far, where there is any. */
    Optional<String> end() {
        if (text == null) {
            return Optional.empty();
        }
        String whole = text.toString().strip();
        text = null;
        String more = left == 0 ? "" : " (" + left + " more characters were left out)";
        left = 0;
        return Optional.of(whole + more);
    }

    /** Whether a line continues a stack trace, as {@link Throwable#printStackTrace()} prints it. */
    private static boolean continues(String printed) {
        return printed.startsWith("\t") || printed.startsWith(" ") || printed.startsWith("Caused by: ");
    }

    private void append(StringBuilder whole, String printed) {
        int taken = Math.min(printed.length(), LONGEST - whole.length());
        whole.append(printed, 0, taken);
        left += printed.length() - taken;
        lineGoesOn = !printed.endsWith("\n");
    }
}
