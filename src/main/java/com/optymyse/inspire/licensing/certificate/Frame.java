package com.optymyse.inspire.licensing.certificate;

/**
 * Where a license file stands in a text.
 *
 * @param kind what its first and last line say it is
 * @param begin where its content begins
 * @param end where its content ends
 */
record Frame(CertificateKind kind, int begin, int end) {

    /** Whether a text has a first or last line of any kind of file. */
    static boolean hasAny(String text) {
        return lines(text) > 0;
    }

    /**
     * The one frame of a text; what stands around it does not count.
     *
     * @throws MalformedDocument when there is none, or more than one, even of the same file
     */
    static Frame find(String text) throws MalformedDocument {
        int begins = 0;
        int ends = 0;
        Frame found = null;
        for (CertificateKind kind : CertificateKind.values()) {
            begins += count(text, kind.beginLine());
            ends += count(text, kind.endLine());
            int begin = text.indexOf(kind.beginLine());
            // Behind it: the two may share dashes.
            int end = text.indexOf(
                    kind.endLine(), begin < 0 ? 0 : begin + kind.beginLine().length());
            if (begin >= 0 && end >= 0) {
                found = new Frame(kind, begin + kind.beginLine().length(), end);
            }
        }
        if (begins + ends < 2 && lines(joined(text)) > begins + ends) {
            throw new MalformedDocument(
                    "Its first or its last line is broken in two. Join the parts, or copy it from the original file.");
        }
        if (begins == 0 && ends == 0) {
            throw new MalformedDocument(OtherText.sentence(text));
        }
        if (begins > 1 || ends > 1) {
            throw new MalformedDocument("There is more than one license file in the text. Use one of them.");
        }
        if (found == null) {
            throw new MalformedDocument(
                    OtherText.hasOtherDashes(text) ? OtherText.CHANGED_DASHES : incomplete(begins, ends));
        }
        return found;
    }

    private static String incomplete(int begins, int ends) {
        if (begins == 0) {
            return "Its beginning is missing: the first line is -----BEGIN … FILE-----.";
        }
        return ends == 0
                ? "Its end is missing: the last line is -----END … FILE-----."
                : "Its first and its last line do not belong together.";
    }

    /** How many first and last lines a text has. */
    private static int lines(String text) {
        int lines = 0;
        for (CertificateKind kind : CertificateKind.values()) {
            lines += count(text, kind.beginLine()) + count(text, kind.endLine());
        }
        return lines;
    }

    /**
     * A text in one line. Each line end becomes one blank, with the blanks before it and what indents or quotes the next
     * line.
     */
    private static String joined(String text) {
        StringBuilder joined = new StringBuilder(text.length());
        boolean lineBegins = false;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '\n') {
                lineBegins = true;
            } else if (!lineBegins) {
                joined.append(character);
            } else if (character != ' ' && character != '>') {
                appendBlank(joined);
                joined.append(character);
                lineBegins = false;
            }
        }
        return joined.toString();
    }

    private static void appendBlank(StringBuilder joined) {
        if (joined.isEmpty() || joined.charAt(joined.length() - 1) != ' ') {
            joined.append(' ');
        }
    }

    private static int count(String text, String line) {
        int count = 0;
        for (int at = text.indexOf(line); at >= 0; at = text.indexOf(line, at + line.length())) {
            count++;
        }
        return count;
    }
}
