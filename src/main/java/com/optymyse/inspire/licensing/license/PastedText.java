package com.optymyse.inspire.licensing.license;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a text says about the license key in it: pure decisions of {@link PastedKey}, each in one look at each character. */
final class PastedText {

    static final String SEVERAL = "There is more than one license key in the text. Use one of them.";

    /** What the first and the last lines of license files say, without their dashes. */
    private static final List<String> LINES_OF_A_FILE =
            List.of("BEGIN LICENSE FILE", "BEGIN MACHINE FILE", "END LICENSE FILE", "END MACHINE FILE");

    /** How the base64 of a license file begins, and of a machine file. */
    private static final List<String> BASE64_OF_A_FILE =
            List.of("LS0tLS1CRUdJTiBMSUNFTlNF", "LS0tLS1CRUdJTiBNQUNISU5F");

    private static final String BASE64_OF_A_BYTE_ORDER_MARK = "77u/";

    /** What stands for bytes that are no UTF-8. */
    private static final char NOT_UTF_8 = '\uFFFD';

    /**
     * The byte order mark of UTF-16 becomes two replacement characters in UTF-8. A text with more of them is usually a
     * picture.
     */
    private static final Pattern BYTE_ORDER_MARK_OF_UTF_16 = Pattern.compile("\uFFFD{2}(?!\uFFFD)");

    /**
     * The share of zeros from which a text is UTF-16: one in four characters, as in a key of one letter after the byte
     * order mark.
     */
    private static final int LEAST_SHARE_OF_ZEROS = 4;

    private static final char NEXT_LINE = '\u0085';

    private static final char HYPHEN = '-';
    private static final String HYPHENS = "\u2010\u2011\u2012\u2013\u2212\uFE63\uFF0D";
    private static final String LONG_DASHES = "\u2014\u2015";
    private static final String QUOTES = "\"'`\u201C\u201D\u201E\u2018\u2019\u201A\u00AB\u00BB\u2039\u203A";
    private static final String STOPS = ".,;";

    /** Each may end a label. */
    private static final String SIGNS = ":=#";

    /** The words of a label in front of a key. */
    private static final Set<String> LABEL = Set.of(
            "license",
            "licence",
            "your",
            "the",
            "key",
            "code",
            "is",
            "no",
            "number",
            "serial",
            "product",
            "inspire",
            "licensekey",
            "licencekey");

    private PastedText() {}

    /** Whether a text is a license file, also with changed dashes or as a whole in base64. */
    static boolean isLicenseFile(String pasted) {
        String text = seen(pasted);
        String start = unquoted(text.strip());
        String base64 = start.startsWith(BASE64_OF_A_BYTE_ORDER_MARK)
                ? start.substring(BASE64_OF_A_BYTE_ORDER_MARK.length())
                : start;
        return LINES_OF_A_FILE.stream().anyMatch(text::contains)
                || BASE64_OF_A_FILE.stream().anyMatch(base64::startsWith);
    }

    /**
     * Refuses a text that was read in another encoding than it was written in.
     *
     * @throws IllegalArgumentException naming the encoding to save it in, or saying that it is no text
     */
    static void requireUtf8(String pasted) {
        if (isUtf16(pasted)) {
            throw new IllegalArgumentException("The license key is encoded in UTF-16. Save it in UTF-8, or type it.");
        }
        boolean isUndecoded = pasted.indexOf(NOT_UTF_8) >= 0;
        if ((isUndecoded || pasted.indexOf('\0') >= 0) && hasControls(pasted)) {
            throw new IllegalArgumentException("This is a binary file and no license key.");
        }
        if (isUndecoded) {
            throw new IllegalArgumentException(
                    "The license key is not encoded in UTF-8. Save it in UTF-8, or type it.");
        }
    }

    /**
     * Whether a text is UTF-16, where every second byte of a Latin text is zero. Controls alone may also be halves of
     * letters, behind a byte order mark.
     */
    private static boolean isUtf16(String pasted) {
        long zeros = pasted.chars().filter(character -> character == '\0').count();
        return zeros > 0
                && zeros * LEAST_SHARE_OF_ZEROS >= pasted.length()
                && (BYTE_ORDER_MARK_OF_UTF_16.matcher(pasted).lookingAt() || !hasControls(pasted));
    }

    /** Whether a text has controls that no text needs; zeros do not count. */
    private static boolean hasControls(String pasted) {
        return pasted.chars()
                .anyMatch(character -> character != '\0'
                        && Character.isISOControl(character)
                        && !Character.isWhitespace(character)
                        && character != NEXT_LINE);
    }

    /** Whether a text is another PEM file, for example a certificate or the key of a server. */
    static boolean isOtherPem(String pasted) {
        return pasted.contains("-----BEGIN ");
    }

    /**
     * The one key in a text, as it stands.
     *
     * @throws IllegalArgumentException saying why there is none
     */
    static String requireOneKey(String pasted) {
        if (areSeveral(lines(pasted))) {
            throw new IllegalArgumentException(SEVERAL);
        }
        String key = withoutTheInvisible(pasted).strip();
        int dash = firstOf(LONG_DASHES, key);
        if (dash >= 0) {
            throw new IllegalArgumentException("The character " + key.charAt(dash) + " at position "
                    + (key.codePointCount(0, dash) + 1) + " stands for one or two hyphens. Type the hyphens yourself.");
        }
        return key;
    }

    /** The lines that have anything in them. */
    static List<String> lines(String pasted) {
        return Arrays.stream(pasted.split("\\R", -1))
                .map(line -> withoutTheInvisible(line).strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** The key without a label, quotes, a full stop and blanks. A key could hold these, but usually does not. */
    static String withoutWhatIsAroundAndBlanks(String key) {
        return withoutWhatIsAround(key).replace(" ", "");
    }

    /**
     * The key without a label, quotes and a full stop; blanks inside it stay. Each word of a label takes a look at the
     * rest, so that only short texts are fit for it.
     */
    static String withoutWhatIsAround(String key) {
        String rest = key;
        String before;
        do {
            before = rest;
            rest = unquoted(withoutLabel(withoutStop(rest.strip()).strip()).strip());
        } while (!rest.equals(before));
        return rest;
    }

    /** Whether a line has several keys in a row: words of one form, with a hyphen in each. */
    static boolean areSeveralInALine(String key) {
        return areSeveral(Arrays.stream(key.split("[ ,;|]", -1))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    /** A text as it looks in one line: with one blank for all that stand together. */
    private static String seen(String pasted) {
        StringBuilder seen = new StringBuilder(pasted.length());
        pasted.codePoints().forEach(character -> {
            if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
                appendBlank(seen);
            } else if (Character.getType(character) != Character.FORMAT) {
                seen.appendCodePoint(character);
            }
        });
        return seen.toString();
    }

    private static void appendBlank(StringBuilder seen) {
        if (seen.isEmpty() || seen.charAt(seen.length() - 1) != ' ') {
            seen.append(' ');
        }
    }

    private static String withoutTheInvisible(String pasted) {
        StringBuilder visible = new StringBuilder(pasted.length());
        pasted.codePoints().forEach(character -> {
            if (HYPHENS.indexOf(character) >= 0) {
                visible.append(HYPHEN);
            } else if (character == '\t') {
                visible.append(' ');
            } else if (!isDropped(character)) {
                visible.appendCodePoint(character);
            }
        });
        return visible.toString();
    }

    private static boolean isDropped(int character) {
        return switch (character) {
            case ' ' -> false;
            case '\n', '\r', '\f', 0x0B, 0x85 -> true;
            default -> Character.isSpaceChar(character) || Character.getType(character) == Character.FORMAT;
        };
    }

    private static String withoutStop(String text) {
        int end = text.length();
        while (end > 0 && STOPS.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }

    private static String unquoted(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && QUOTES.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && QUOTES.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }

    private static String withoutLabel(String text) {
        return behindLabel(text).orElseGet(() -> withoutFirstWord(text));
    }

    /** Without a word of a label at the beginning, unless a hyphen makes it a part of the key. */
    private static String withoutFirstWord(String text) {
        int blank = text.indexOf(' ');
        if (blank < 0 || !LABEL.contains(text.substring(0, blank).toLowerCase(Locale.ROOT))) {
            return text;
        }
        String rest = text.substring(blank).strip();
        return rest.charAt(0) == HYPHEN ? text : rest;
    }

    /** What stands behind the first sign, where in front of it are words of a label and nothing else. */
    static Optional<String> behindLabel(String text) {
        int sign = firstOf(SIGNS, text);
        return sign >= 0 && isLabel(text.substring(0, sign)) ? Optional.of(text.substring(sign + 1)) : Optional.empty();
    }

    private static boolean isLabel(String text) {
        List<String> words = Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        return !words.isEmpty() && LABEL.containsAll(words);
    }

    /**
     * A key that was wrapped has lines of different forms; keys in a list have one. Without a hyphen no form tells them
     * apart.
     */
    private static boolean areSeveral(List<String> parts) {
        return parts.size() > 1
                && parts.getFirst().indexOf(HYPHEN) > 0
                && parts.stream().map(PastedText::form).distinct().count() == 1;
    }

    private static String form(String part) {
        StringBuilder form = new StringBuilder(part.length());
        part.chars().forEach(character -> form.append(character == HYPHEN ? HYPHEN : '.'));
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
