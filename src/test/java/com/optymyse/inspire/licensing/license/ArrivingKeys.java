package com.optymyse.inspire.licensing.license;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.Charset;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The ways in which a license key arrives: each with its name, the text, and mostly with what comes of it. */
public final class ArrivingKeys {

    /** The sandbox has a license of this key. */
    public static final String KEY = "DEMO-CHECK-IN";

    private ArrivingKeys() {}

    public static Stream<Arguments> atOnce() {
        return Stream.of(
                arguments("as it is", KEY, KEY),
                arguments("blanks around", "  " + KEY + " ", KEY),
                arguments("line ends around", "\r\n" + KEY + "\n", KEY),
                arguments("wrapped", "DEMO-\nCHECK-IN", KEY),
                arguments("wrapped by Windows", "DEMO-CH\r\nECK-IN\r\n", KEY),
                arguments("line separator of Unicode", "DEMO-\u2028CHECK-IN", KEY),
                arguments("form feed", "DEMO-\fCHECK-IN\f", KEY),
                arguments("vertical tab", "DEMO-\u000BCHECK-IN", KEY),
                arguments("tabs around", "\t" + KEY + "\t", KEY),
                arguments("byte order mark", "\uFEFF" + KEY, KEY),
                arguments("soft hyphen", "DEMO\u00AD-CHECK-IN", KEY),
                arguments("zero-width space", "DEMO-CHECK\u200B-IN", KEY),
                arguments("mark of the writing direction", KEY + "\u200E", KEY),
                arguments("no-break spaces around", "\u00A0" + KEY + "\u00A0", KEY),
                arguments("no-break space inside", "DEMO-\u00A0CHECK-IN", KEY),
                arguments("narrow and figure spaces", "DEMO\u202F-\u2007CHECK-IN", KEY),
                arguments("ideographic space", KEY + "\u3000", KEY));
    }

    public static Stream<Arguments> hyphens() {
        return Stream.of(
                arguments("hyphens of Unicode", "DEMO\u2010CHECK\u2011IN", KEY),
                arguments("en dashes", "DEMO\u2013CHECK\u2013IN", KEY),
                arguments("figure dash and minus", "DEMO\u2012CHECK\u2212IN", KEY),
                arguments("wide and small hyphens", "DEMO\uFF0DCHECK\uFE63IN", KEY));
    }

    public static Stream<Arguments> beyondAscii() {
        return Stream.of(
                arguments("an umlaut", "B\u00FCro-7", "B\u00FCro-7"),
                arguments("another script", "\u9375-0001", "\u9375-0001"),
                arguments("a picture", "K\uD83D\uDD11-1", "K\uD83D\uDD11-1"),
                arguments("an accent of its own", "e\u0301t\u00E9-1", "e\u0301t\u00E9-1"));
    }

    public static Stream<Arguments> blanks() {
        return Stream.of(
                arguments("blanks around hyphens", "DEMO - CHECK - IN"),
                arguments("a blank behind a hyphen", "DEMO- CHECK-IN"),
                arguments("a blank in a group", "DEMO-CHE CK-IN"),
                arguments("many blanks", "DEMO-    CHECK-IN"));
    }

    public static Stream<Arguments> quotes() {
        return Stream.of(
                arguments("quotes", '"' + KEY + '"'),
                arguments("single quotes", "'" + KEY + "'"),
                arguments("back-ticks", '`' + KEY + '`'),
                arguments("a code fence", "```" + KEY + "```"),
                arguments("typographic quotes", "\u201E" + KEY + "\u201C"),
                arguments("French quotes", "\u00AB" + KEY + "\u00BB"),
                arguments("one quote", KEY + '"'));
    }

    public static Stream<Arguments> labels() {
        return Stream.of(
                arguments("label", "License key: " + KEY),
                arguments("British label", "Licence Key: " + KEY),
                arguments("short label", "Key:" + KEY),
                arguments("sentence", "Your license key is: " + KEY),
                arguments("setting", "LICENSE_KEY=" + KEY),
                arguments("label in quotes", "\"license-key\": \"" + KEY + '"'),
                arguments("number", "License key #" + KEY),
                arguments("label of the program", "\"licenseKey\": \"" + KEY + '"'),
                arguments("British label of the program", "licenceKey: " + KEY),
                arguments("setting in one word", "LICENSEKEY=" + KEY),
                arguments("label without a colon", "License key " + KEY),
                arguments("sentence without a colon", "Your license key is " + KEY + '.'));
    }

    /** As it is copied from a table. */
    public static Stream<Arguments> tabs() {
        return Stream.of(
                arguments("a label in another column", "License key\t" + KEY),
                arguments("the same with a colon", "License key:\t" + KEY),
                arguments("a whole row", "\tLicense key\t" + KEY + "\t\n"));
    }

    public static Stream<Arguments> stops() {
        return Stream.of(
                arguments("full stop", KEY + '.'),
                arguments("comma", KEY + ','),
                arguments("semicolon", KEY + " ;"),
                arguments("quotes and full stop", '"' + KEY + "\"."),
                arguments("full stop and quotes", '"' + KEY + ".\""),
                arguments("all of it", "License key: `" + KEY + "`."));
    }

    public static Stream<Arguments> noKey() {
        return Stream.of(
                arguments("nothing", "", "must not be blank"),
                arguments("nothing that is seen", " \u00A0\n\uFEFF", "must not be blank"),
                arguments("two in a list", KEY + "\nDEMO-CHECL-IN", "more than one license key"),
                arguments("three in a list", KEY + "\r\n\r\nDEMO-CHECL-IN\nDEMO-CHECM-IN\n", "more than one"),
                arguments("the same twice", KEY + '\n' + KEY, "more than one license key"),
                arguments("an em dash", "DEMO\u2014CHECK-IN", "The character \u2014 at position 5 stands for one"),
                arguments("a horizontal bar", "DEMO\u2015CHECK-IN", "stands for one or two"),
                arguments("an em dash behind a label", "Key: A\u2014B", "at position 7"),
                arguments("above our limit", "k".repeat(4097), "at most 4096 characters, this one has 4097"),
                arguments("far above it", "k".repeat(16_384), "this one has 16384"),
                arguments("a control character", "K\u0007X", "the character U+0007 at position 2"),
                arguments("a stray NUL", "DEMO-CHECK-\0IN", "the character U+0000 at position 12"),
                arguments("half a character", "K\uD83D", "the character U+D83D at position 2"),
                arguments("a certificate", "-----BEGIN CERTIFICATE-----\nAAAA", "This is a PEM file"),
                arguments("a private key", "-----BEGIN PRIVATE KEY-----\nAAAA", "This is a PEM file"));
    }

    public static Stream<Arguments> aFile() {
        String file = "-----BEGIN MACHINE FILE-----\nAAAA\n-----END MACHINE FILE-----\n";
        return Stream.of(
                        arguments("a machine file", file),
                        arguments("a license file in a letter", "Hello,\n-----BEGIN LICENSE FILE-----"),
                        arguments("with other dashes", file.replace("-----", "\u2014\u2014")),
                        arguments("with a no-break space", file.replace(" FILE", "\u00A0FILE")),
                        arguments("with zero-width spaces", file.replace("MACHINE", "MACH\u200BINE")),
                        arguments("with its first line wrapped", file.replace(" FILE", "\nFILE")),
                        arguments("the same by Windows", "-----BEGIN LICENSE\r\nFILE-----\r\nAAAA"),
                        arguments("the same behind a blank", "-----BEGIN \nMACHINE FILE-----\nAAAA"),
                        arguments("without its first line", "AAAA\n-----END MACHINE FILE-----\n"),
                        arguments("without the first line of the other kind", "AAAA\n-----END LICENSE FILE-----"),
                        arguments("without its last line", "-----BEGIN MACHINE FILE-----\nAAAA"),
                        arguments("the server's answer", "{\"certificate\":\"" + file.replace("\n", "\\n") + "\"}"),
                        arguments("the base64 of a file", base64(file)),
                        arguments("the base64 of the other kind", base64(file.replace("MACHINE", "LICENSE"))),
                        arguments("base64 behind a byte order mark", "\uFEFF" + base64(file)),
                        arguments("base64 behind an invisible character", "\u200B " + base64(file)),
                        arguments("base64 in quotes", '"' + base64(file) + '"'),
                        arguments("base64 of a file with a byte order mark", base64("\uFEFF" + file)))
                .map(way -> arguments(way.get()[0], way.get()[1], "This is a license file"));
    }

    /** As a browser and the commands read them: as UTF-8, with U+FFFD for what it is not. */
    public static Stream<Arguments> binary() {
        return Stream.of(
                        arguments("an archive", "PK\u0003\u0004\u0014\0\b\b\b\0\u00FF\u00FE"),
                        arguments("an office document", "PK\u0003\u0004\u0014\0\u0006\0\b\0[Content_Types].xml"),
                        arguments("a picture", "\u0089PNG\r\n\u001A\n\0\0\0\rIHDR"),
                        arguments("another picture", "\u00FF\u00D8\u00FF\u00E0\0\u0010JFIF\0\1"))
                .map(row -> arguments(
                        row.get()[0],
                        read((String) row.get()[1], ISO_8859_1),
                        "This is a binary file and no license key."));
    }

    /** Read in the same way. */
    public static Stream<Arguments> otherEncodings() {
        return Stream.of(
                arguments("big-endian", read(KEY, UTF_16BE), "is encoded in UTF-16"),
                arguments("little-endian", read(KEY + "\r\n", UTF_16LE), "is encoded in UTF-16"),
                arguments("with a byte order mark", read(KEY, UTF_16), "is encoded in UTF-16"),
                arguments("a license file", read("-----BEGIN MACHINE FILE-----", UTF_16), "is encoded in UTF-16"),
                arguments("with a letter of Poland", read("\u0105" + KEY, UTF_16), "is encoded in UTF-16"),
                arguments("Latin-1", read("B\u00FCro-7", ISO_8859_1), "is not encoded in UTF-8"),
                arguments("Latin-1 in a label", read("Schl\u00FCssel: " + KEY, ISO_8859_1), "is not encoded in UTF-8"));
    }

    /** Of several lines without a hyphen, with what is said where the one key of them is not the right one. */
    public static Stream<Arguments> lines() {
        String two = " The 2 lines of the text were read as one key. If they are several keys, use one of them.";
        return Stream.of(
                arguments("one line", "AB12CD34\r\n\r\n", ""),
                arguments("two keys without hyphens", "AB12CD34\nEF56GH78", two),
                arguments("the same twice", "AB12CD34\r\nAB12CD34\r\n", two),
                arguments("a blank line between", "AB12CD34\n \u00A0\n\nEF56GH78", two),
                arguments("line separator of Unicode", "AB12CD34\u2028EF56GH78", two),
                arguments("three keys", "AB12CD34\nEF56GH78\rIJ90KL12", two.replace('2', '3')),
                arguments("a wrapped key with hyphens", "33362C-\nD254BA-V3", two),
                arguments("with a label", "Key: AB12CD34\nEF56GH78.", two));
    }

    public static Stream<Arguments> severalInALine() {
        return Stream.of(
                arguments("blank between", KEY + " DEMO-CHECL-IN"),
                arguments("comma between", KEY + ",DEMO-CHECL-IN"),
                arguments("comma and blank", KEY + ", DEMO-CHECL-IN"),
                arguments("semicolon between", KEY + ";DEMO-CHECL-IN"));
    }

    private static String read(String text, Charset charset) {
        return new String(text.getBytes(charset), UTF_8);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
