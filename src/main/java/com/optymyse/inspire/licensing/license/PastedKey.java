package com.optymyse.inspire.licensing.license;

import java.util.List;

/**
 * Reads a license key as people paste it. What no key holds is dropped, and what programs make of hyphens is undone. Nothing is
 * guessed: what a key could hold stays, and what is no key is named.
 */
final class PastedKey {

    private static final char HYPHEN = '-';
    private static final String HYPHENS = "\u2010\u2011\u2012\u2013\u2212\uFE63\uFF0D";
    private static final String LONG_DASHES = "\u2014\u2015";

    private PastedKey() {}

    /**
     * The key in a text: without line ends, no-break spaces and characters that nobody sees, and without blanks around it.
     *
     * @throws IllegalArgumentException saying why there is none
     */
    static LicenseKey read(String pasted) {
        if (pasted.contains("-----BEGIN ")) {
            throw new IllegalArgumentException("This is a license file, which has a field of its own.");
        }
        if (areSeveral(pasted.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList())) {
            throw new IllegalArgumentException("There is more than one license key in the text. Use one of them.");
        }
        String key = cleaned(pasted).strip();
        int dash = firstOf(LONG_DASHES, key);
        if (dash >= 0) {
            throw new IllegalArgumentException("The character " + key.charAt(dash) + " at position " + (dash + 1)
                    + " may have been one hyphen or two. Type them.");
        }
        return new LicenseKey(key);
    }

    private static String cleaned(String pasted) {
        StringBuilder cleaned = new StringBuilder(pasted.length());
        pasted.codePoints().forEach(character -> {
            if (HYPHENS.indexOf(character) >= 0) {
                cleaned.append(HYPHEN);
            } else if (!isDropped(character)) {
                cleaned.appendCodePoint(character);
            }
        });
        return cleaned.toString();
    }

    private static boolean isDropped(int character) {
        return switch (character) {
            case '\n', '\r', 0x85, 0x2028, 0x2029, 0xA0, 0x202F, 0x2007 -> true;
            default -> Character.getType(character) == Character.FORMAT;
        };
    }

    /** A key that was wrapped has lines of different forms; keys in a list have one. */
    private static boolean areSeveral(List<String> lines) {
        return lines.size() > 1
                && lines.getFirst().indexOf(HYPHEN) > 0
                && lines.stream().map(PastedKey::form).distinct().count() == 1;
    }

    private static String form(String line) {
        StringBuilder form = new StringBuilder(line.length());
        line.chars().forEach(character -> form.append(character == HYPHEN ? HYPHEN : '.'));
        return form.toString();
    }

    private static int firstOf(String characters, String text) {
        for (int at = 0; at < text.length(); at++) {
            if (characters.indexOf(text.charAt(at)) >= 0) {
                return at;
            }
        }
        return -1;
    }
}
