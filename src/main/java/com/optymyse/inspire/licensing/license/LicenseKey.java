package com.optymyse.inspire.licensing.license;

import java.util.HexFormat;
import java.util.Locale;

/**
 * The secret that names a license at the vendor. It prints masked, so that it can't reach a log by accident.
 *
 * @param value the key, 1 to {@value #MAX_LENGTH} characters that can be seen and blanks, without blanks around it
 */
public record LicenseKey(String value) {

    /** The longest key accepted, in characters. */
    public static final int MAX_LENGTH = 4096;

    /** As many characters of a key stay hidden at least, so that what is shown helps nobody to guess it. */
    private static final int HIDDEN = 12;

    /** How many first characters are shown. They distinguish keys of one scheme, whose ends are often the same. */
    private static final int FIRST = 6;

    private static final int LAST = 4;

    public LicenseKey {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("A license key must not be blank.");
        }
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "A license key has at most " + MAX_LENGTH + " characters, this one has " + value.length() + ".");
        }
        int odd = firstInvisible(value);
        if (odd >= 0) {
            throw new IllegalArgumentException(
                    "A license key consists of characters that can be printed. It can't have " + place(value, odd)
                            + ".");
        }
        if (!value.equals(value.strip())) {
            throw new IllegalArgumentException("A license key has no white space around it.");
        }
    }

    /**
     * Where the first character is that is not in ASCII, from 0; negative where all are. The licensing server knows such a key,
     * and lets it authenticate in no form.
     */
    public int firstBeyondAscii() {
        for (int at = 0; at < value.length(); at++) {
            if (value.charAt(at) > '~') {
                return at;
            }
        }
        return -1;
    }

    /**
     * The key with its middle hidden. It shows the first six and the last four of 22 characters and more, the last four of
     * 16 and more, and none of a shorter key. The page masks keys in the same way.
     */
    public String masked() {
        int length = value.codePointCount(0, value.length());
        if (length < HIDDEN + LAST) {
            return "…";
        }
        String last = "…" + value.substring(value.offsetByCodePoints(value.length(), -LAST));
        return length < FIRST + HIDDEN + LAST ? last : value.substring(0, value.offsetByCodePoints(0, FIRST)) + last;
    }

    @Override
    public String toString() {
        return masked();
    }

    /** A character and its place, as people count. */
    static String place(String text, int at) {
        int character = text.codePointAt(at);
        int position = text.codePointCount(0, at) + 1;
        String code = character <= 0xFFFF
                ? HexFormat.of().withUpperCase().toHexDigits((short) character)
                : Integer.toHexString(character).toUpperCase(Locale.ROOT);
        return isInvisible(character)
                ? "the character U+" + code + " at position " + position
                : "the character " + Character.toString(character) + " (U+" + code + ") at position " + position;
    }

    private static int firstInvisible(String text) {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            if (isInvisible(text.codePointAt(at))) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> true;
            default -> character != ' ' && Character.isSpaceChar(character);
        };
    }
}
