package com.optymyse.inspire.licensing.certificate;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * The ways in which a license file arrives. Each has a name, and either a change of the text or a text and the error about
 * it.
 *
 * @param text a machine file
 * @param other another license file
 * @param key the license key of it
 */
public record ArrivingFiles(String text, String other, String key) {

    private static final String BEGIN = "-----BEGIN MACHINE FILE-----";
    private static final String END = "-----END MACHINE FILE-----";

    /** What is read as the file, by kind. */
    public Stream<Stream<Arguments>> whole() {
        return Stream.of(
                lineEnds(), invisible(), aroundIt(), wrapped(), quoted(), inTheServersAnswer(), encodedOnceMore());
    }

    public Stream<Arguments> lineEnds() {
        return Stream.of(
                way("as the vendor wrote it", text -> text),
                way("Windows", text -> text.replace("\n", "\r\n")),
                way("old Macintosh", text -> text.replace('\n', '\r')),
                way("one line end of another kind", text -> text.replaceFirst("\n", "\r")),
                way("line separators of Unicode", text -> text.replace('\n', '\u2028')),
                way("mainframe", text -> text.replace('\n', '\u0085')),
                way("form feeds", text -> text.replace('\n', '\f')),
                way("no last line end", String::stripTrailing));
    }

    public Stream<Arguments> invisible() {
        return Stream.of(
                way("byte order mark", text -> "\uFEFF" + text),
                way("byte order mark and Windows", text -> "\uFEFF\r\n" + text.replace("\n", "\r\n")),
                way("zero-width spaces at line ends", text -> text.replace("\n", "\u200B\n")),
                way("soft hyphens", text -> text.replaceFirst("\n(.....)", "\n$1\u00AD")),
                way("marks of the writing direction", text -> "\u200E" + text.replace("\n", "\u200F\n")),
                way("a mark inside of the first line", text -> text.replaceFirst("MACHINE", "MACHINE\u200D")),
                way("no-break space in the frame", text -> text.replace("MACHINE FILE", "MACHINE\u00A0FILE")));
    }

    public Stream<Arguments> aroundIt() {
        return Stream.of(
                way("blanks and lines", text -> "\n\n  " + text + "\t \r\n\n"),
                way("a letter", text -> "Your file:\n\n" + text + "\nThank you.\n"),
                way("a letter in the same line", text -> "File: " + text.stripTrailing() + " Regards"),
                way("a code fence", text -> "```\n" + text + "```\n"),
                way("a code fence with a language", text -> "```text\n" + text + "```"),
                way("quotes", text -> '"' + text.stripTrailing() + '"'),
                way("typographic quotes", text -> "„" + text.stripTrailing() + "“"),
                way("a here document", text -> "cat > file.lic <<'END'\n" + text + "END\n"));
    }

    public Stream<Arguments> wrapped() {
        return Stream.of(
                way("one line", text -> text.replace("\n", "")),
                way("one line with blanks", text -> text.replace('\n', ' ').strip()),
                way("line ends written out", text -> text.replace("\n", "\\n")),
                way("line ends of Windows written out", text -> text.replace("\n", "\\r\\n")),
                way("lines of 76", text -> wrapped(text, 76)),
                way("lines of 20", text -> wrapped(text, 20)),
                way("the content in one line", text -> wrapped(text, text.length())),
                way("a blank line between all", text -> text.replace("\n", "\n\n")),
                way("a blank line in front of the content", text -> text.replaceFirst("\n", "\n\n")),
                way("tabs in the lines", text -> text.replaceAll("(?m)^([^-]{10})", "$1\t")));
    }

    public Stream<Arguments> quoted() {
        return Stream.of(
                way("indented", text -> text.indent(4)),
                way("indented by tabs", text -> text.replaceAll("(?m)^", "\t")),
                way("indented by no-break spaces", text -> text.replaceAll("(?m)^", "\u00A0\u00A0")),
                way("quoted in mail", text -> text.replaceAll("(?m)^", "> ")),
                way("quoted twice", text -> text.replaceAll("(?m)^", ">> ")),
                way("quoted with blanks between", text -> text.replaceAll("(?m)^", "> > ")),
                way("quoted and indented", text -> text.replaceAll("(?m)^", "  > ")));
    }

    public Stream<Arguments> inTheServersAnswer() {
        return Stream.of(
                way("the server's answer", text -> answer(json(text))),
                way("the same with escaped slashes", text -> answer(json(text).replace("/", "\\/"))),
                way("the same behind a byte order mark", text -> "\uFEFF\n" + answer(json(text)) + "\n"),
                way("the same in lines", text -> answer(json(text)).replace(",", ",\n  ")),
                way("a part of the answer", text -> answer(json(text)).substring(1)),
                way("a text of JSON", text -> '"' + json(text) + '"'));
    }

    public Stream<Arguments> encodedOnceMore() {
        return Stream.of(
                way("base64 of the file", ArrivingFiles::base64),
                way("the same in lines", text -> base64(text).replaceAll("(.{76})", "$1\n")),
                way("the same in quotes", text -> '"' + base64(text) + "\"\n"),
                way("the same of a file of Windows", text -> base64(text.replace("\n", "\r\n"))),
                way("the same of a file with a byte order mark", text -> base64("\uFEFF" + text)));
    }

    /** What is refused, by kind. */
    public Stream<Stream<Arguments>> malformed() {
        return Stream.of(
                notWhole(),
                sharedDashes(),
                nested(),
                changed(),
                notAFile(),
                names(),
                otherDocuments(),
                otherEncodings());
    }

    public Stream<Arguments> notWhole() {
        return Stream.of(
                arguments("no first line", text.replace(BEGIN, ""), "Its beginning is missing"),
                arguments("cut at its begin", text.substring(10), "Its beginning is missing"),
                arguments("no last line", text.replace(END, ""), "Its end is missing"),
                arguments("cut at its end", text.substring(0, text.length() - 10), "Its end is missing"),
                arguments("the frame turned round", END + "\nAAAA\n" + BEGIN, "do not belong together"),
                arguments("the end of another", text.replace("END MACHINE", "END LICENSE"), "do not belong together"),
                arguments("the same twice", text + text, "more than one license file"),
                arguments("two in a letter", "One:\n" + text + "Another:\n" + other, "more than one"),
                arguments("nothing between", BEGIN + "\n" + END, "content is damaged"),
                arguments("a line lost", text.replaceFirst("\n.*\n", "\n"), "content is damaged"),
                arguments(
                        "a first line that was wrapped",
                        text.replace("MACHINE FILE", "MACHINE\nFILE"),
                        "is broken in two"),
                arguments(
                        "the same, quoted",
                        BEGIN.replace(" FILE", "\n> FILE") + "\n> AAAA\n> " + END,
                        "is broken in two"),
                arguments("the same as mail flows", text.replace("MACHINE FILE", "MACHINE \nFILE"), "is broken in two"),
                arguments("a last line as mail flows", text.replace("-----END ", "-----END \n"), "is broken in two"),
                arguments(
                        "a last line that was wrapped", text.replace("-----END ", "-----END\r\n"), "is broken in two"));
    }

    /** The end begins with the dashes that the beginning ends with. */
    public Stream<Arguments> sharedDashes() {
        return IntStream.rangeClosed(5, 9)
                .mapToObj(dashes -> BEGIN.replace("-----", "") + "-".repeat(dashes) + END.replace("-----", ""))
                .map(lines -> "-----" + lines + "-----")
                .flatMap(text -> Stream.of(
                        arguments(text, text, "do not belong together"),
                        arguments("base64 of " + text, base64(text), "do not belong together"),
                        arguments("the server's answer with " + text, answer(text), "do not belong together")));
    }

    public Stream<Arguments> nested() {
        return Stream.of(
                arguments("base64 of base64", base64(base64(text)), "It has no lines"),
                arguments("base64 of the server's answer", base64(answer(json(text))), "It has no lines"),
                arguments(
                        "base64 of it in a code fence",
                        base64("```json\n" + answer(json(text)) + "```"),
                        "It has no lines"),
                arguments("base64 of a part of it", base64(answer(json(text)).substring(1)), "It has no lines"),
                arguments("base64 of a letter", base64("Your file:\n" + text), "It has no lines"),
                arguments("JSON in JSON", answer(json(answer(json(text)))), "like a response of the licensing server"),
                arguments(
                        "base64 in the server's answer",
                        answer(base64(text)),
                        "like a response of the licensing server"));
    }

    public Stream<Arguments> changed() {
        return Stream.of(
                arguments("long dashes", text.replace("-----", "—--"), "changed the dashes"),
                arguments("two long dashes and a hyphen", text.replace("-----", "——-"), "changed the dashes"),
                arguments("a long dash in the first line alone", text.replaceFirst("--", "—"), "changed the dashes"),
                arguments(
                        "a long dash in the last line alone",
                        text.replaceFirst("-----END", "—---END"),
                        "changed the dashes"),
                arguments("a long dash in a letter", "Hello \u2014\n" + text.replace(END, ""), "Its end is missing"),
                arguments(
                        "a hyphen lost at the end", text.stripTrailing().replaceFirst("-$", ""), "Its end is missing"),
                arguments(
                        "minus signs in the last line alone",
                        text.replaceFirst("-----END", "\u2212\u2212\u2212\u2212\u2212END"),
                        "changed the dashes"),
                arguments("middle dashes", text.replace("--", "–"), "changed the dashes"),
                arguments("no dashes", text.replace("-", ""), "changed the dashes"),
                arguments("typographic quotes inside", inside("“"), "has changed its characters"),
                arguments("an ellipsis for dots", inside("…"), "the character …"),
                arguments("tags for line ends", text.replace("\n", "<br>\n"), "HTML"),
                arguments("tags around lines", text.replaceAll("(?m)^(.+)$", "<p>$1</p>"), "HTML"),
                arguments("entities for blanks", text.replaceAll("(?m)^", "&nbsp;"), "HTML"),
                arguments("soft line breaks", text.replaceAll("(?m)^([A-Za-z0-9+/]{50})", "$1=\n"), "quoted-printable"),
                arguments("an encoded equals sign", inside("=3D"), "quoted-printable"),
                arguments("numbered lines", numbered(". "), "line numbers"),
                arguments("lines numbered by an editor", numbered("  "), "line numbers"),
                arguments("lines numbered with a colon", numbered(":"), "line numbers"),
                arguments("a star inside", inside("*"), "Line 1 of its content has the character *"),
                arguments("a letter of another language", inside("é"), "the character é"),
                arguments("a control character", inside("\u0007"), "a character that can't be printed"));
    }

    public Stream<Arguments> notAFile() {
        return Stream.of(
                aKey("DEMO-X"),
                aKey("License key DEMO-X"),
                aKey("Your license key is DEMO-X"),
                aKey("Your license key is \"DEMO-X\"."),
                aKey("key/" + "eyJh".repeat(100) + ".c2ln=="),
                aKey("License key: key/" + "eyJh".repeat(100) + ".c2ln=="),
                aKey("Your license key is key/" + "eyJh".repeat(100) + ".c2ln=="),
                arguments("a short letter", "Your license is attached.", "It has no lines"),
                arguments("a word as long as no key", "A1".repeat(200), "It has no lines"),
                arguments("nothing", "", "The text is empty"),
                arguments("nothing that is seen", " \u00A0\n\uFEFF", "The text is empty"),
                arguments("a license key", key, "looks like a license key"),
                arguments("a key with a label", "License key: " + key, "looks like a license key"),
                arguments(
                        "a key in quotes with a label",
                        "Your license key is: \"" + key + "\".",
                        "looks like a license key"),
                arguments("a key below its label", "License key:\r\n\r\n" + key + "\r\n", "looks like a license key"),
                arguments("a letter with a key", "Dear customer, the key: AB12-CD34", "It has no lines"),
                arguments("a name with a label", "License: /tmp/inspire.lic", "name of a file"),
                arguments("a key that begins like an archive", "PK12-3456-7890", "looks like a license key"),
                arguments("a public key", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----", "a public key"),
                arguments("a bare public key", "c6225a5a".repeat(8), "a public key"),
                arguments(
                        "a private key",
                        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                        "a private key"),
                arguments("a request of SSH", "-----BEGIN SSH SIGNATURE-----\nAAAA", "PEM file of another kind"),
                arguments("a web page", "<!doctype html><html></html>", "web page"),
                arguments("other JSON", "{\"data\":{\"attributes\":{}}}", "like a response of the licensing server"),
                arguments(
                        "the file under another name",
                        "{\"file\":\"" + json(text) + "\"}",
                        "like a response of the licensing server"),
                arguments("a letter", "Dear customer, your license is attached.", "It has no lines"));
    }

    public Stream<Arguments> names() {
        return Stream.of(
                        "C:\\Users\\admin\\inspire.lic",
                        "\"C:\\Users\\a\\inspire.lic\"",
                        "\"C:\\Users\\a b\\Inspire license.lic\"",
                        "C:\\Program Files\\inspire",
                        "d:/licenses/inspire",
                        "\\\\server\\share\\license file",
                        "~\\inspire",
                        ".\\inspire",
                        "..\\inspire",
                        "~/inspire",
                        "./inspire",
                        "../inspire",
                        "'/home/admin/my license'",
                        "/home/admin/inspire.lic",
                        "INSPIRE.LIC",
                        "Inspire license.Lic",
                        "`inspire.lic`",
                        "file:///tmp/inspire.lic")
                .map(name -> arguments(name, name, "name of a file"));
    }

    public Stream<Arguments> otherDocuments() {
        return Stream.of(
                arguments("a certificate of TLS", "-----BEGIN CERTIFICATE-----\nAAAA", "X.509"),
                arguments(
                        "one with a letter",
                        "See:\n-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
                        "X.509"),
                arguments("one that is quoted", "> -----BEGIN CERTIFICATE-----\n> AAAA", "X.509"),
                arguments("a request for one", "-----BEGIN CERTIFICATE REQUEST-----\nAAAA", "X.509"),
                arguments("a token", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.c2ln", "access token (JWT)"),
                arguments("a token in quotes", "\"eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.c2ln\"", "access token (JWT)"),
                arguments("a token without a signature", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.", "access token (JWT)"),
                arguments("a document", "%PDF-1.7\n1 0 obj", "PDF"),
                arguments("a document as the page reads it", "%PDF-1.4\n%\uFFFD\uFFFD\uFFFD\uFFFD\n1 0 obj", "PDF"),
                arguments("a document behind a byte order mark", "\uFEFF%PDF-2.0\r\n", "PDF"),
                arguments("an archive", "PK\u0003\u0004\u0014", "ZIP"),
                arguments("an archive as the page reads it", "PK\u0003\u0004\u0014\0\b\b\b\0\uFFFD\uFFFD", "ZIP"),
                arguments(
                        "a document of a word processor",
                        "PK\u0003\u0004\u0014\0\u0006\0\b\0[Content_Types].xml",
                        "ZIP"),
                arguments(
                        "a picture", read("\u0089PNG\r\n\u001A\n\0\0\0\rIHDR", StandardCharsets.ISO_8859_1), "binary"),
                arguments(
                        "another picture",
                        read("\u00FF\u00D8\u00FF\u00E0\0\u0010JFIF\0\1", StandardCharsets.ISO_8859_1),
                        "binary"));
    }

    /** As a browser and {@code file verify} read them: as UTF-8, with U+FFFD for what it is not. */
    public Stream<Arguments> otherEncodings() {
        return Stream.of(
                arguments("big-endian", read(text, StandardCharsets.UTF_16BE), "It is encoded in UTF-16"),
                arguments("with a byte order mark", read(text, StandardCharsets.UTF_16), "It is encoded in UTF-16"),
                arguments("little-endian", read(text, StandardCharsets.UTF_16LE), "It is encoded in UTF-16"),
                arguments(
                        "with a letter of Poland",
                        read("\u0105\n" + text, StandardCharsets.UTF_16),
                        "It is encoded in UTF-16"),
                arguments(
                        "by a text editor",
                        read("\uFEFF" + text, StandardCharsets.UTF_16LE),
                        "It is encoded in UTF-16"),
                arguments(
                        "of Windows",
                        read(text.replace("\n", "\r\n"), StandardCharsets.UTF_16LE),
                        "It is encoded in UTF-16"),
                arguments(
                        "a letter in Latin-1",
                        read("Schl\u00FCssel anbei", StandardCharsets.ISO_8859_1),
                        "It is not encoded in UTF-8"),
                arguments(
                        "a word in Latin-1",
                        read("B\u00FCro-7", StandardCharsets.ISO_8859_1),
                        "It is not encoded in UTF-8"));
    }

    private static Arguments aKey(String arrived) {
        return arguments(arrived, arrived, "looks like a license key");
    }

    private static Arguments way(String name, UnaryOperator<String> change) {
        return arguments(name, change);
    }

    private static String wrapped(String text, int columns) {
        return TestFile.framed(
                CertificateKind.MACHINE,
                Math.ceilDiv(columns, 4) * 4,
                new String(
                        Base64.getDecoder().decode(text.replaceAll("-----.*-----|\\s", "")), StandardCharsets.UTF_8));
    }

    private String inside(String added) {
        return text.replaceFirst("\n(.....)", "\n$1" + added);
    }

    private String numbered(String behind) {
        List<String> lines = text.lines().toList();
        return IntStream.range(0, lines.size())
                .mapToObj(line -> line + 1 + behind + lines.get(line))
                .collect(Collectors.joining("\n"));
    }

    private static String read(String text, Charset charset) {
        return new String(text.getBytes(charset), StandardCharsets.UTF_8);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static String answer(String certificate) {
        return "{\"data\":{\"id\":\"1\",\"type\":\"machine-files\",\"attributes\":{\"certificate\":\"" + certificate
                + "\",\"ttl\":1209600}},\"meta\":{\"ts\":\"2026-11-01T10:00:00.000Z\"}}";
    }
}
