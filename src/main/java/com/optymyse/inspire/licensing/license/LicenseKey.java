package com.optymyse.inspire.licensing.license;

import java.util.HexFormat;

/**
 * The secret that names a license at the vendor. It prints masked, so that it can't reach a log by accident.
 *
 * @param value the key, 1 to {@value #MAX_LENGTH} printable ASCII characters, without white space around it
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
        int odd = firstUnprintable(value);
        if (odd >= 0) {
            throw new IllegalArgumentException(
                    "A license key consists of printable ASCII characters; the one at position " + (odd + 1) + ", "
                            + named(value.codePointAt(odd)) + ", is not.");
        }
        if (!value.equals(value.strip())) {
            throw new IllegalArgumentException("A license key has no white space around it.");
        }
    }

    /**
     * Reads a key as people paste it: line ends, no-break spaces, characters that nobody sees and blanks around it are dropped,
     * and typographic hyphens are plain ones again.
     *
     * @throws Refusal {@link RefusalCode#INVALID_REQUEST}, naming {@code licenseKey}, when what remains is no key
     */
    public static LicenseKey parse(String pasted) {
        try {
            return PastedKey.read(pasted);
        } catch (IllegalArgumentException notAKey) {
            throw Refusal.invalid("licenseKey", String.valueOf(notAKey.getMessage()));
        }
    }

    /** The key with all but its last four characters hidden; a short key is hidden whole. */
    public String masked() {
        int shown = value.length() >= 4 * VISIBLE ? VISIBLE : 0;
        return "…" + value.substring(value.length() - shown);
    }

    @Override
    public String toString() {
        return masked();
    }

    private static String named(int character) {
        String code = "U+" + HexFormat.of().withUpperCase().toHexDigits((short) character);
        return Character.isLetterOrDigit(character) ? Character.toString(character) + " (" + code + ")" : code;
    }

    private static int firstUnprintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return i;
            }
        }
        return -1;
    }
}
