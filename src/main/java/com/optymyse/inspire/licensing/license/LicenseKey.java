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

    private static final int VISIBLE = 4;

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

    /** The key with all but its last four characters hidden; a short key is hidden whole. */
    public String masked() {
        int length = value.codePointCount(0, value.length());
        return length >= 4 * VISIBLE ? "…" + value.substring(value.offsetByCodePoints(value.length(), -VISIBLE)) : "…";
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
