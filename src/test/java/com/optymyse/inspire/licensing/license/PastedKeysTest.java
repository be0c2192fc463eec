package com.optymyse.inspire.licensing.license;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.optymyse.inspire.licensing.testing.WordsOfPrograms;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes of a key in each way in which it arrives: how it is tried first, how it is tried then, or why it is none. */
class PastedKeysTest {

    private static final String KEY = ArrivingKeys.KEY;
    private static final String KEYS = "com.optymyse.inspire.licensing.license.ArrivingKeys#";
    private final Refusal unknown = new Refusal(RefusalCode.LICENSE_KEY_UNKNOWN, "The key is not known.");
    private final Refusal notOpened = new Refusal(RefusalCode.LICENSE_FILE_NOT_OPENED, "It does not open.");

    /** Nothing is left to be tried otherwise. */
    @ParameterizedTest(name = "{0}")
    @MethodSource({KEYS + "atOnce", KEYS + "hyphens", KEYS + "beyondAscii"})
    void read_whatNoKeyHolds_isDroppedAtOnce(String way, String text, String key) {
        PastedKey pasted = PastedKey.read(text);

        assertThat(pasted.asItStands().value()).isEqualTo(key);
        assertThat(pasted.insteadAfter(unknown)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({KEYS + "blanks", KEYS + "quotes", KEYS + "labels", KEYS + "stops"})
    void read_whatAKeyCouldHold_countsAsItStandsFirst(String way, String text) {
        PastedKey pasted = PastedKey.read(text);

        assertThat(pasted.asItStands().value()).isEqualTo(text);
        assertThat(pasted.insteadAfter(unknown)).contains(new LicenseKey(KEY));
        assertThat(pasted.insteadAfter(notOpened)).contains(new LicenseKey(KEY));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(KEYS + "tabs")
    void read_tabs_areBlanks(String way, String text) {
        PastedKey pasted = PastedKey.read(text);

        assertThat(pasted.asItStands().value()).isEqualTo(text.strip().replace('\t', ' '));
        assertThat(pasted.insteadAfter(unknown)).contains(new LicenseKey(KEY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSPIRE - 2026 - V3", "INSPIRE -2026-V3", "INSPIRE- 2026-V3"})
    void insteadAfter_keyThatBeginsLikeALabel_isKeptWhole(String text) {
        assertThat(PastedKey.read(text).insteadAfter(unknown)).contains(new LicenseKey("INSPIRE-2026-V3"));
    }

    /** It ends with signs that end a label elsewhere. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Your license key is key/eyJh.c2ln==",
                "License key key/eyJh.c2ln==",
                "License key: key/eyJh.c2ln==",
                "\"key/eyJh.c2ln==\"."
            })
    void insteadAfter_signedKey_isKeptWhole(String text) {
        assertThat(PastedKey.read(text).insteadAfter(unknown)).contains(new LicenseKey("key/eyJh.c2ln=="));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({KEYS + "noKey", KEYS + "aFile", KEYS + "binary", KEYS + "otherEncodings"})
    void read_noKey_isNamed(String way, String text, String says) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> PastedKey.read(text));

        assertThat(refusal.code()).isEqualTo(RefusalCode.INVALID_REQUEST);
        assertThat(refusal.field()).isEqualTo("licenseKey");
        assertThat(refusal.detail()).contains(says);
        assertThat(WordsOfPrograms.in(refusal.detail())).isEmpty();
    }

    /** What takes the square of the length is not done in time. */
    @Timeout(value = 60, threadMode = SEPARATE_THREAD)
    @Tag("flood")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "1-",
                " ",
                "\n",
                "A-1\n",
                "\u00A0",
                "\u200B",
                "\"",
                "'.",
                "Key: ",
                "key ",
                ":",
                "\u2014",
                "\0",
                "77u/",
                "-----BEGIN "
            })
    void read_twoMillionCharacters_areRefusedSoon(String part) {
        String text = part.repeat(2_000_000 / part.length());

        assertThat(catchThrowableOfType(Refusal.class, () -> PastedKey.read(text))
                        .code())
                .isEqualTo(RefusalCode.INVALID_REQUEST);
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
    @MethodSource(KEYS + "severalInALine")
    void insteadAfter_severalKeysInALine_isNamed(String way, String text) {
        PastedKey pasted = PastedKey.read(text);

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> pasted.insteadAfter(unknown));

        assertThat(pasted.asItStands().value()).isEqualTo(text);
        assertThat(refusal.code()).isEqualTo(RefusalCode.INVALID_REQUEST);
        assertThat(refusal.detail()).contains("more than one license key");
    }

    /** A wrapped key looks the same, so it is put together and tried first. */
    @ParameterizedTest(name = "{0}")
    @MethodSource(KEYS + "lines")
    void tried_keyOfSeveralLinesIsNotTheRightOne_saysHowManyLinesItHad(String way, String text, String says) {
        PastedKey pasted = PastedKey.read(text);

        for (Refusal refusal : List.of(unknown, notOpened)) {
            Refusal last = catchThrowableOfType(
                    Refusal.class,
                    () -> pasted.tried(key -> {
                        throw refusal;
                    }));

            assertThat(last.code()).isEqualTo(refusal.code());
            assertThat(last.detail()).isEqualTo(refusal.detail() + says);
        }
    }

    @Test
    void tried_otherRefusalOfAKeyOfSeveralLines_asItWas() {
        Refusal expired = new Refusal(RefusalCode.LICENSE_EXPIRED, "It has expired.");

        assertThat(catchThrowableOfType(
                        Refusal.class,
                        () -> PastedKey.read("AB12\nCD34").tried(key -> {
                            throw expired;
                        })))
                .isSameAs(expired);
    }

    @Test
    void tried_keyOfSeveralLines_isOneKey() {
        assertThat(PastedKey.read("AB12CD34\nEF56GH78").tried(LicenseKey::value))
                .isEqualTo("AB12CD34EF56GH78");
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

    /** Eight characters that are a whole key, and not the last four of a long text. */
    @ParameterizedTest
    @ValueSource(strings = {"AB12CD34", "License key: AB12CD34", "\"AB12CD34\".", "Your license key is: AB12CD34"})
    void toString_shortKeyWithWhatWasAroundIt_hiddenWhole(String pasted) {
        assertThat(PastedKey.read(pasted)).hasToString("\u2026");
    }

    @Test
    void toString_always_keepsTheKeyToItself() {
        assertThat(PastedKey.read("License key: 33362C-D254BA-V3").toString()).isEqualTo("\u2026A-V3");
    }
}
