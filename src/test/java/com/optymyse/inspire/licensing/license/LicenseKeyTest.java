package com.optymyse.inspire.licensing.license;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LicenseKeyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "K",
                "B10760-1B177D-656D1F",
                "key/eyJh.Z_fD==",
                "with blanks inside",
                "!~",
                "B\u00FCro-7",
                "K\uD83D\uDD11"
            })
    void new_whatCanBePrinted_isAKey(String value) {
        assertThat(new LicenseKey(value).value()).isEqualTo(value);
    }

    @Test
    void new_empty_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LicenseKey(""))
                .withMessage("A license key must not be blank.");
    }

    @ParameterizedTest
    @ValueSource(strings = {" K", "K ", " "})
    void new_whiteSpaceAround_isRefused(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LicenseKey(value))
                .withMessage("A license key has no white space around it.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"AB\u0000D", "AB\nD", "AB\tD", "AB\u001FD", "AB\u007FD", "AB\u00ADD", "AB\u00A0D", "AB\uD83DD"})
    void new_unprintableInside_isRefusedWithItsPosition(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LicenseKey(value))
                .withMessageContaining("at position 3");
    }

    @Test
    void new_firstCharacterUnprintable_isRefusedWithItsPosition() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LicenseKey("\u0007AB"))
                .withMessageContaining("at position 1");
    }

    @Test
    void new_longestLength_isAKey() {
        assertThat(new LicenseKey("k".repeat(LicenseKey.MAX_LENGTH)).value()).hasSize(4096);
    }

    @Test
    void new_oneTooLong_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LicenseKey("k".repeat(LicenseKey.MAX_LENGTH + 1)))
                .withMessage("A license key has at most 4096 characters, this one has 4097.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"K-1", "  K-1", "K-1\r\n", "\n\tK-1\u2003\n"})
    void parse_whiteSpaceAround_isDropped(String pasted) {
        assertThat(PastedKey.read(pasted).asItStands()).isEqualTo(new LicenseKey("K-1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "33362C-D254BA-V3",
                "33362C-\nD254BA-V3",
                "33362C-D2\r\n54BA-V3\r\n",
                "\uFEFF33362C-D254BA-V3",
                "33362C\u00AD-D254BA\u200B-V3\u200E",
                "\u00A033362C-D254BA-V3\u00A0",
                "33362C\u2011D254BA\u2011V3",
                "33362C\u2010D254BA\u2013V3",
                "33362C\u2212D254BA\uFF0DV3"
            })
    void parse_whatProgramsMakeOfAKey_isTheKey(String pasted) {
        assertThat(PastedKey.read(pasted).asItStands().value()).isEqualTo("33362C-D254BA-V3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"with blanks inside", "\"K-1\"", "`K-1`", "Key: K-1", "K-1.", "key/eyJh.Z_fD=="})
    void parse_whatAKeyCouldHold_stays(String pasted) {
        assertThat(PastedKey.read(pasted).asItStands().value()).isEqualTo(pasted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|must not be blank",
                "'   '|must not be blank",
                "'\n\u00A0'|must not be blank",
                "-----BEGIN MACHINE FILE-----|is a license file",
                "'33362C-D254BA-V3\n33362C-D254BB-V3'|more than one license key",
                "33362C\u2014D254BA|stands for one or two hyphens",
                "K\u0007X|the character U+0007 at position 2",
                "\uD83D\uDD11\u0007X|the character U+0007 at position 2"
            })
    void parse_noKey_isNamedWithItsField(String pasted, String says) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> PastedKey.read(pasted.translateEscapes()).asItStands())
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(RefusalCode.INVALID_REQUEST);
                    assertThat(refusal.field()).isEqualTo("licenseKey");
                    assertThat(refusal.detail()).contains(says);
                });
    }

    @Test
    void parse_tooLongOnlyForItsWhiteSpace_isAKey() {
        assertThat(PastedKey.read(" ".repeat(10_000) + "K").asItStands().value())
                .isEqualTo("K");
    }

    /** What is in ASCII and in one line comes out as it went in, but for the blanks around it. */
    @Test
    void parse_anyText_isAKeyOrARefusal() {
        qt().forAll(strings().basicLatinAlphabet().ofLengthBetween(0, 50)).check(text -> {
            String line = text.replace("\n", "").replace("\r", "");
            try {
                return PastedKey.read(text).asItStands().value().equals(line.strip());
            } catch (Refusal refusal) {
                return !line.strip().matches("[ -~]+") || text.lines().count() > 1;
            }
        });
    }

    @Test
    void parse_anyTextAtAll_isAKeyOrARefusal() {
        qt().forAll(strings().allPossible().ofLengthBetween(0, 50)).check(text -> {
            try {
                return !PastedKey.read(text)
                        .asItStands()
                        .value()
                        .matches("(?s).*[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Z}&&[^ ]].*");
            } catch (Refusal refusal) {
                return refusal.code() == RefusalCode.INVALID_REQUEST;
            }
        });
    }

    /** The page's tests read the same table. */
    @ParameterizedTest
    @MethodSource("masks")
    void masked_eachKeyOfTheTable_asItSays(String key, String masked) {
        assertThat(new LicenseKey(key).masked()).isEqualTo(masked);
    }

    static Stream<Arguments> masks() throws IOException {
        return Files.readAllLines(Path.of("src", "test", "resources", "names", "masks.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .map(columns -> Arguments.of(columns[0], columns[1]));
    }

    /** Two keys of the scheme that ends each key in its name. */
    @Test
    void masked_keyOfTheSchemeV3_toldApart() {
        String one = new LicenseKey("33362C-D254BA-90C3BE-7F65E0-V3").masked();
        String other = new LicenseKey("4D2A17-90C3BE-33362C-D254B0-V3").masked();

        assertThat(one).isEqualTo("33362C…0-V3").isNotEqualTo(other);
    }

    @Test
    void toString_anyKey_isMasked() {
        qt().forAll(strings().basicLatinAlphabet().ofLengthBetween(1, 60))
                .assuming(text -> text.matches("[!-~]+"))
                .check(text -> {
                    String printed = new LicenseKey(text).toString();
                    String[] shown = printed.split("…", -1);
                    int visible = printed.length() - 1;
                    return shown.length == 2
                            && text.startsWith(shown[0])
                            && text.endsWith(shown[1])
                            && (visible == 0 || text.length() - visible >= 12)
                            && shown[0].length() <= 6
                            && shown[1].length() <= 4;
                });
    }
}
