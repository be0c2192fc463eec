package com.optymyse.inspire.licensing.license;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes of a key in each way in which it arrives: how it is tried first, how it is tried then, or why it is none. */
class PastedKeysTest {

    /** Eight characters that are a whole key, and not the last four of a long text. */
    @ParameterizedTest
    @ValueSource(strings = {"AB12CD34", "License key: AB12CD34", "\"AB12CD34\".", "Your license key is: AB12CD34"})
    void toString_shortKeyWithWhatWasAroundIt_hiddenWhole(String pasted) {
        assertThat(PastedKey.read(pasted)).hasToString("\u2026");
    }

    private static final String KEY = "33362C-D254BA-V3";
    private final Refusal unknown = new Refusal(RefusalCode.LICENSE_KEY_UNKNOWN, "The key is not known.");
    private final Refusal notOpened = new Refusal(RefusalCode.LICENSE_FILE_NOT_OPENED, "It does not open.");

    /** Nothing is left to be tried otherwise. */
    @ParameterizedTest(name = "{0}")
    @MethodSource({"atOnce", "hyphens", "beyondAscii"})
    void read_whatNoKeyHolds_isDroppedAtOnce(String way, String text, String key) {
        PastedKey pasted = PastedKey.read(text);

        assertThat(pasted.asItStands().value()).isEqualTo(key);
        assertThat(pasted.insteadAfter(unknown)).isEmpty();
    }

    static Stream<Arguments> atOnce() {
        return Stream.of(
                arguments("as it is", KEY, KEY),
                arguments("blanks around", "  " + KEY + " ", KEY),
                arguments("line ends around", "\r\n" + KEY + "\n", KEY),
                arguments("wrapped", "33362C-\nD254BA-V3", KEY),
                arguments("wrapped by Windows", "33362C-D2\r\n54BA-V3\r\n", KEY),
                arguments("line separator of Unicode", "33362C-\u2028D254BA-V3", KEY),
                arguments("byte order mark", "\uFEFF" + KEY, KEY),
                arguments("soft hyphen", "33362C\u00AD-D254BA-V3", KEY),
                arguments("zero-width space", "33362C-D254BA\u200B-V3", KEY),
                arguments("mark of the writing direction", KEY + "\u200E", KEY),
                arguments("no-break spaces around", "\u00A0" + KEY + "\u00A0", KEY),
                arguments("no-break space inside", "33362C-\u00A0D254BA-V3", KEY),
                arguments("narrow and figure spaces", "33362C\u202F-\u2007D254BA-V3", KEY),
                arguments("ideographic space", KEY + "\u3000", KEY));
    }

    static Stream<Arguments> hyphens() {
        return Stream.of(
                arguments("hyphens of Unicode", "33362C\u2010D254BA\u2011V3", KEY),
                arguments("en dashes", "33362C\u2013D254BA\u2013V3", KEY),
                arguments("figure dash and minus", "33362C\u2012D254BA\u2212V3", KEY),
                arguments("wide and small hyphens", "33362C\uFF0DD254BA\uFE63V3", KEY));
    }

    static Stream<Arguments> beyondAscii() {
        return Stream.of(
                arguments("an umlaut", "B\u00FCro-7", "B\u00FCro-7"),
                arguments("another script", "\u9375-0001", "\u9375-0001"),
                arguments("a picture", "K\uD83D\uDD11-1", "K\uD83D\uDD11-1"),
                arguments("an accent of its own", "e\u0301t\u00E9-1", "e\u0301t\u00E9-1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"blanks", "quotes", "labels", "stops"})
    void read_whatAKeyCouldHold_countsAsItStandsFirst(String way, String text) {
        PastedKey pasted = PastedKey.read(text);

        assertThat(pasted.asItStands().value()).isEqualTo(text);
        assertThat(pasted.insteadAfter(unknown)).contains(new LicenseKey(KEY));
        assertThat(pasted.insteadAfter(notOpened)).contains(new LicenseKey(KEY));
    }

    static Stream<Arguments> blanks() {
        return Stream.of(
                arguments("blanks around hyphens", "33362C - D254BA - V3"),
                arguments("a blank behind a hyphen", "33362C- D254BA-V3"),
                arguments("a blank in a group", "33362C-D254 BA-V3"),
                arguments("many blanks", "33362C-    D254BA-V3"));
    }

    static Stream<Arguments> quotes() {
        return Stream.of(
                arguments("quotes", '"' + KEY + '"'),
                arguments("single quotes", "'" + KEY + "'"),
                arguments("back-ticks", '`' + KEY + '`'),
                arguments("a code fence", "```" + KEY + "```"),
                arguments("typographic quotes", "\u201E" + KEY + "\u201C"),
                arguments("French quotes", "\u00AB" + KEY + "\u00BB"),
                arguments("one quote", KEY + '"'));
    }

    static Stream<Arguments> labels() {
        return Stream.of(
                arguments("label", "License key: " + KEY),
                arguments("British label", "Licence Key: " + KEY),
                arguments("short label", "Key:" + KEY),
                arguments("sentence", "Your license key is: " + KEY),
                arguments("setting", "LICENSE_KEY=" + KEY),
                arguments("label in quotes", "\"license-key\": \"" + KEY + '"'),
                arguments("number", "License key #" + KEY));
    }

    static Stream<Arguments> stops() {
        return Stream.of(
                arguments("full stop", KEY + '.'),
                arguments("comma", KEY + ','),
                arguments("semicolon", KEY + " ;"),
                arguments("quotes and full stop", '"' + KEY + "\"."),
                arguments("full stop and quotes", '"' + KEY + ".\""),
                arguments("all of it", "License key: `" + KEY + "`."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noKey")
    void read_noKey_isNamed(String way, String text, String says) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> PastedKey.read(text));

        assertThat(refusal.code()).isEqualTo(RefusalCode.INVALID_REQUEST);
        assertThat(refusal.field()).isEqualTo("licenseKey");
        assertThat(refusal.detail()).contains(says);
    }

    static Stream<Arguments> noKey() {
        return Stream.of(
                arguments("nothing", "", "must not be blank"),
                arguments("nothing that is seen", " \u00A0\n\uFEFF", "must not be blank"),
                arguments("two in a list", KEY + "\n33362C-D254BB-V3", "more than one license key"),
                arguments("three in a list", KEY + "\r\n\r\n33362C-D254BB-V3\n33362C-D254BC-V3\n", "more than one"),
                arguments("the same twice", KEY + '\n' + KEY, "more than one license key"),
                arguments(
                        "an em dash",
                        "33362C\u2014D254BA",
                        "The character \u2014 at position 7 may have been one hyphen"),
                arguments("a horizontal bar", "33362C\u2015D254BA", "may have been one hyphen or two"),
                arguments("an em dash behind a label", "Key: A\u2014B", "at position 7"),
                arguments("above our limit", "k".repeat(4097), "at most 4096 characters, this one has 4097"),
                arguments("far above it", "k".repeat(16_384), "this one has 16384"),
                arguments("a control character", "K\u0007X", "the character U+0007 at position 2"),
                arguments("half a character", "K\uD83D", "the character U+D83D at position 2"),
                arguments("a machine file", "-----BEGIN MACHINE FILE-----\nAAAA", "This is a license file"),
                arguments(
                        "a file with other dashes",
                        "\u2014\u2014BEGIN LICENSE FILE\u2014\u2014\nAAAA",
                        "This is a license file"),
                arguments(
                        "the base64 of a file",
                        Base64.getEncoder().encodeToString("-----BEGIN MACHINE FILE-----\nAAAA".getBytes(UTF_8)),
                        "This is a license file"),
                arguments("a certificate", "-----BEGIN CERTIFICATE-----\nAAAA", "This is a PEM file"),
                arguments("a private key", "-----BEGIN PRIVATE KEY-----\nAAAA", "This is a PEM file"),
                arguments(
                        "a license file in a letter",
                        "Hello,\n-----BEGIN LICENSE FILE-----",
                        "This is a license file"));
    }

    /** So that the page can offer to move it. */
    @Test
    void read_licenseFile_saysInWhichFieldItBelongs() {
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> PastedKey.read("-----BEGIN MACHINE FILE-----\nAAAA"));

        assertThat(refusal.members()).containsEntry("belongsIn", "licenseFile");
        assertThat(catchThrowableOfType(Refusal.class, () -> PastedKey.read("")).members())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("severalInALine")
    void insteadAfter_severalKeysInALine_isNamed(String way, String text) {
        PastedKey pasted = PastedKey.read(text);

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> pasted.insteadAfter(unknown));

        assertThat(pasted.asItStands().value()).isEqualTo(text);
        assertThat(refusal.code()).isEqualTo(RefusalCode.INVALID_REQUEST);
        assertThat(refusal.detail()).contains("more than one license key");
    }

    static Stream<Arguments> severalInALine() {
        return Stream.of(
                arguments("blank between", KEY + " 33362C-D254BB-V3"),
                arguments("comma between", KEY + ",33362C-D254BB-V3"),
                arguments("comma and blank", KEY + ", 33362C-D254BB-V3"),
                arguments("semicolon between", KEY + ";33362C-D254BB-V3"));
    }

    /** Another refusal is about the license, whose key was right. */
    @Test
    void insteadAfter_anotherRefusal_nothing() {
        PastedKey pasted = PastedKey.read("Key: " + KEY);

        assertThat(pasted.insteadAfter(new Refusal(RefusalCode.LICENSE_EXPIRED, "It has expired.")))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("offlineOnly")
    void online_keyBeyondAscii_namedWithItsPlace(String text, String says) {
        PastedKey pasted = PastedKey.read(text);

        Refusal refusal = catchThrowableOfType(Refusal.class, pasted::online);

        assertThat(refusal.field()).isEqualTo("licenseKey");
        assertThat(refusal.detail()).contains(says, "works offline only");
    }

    static Stream<Arguments> offlineOnly() {
        return Stream.of(
                arguments("B\u00FCro-7", "\u00FC (U+00FC) at position 2"),
                arguments("K\uD83D\uDD11-1", "\uD83D\uDD11 (U+1F511) at position 2"),
                arguments("License key: B\u00FCro-7", "\u00FC (U+00FC) at position 15"));
    }

    @Test
    void online_onlyTheQuotesBeyondAscii_theKeyWithoutThem() {
        assertThat(PastedKey.read("\u201C" + KEY + "\u201D").online().asItStands())
                .isEqualTo(new LicenseKey(KEY));
    }

    @Test
    void toString_always_keepsTheKeyToItself() {
        assertThat(PastedKey.read("License key: " + KEY).toString()).isEqualTo("\u2026A-V3");
    }
}
