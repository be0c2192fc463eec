package com.optymyse.inspire.licensing.certificate;

import com.optymyse.inspire.licensing.license.PastedKey;

/** Says what a text is that has no license file in it, so that whoever pasted it knows what to look for. */
final class OtherText {

    /** What is said of a text that may be a license key. */
    static final String LICENSE_KEY = "It looks like a license key, which has a field of its own.";

    private static final int HEX_OF_A_PUBLIC_KEY = 64;
    private static final int LONGEST_KEY_SHOWN = 256;

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
        if (stripped.contains("BEGIN LICENSE FILE") || stripped.contains("BEGIN MACHINE FILE")) {
            return "A word processor or mail program has changed the dashes of its first line. Copy it from the original file.";
        }
        if (stripped.contains("-----BEGIN ")) {
            return pem(stripped);
        }
        if (stripped.startsWith("<")) {
            return "It is a web page. Save the license file itself.";
        }
        String word = PastedKey.behindLabel(stripped.replace('\n', ' ')).orElse(stripped);
        return word.indexOf('\n') < 0 && word.indexOf(' ') < 0 ? oneWord(word) : noFrame();
    }

    private static boolean isBinary(String text) {
        return text.startsWith("%PDF") || text.startsWith("PK") || text.chars().anyMatch(OtherText::isUnprintable);
    }

    private static String binary(String text) {
        if (text.startsWith("%PDF")) {
            return "It is a PDF document. Use the file that is attached to it or named in it.";
        }
        if (text.startsWith("PK")) {
            return "It is a ZIP archive. Unpack it and use the license file in it.";
        }
        return text.indexOf('\0') >= 0 ? "It is encoded in UTF-16. Save it in UTF-8." : "It is a binary file.";
    }

    private static boolean isUnprintable(int character) {
        return character == 0xFFFD || (character != '\n' && Character.isISOControl(character));
    }

    private static String pem(String text) {
        if (text.contains("-----BEGIN CERTIFICATE")) {
            return "It is an X.509 certificate, as TLS uses them.";
        }
        if (text.contains("PRIVATE KEY-----")) {
            return "It is a private key, which nobody but its owner should see.";
        }
        return text.contains("PUBLIC KEY-----") ? "It is a public key." : "It is a PEM file of another kind.";
    }

    private static String oneWord(String word) {
        if (isPath(word)) {
            return "It is the name of a file. What the file contains is needed.";
        }
        if (word.startsWith("eyJ")
                && word.chars().filter(character -> character == '.').count() == 2) {
            return "It is a JSON Web Token.";
        }
        if (word.length() == HEX_OF_A_PUBLIC_KEY && word.chars().allMatch(OtherText::isHex)) {
            return "It is a public key.";
        }
        return word.length() <= LONGEST_KEY_SHOWN && word.chars().anyMatch(Character::isLetterOrDigit)
                ? LICENSE_KEY
                : noFrame();
    }

    private static boolean isPath(String word) {
        return word.endsWith(".lic")
                || word.startsWith("/")
                || word.startsWith("./")
                || word.startsWith("~/")
                || word.startsWith("file:")
                || word.indexOf(":\\") == 1;
    }

    private static boolean isHex(int character) {
        return Character.digit(character, 16) >= 0;
    }

    private static String noFrame() {
        return "It has no lines " + CertificateKind.LICENSE.beginLine() + " and " + CertificateKind.LICENSE.endLine()
                + ", or the same of a MACHINE FILE.";
    }
}
