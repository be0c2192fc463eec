package com.optymyse.inspire.licensing.certificate;

import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.PastedKey;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says what a text is that has no license file in it, so that whoever pasted it knows what to look for. */
final class OtherText {

    /** What is said of a text that may be a license key. */
    static final String LICENSE_KEY = "It looks like a license key. Put it into the license key field.";

    private static final String UTF_16 = "It is encoded in UTF-16. Save it in UTF-8.";

    /** What is said of a text whose first or last line has other dashes than hyphens. */
    static final String CHANGED_DASHES =
            "A word processor or mail program has changed the dashes of its first or last line. Copy it from the original"
                    + " file.";

    /** The beginning of a path or of a file URL, also of a Windows path. */
    private static final Pattern BEGIN_OF_A_PATH = Pattern.compile("file:/|[A-Za-z]:[/\\\\]|(?:\\.{1,2}|~)?[/\\\\]");

    private static final String ZIP = "PK\u0003\u0004";
    private static final char NOT_UTF_8 = '\uFFFD';

    private static final int HEX_OF_A_PUBLIC_KEY = 64;
    private static final int LONGEST_KEY_SHOWN = 256;

    /** How the vendor's signed keys begin, which may be longer. */
    private static final String SIGNED_KEY = "key/";

    private static final char MINUS = '\u2212';

    /**
     * The byte order mark of UTF-16 becomes two replacement characters in UTF-8. A text with more of them is usually a
     * picture.
     */
    private static final Pattern BYTE_ORDER_MARK_OF_UTF_16 = Pattern.compile("\uFFFD{2}(?!\uFFFD)");

    private OtherText() {}

    /** @param text tidied, without any first or last line of a license file */
    static String sentence(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return "The text is empty.";
        }
        if (isBinary(stripped)) {
            return binary(stripped);
        }
        if (lines().anyMatch(line -> stripped.contains(name(line)))) {
            return CHANGED_DASHES;
        }
        if (stripped.contains("-----BEGIN ")) {
            return pem(stripped);
        }
        if (stripped.startsWith("<")) {
            return "It is a web page. Save the license file itself.";
        }
        String line = PastedFile.withoutQuotes(PastedKey.behindLabel(stripped).orElse(stripped));
        return line.indexOf('\n') < 0 ? oneLine(line) : noFrame();
    }

    /** Whether the text has a first or last line whose hyphens were changed. */
    static boolean hasOtherDashes(String text) {
        return lines().anyMatch(line -> !text.contains(line) && text.contains(name(line)))
                && text.chars().anyMatch(OtherText::isOtherDash);
    }

    private static boolean isOtherDash(int character) {
        return character == MINUS || (character != '-' && Character.getType(character) == Character.DASH_PUNCTUATION);
    }

    private static Stream<String> lines() {
        return Arrays.stream(CertificateKind.values()).flatMap(kind -> Stream.of(kind.beginLine(), kind.endLine()));
    }

    private static String name(String line) {
        return line.replace("-", "");
    }

    private static boolean isBinary(String text) {
        return text.startsWith("%PDF") || text.chars().anyMatch(OtherText::isUnprintable);
    }

    private static String binary(String text) {
        if (text.startsWith("%PDF")) {
            return "It is a PDF document. Use the file that is attached to it or named in it.";
        }
        if (text.startsWith(ZIP)) {
            return "It is a ZIP archive. Unpack it and use the license file in it.";
        }
        boolean hasZeros = text.indexOf('\0') >= 0;
        // First: halves of letters look like controls.
        if (hasZeros && BYTE_ORDER_MARK_OF_UTF_16.matcher(text).lookingAt()) {
            return UTF_16;
        }
        if (text.chars().anyMatch(character -> isControl(character) && character != '\0')) {
            return "It is a binary file.";
        }
        return hasZeros ? UTF_16 : "It is not encoded in UTF-8. Save it in UTF-8.";
    }

    private static boolean isUnprintable(int character) {
        return character == NOT_UTF_8 || isControl(character);
    }

    private static boolean isControl(int character) {
        return character != '\n' && Character.isISOControl(character);
    }

    private static String pem(String text) {
        if (text.contains("-----BEGIN CERTIFICATE")) {
            return "It is an X.509 (TLS) certificate or a certificate request.";
        }
        if (text.contains("PRIVATE KEY-----")) {
            return "It is a private key, which nobody but its owner should see.";
        }
        return text.contains("PUBLIC KEY-----") ? "It is a public key." : "It is a PEM file of another kind.";
    }

    private static String oneLine(String line) {
        if (isPath(line)) {
            return "It is the name of a file. Paste the content of that file.";
        }
        if (line.indexOf(' ') < 0) {
            return oneWord(line);
        }
        return line.length() <= LicenseKey.MAX_LENGTH && isLabelledKey(PastedKey.withoutWhatIsAround(line))
                ? LICENSE_KEY
                : noFrame();
    }

    /** Whether a license key follows a label without a colon. A word of letters alone is the next word of a sentence. */
    private static boolean isLabelledKey(String rest) {
        return rest.indexOf(' ') < 0 && isKey(rest) && !rest.chars().allMatch(Character::isLetter);
    }

    private static boolean isKey(String word) {
        return word.startsWith(SIGNED_KEY)
                || (word.length() <= LONGEST_KEY_SHOWN && word.chars().anyMatch(Character::isLetterOrDigit));
    }

    private static String oneWord(String word) {
        if (word.startsWith("eyJ")
                && word.chars().filter(character -> character == '.').count() == 2) {
            return "It is an access token (JWT).";
        }
        if (word.length() == HEX_OF_A_PUBLIC_KEY && word.chars().allMatch(OtherText::isHex)) {
            return "It is a public key.";
        }
        return isKey(word) ? LICENSE_KEY : noFrame();
    }

    private static boolean isPath(String line) {
        return line.toLowerCase(Locale.ROOT).endsWith(".lic")
                || BEGIN_OF_A_PATH.matcher(line).lookingAt();
    }

    private static boolean isHex(int character) {
        return Character.digit(character, 16) >= 0;
    }

    private static String noFrame() {
        return "It has no lines " + CertificateKind.LICENSE.beginLine() + " and " + CertificateKind.LICENSE.endLine()
                + ", and no such lines of a MACHINE FILE.";
    }
}
