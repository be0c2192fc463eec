package com.optymyse.inspire.licensing.certificate;

import java.util.List;

/** Names what a program has done to the text between a license file's first and last line, where that can't be undone. */
final class DamagedText {

    private static final String LETTERS_OF_BASE64 = "+/=";

    private DamagedText() {}

    /** @throws MalformedDocument naming the damage, when the text can't be base64 any more */
    static void requireNone(String body) throws MalformedDocument {
        if (body.indexOf('<') >= 0 || body.contains("&nbsp;")) {
            throw new MalformedDocument("It was copied with HTML in it, such as <br>. Copy the plain text.");
        }
        List<String> lines =
                body.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (areNumbered(lines)) {
            throw new MalformedDocument("Its lines begin with their numbers. Copy it without the line numbers.");
        }
        if (isQuotedPrintable(PastedFile.bodyOf(body))) {
            throw new MalformedDocument(
                    "A mail program has encoded it (quoted-printable). Save the attachment, or have it sent in a ZIP archive.");
        }
        for (int line = 0; line < lines.size(); line++) {
            requireBase64(lines.get(line), line + 1);
        }
    }

    private static void requireBase64(String line, int number) throws MalformedDocument {
        String clean = PastedFile.bodyOf(line);
        for (int at = 0; at < clean.length(); at++) {
            char character = clean.charAt(at);
            if (character >= 0x80 && !Character.isLetterOrDigit(character)) {
                throw new MalformedDocument("A word processor or mail program has changed its characters: line "
                        + number + " of its content has " + quoted(character) + ". Copy it from the original file.");
            }
            if (!isBase64(character)) {
                throw new MalformedDocument(
                        "Line " + number + " of its content has " + quoted(character) + ", which no license file has.");
            }
        }
    }

    /** In base64 an equals sign stands at the end alone; mail has it at the ends of lines and before what it encodes. */
    private static boolean isQuotedPrintable(String content) {
        int at = content.indexOf('=');
        return at >= 0 && content.chars().skip(at).anyMatch(character -> character != '=');
    }

    private static boolean areNumbered(List<String> lines) {
        if (lines.size() < 2) {
            return false;
        }
        int first = numberOf(lines.getFirst());
        for (int line = 0; line < lines.size(); line++) {
            if (first < 0 || numberOf(lines.get(line)) != first + line) {
                return false;
            }
        }
        return true;
    }

    /** The number at the beginning of a line that no base64 character follows; otherwise negative. */
    private static int numberOf(String line) {
        int end = 0;
        int number = 0;
        while (end < line.length() && end < 6 && Character.isDigit(line.charAt(end))) {
            number = number * 10 + Character.digit(line.charAt(end), 10);
            end++;
        }
        return end > 0 && (end == line.length() || !isBase64(line.charAt(end))) ? number : -1;
    }

    private static boolean isBase64(char character) {
        return character < 0x80 && (Character.isLetterOrDigit(character) || LETTERS_OF_BASE64.indexOf(character) >= 0);
    }

    private static String quoted(char character) {
        return Character.isISOControl(character) || Character.isSurrogate(character)
                ? "a character that can't be printed"
                : "the character " + character;
    }
}
