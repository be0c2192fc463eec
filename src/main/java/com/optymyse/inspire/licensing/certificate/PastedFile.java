package com.optymyse.inspire.licensing.certificate;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Undoes what a way of copying does to text without changing what it says. Each step looks at each character once. */
final class PastedFile {

    private static final String AROUND = "\"'`";

    private PastedFile() {}

    /** The text without characters that nobody sees, with one kind of blank and one kind of line end. */
    static String tidied(String text) {
        StringBuilder tidied = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (isLineEnd(character)) {
                tidied.append('\n');
            } else if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
                tidied.append(' ');
            } else if (Character.getType(character) != Character.FORMAT) {
                tidied.appendCodePoint(character);
            }
        });
        return tidied.toString();
    }

    /**
     * The characters between a frame's lines: without blanks and line ends, the characters that mail puts in front of
     * what it quotes, and line ends that are written as a backslash and a letter.
     */
    static String bodyOf(String tidied) {
        StringBuilder body = new StringBuilder(tidied.length());
        boolean lineBegins = true;
        for (int at = 0; at < tidied.length(); at++) {
            char character = tidied.charAt(at);
            if (isWrittenLineEnd(tidied, at)) {
                at++;
                lineBegins = true;
            } else if (character == '\n') {
                lineBegins = true;
            } else if (character != ' ' && !(lineBegins && character == '>')) {
                body.append(character);
                lineBegins = false;
            }
        }
        return body.toString();
    }

    /** Decodes a text that is a whole file in base64, and tidies the result; empty for any other text. */
    static Optional<String> decodedOnce(String tidied) {
        String body = withoutQuotes(bodyOf(tidied));
        try {
            byte[] bytes = Base64.getDecoder().decode(body);
            return Optional.of(tidied(new String(bytes, StandardCharsets.UTF_8)))
                    .filter(text -> text.stripLeading().startsWith("-----BEGIN "));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static boolean isLineEnd(int character) {
        return switch (character) {
            case '\n', '\r', '\f', 0x0B, 0x85, 0x2028, 0x2029 -> true;
            default -> false;
        };
    }

    private static boolean isWrittenLineEnd(String text, int at) {
        return text.charAt(at) == '\\'
                && at + 1 < text.length()
                && (text.charAt(at + 1) == 'n' || text.charAt(at + 1) == 'r');
    }

    /** A text without the quotes and back-ticks around it. */
    static String withoutQuotes(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && AROUND.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && AROUND.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }
}
