package com.optymyse.inspire.licensing.license;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataNumberTest {

    private static final long EXACT = 1L << 53;

    /** Up to here JSON's numbers are the very ones that were written, also without a point. */
    @ParameterizedTest
    @ValueSource(longs = {EXACT, -EXACT, EXACT - 1, 0, -1})
    void read_wholeNumberWithAPoint_isThatNumber(long number) {
        assertThat(MetadataNumber.read((double) number)).isEqualTo(OptionalLong.of(number));
    }

    @ParameterizedTest
    @ValueSource(doubles = {EXACT + 2.0, -EXACT - 2.0, 0.5, -0.5, 1e300, Double.NaN, Double.POSITIVE_INFINITY})
    void read_numberThatIsNotExactOrNotWhole_isNone(double number) {
        assertThat(MetadataNumber.read(number)).isEmpty();
    }

    @Test
    void read_integers_areTheNumbersThatTheyAre() {
        assertThat(MetadataNumber.read(500)).isEqualTo(OptionalLong.of(500));
        assertThat(MetadataNumber.read(Long.MIN_VALUE)).isEqualTo(OptionalLong.of(Long.MIN_VALUE));
    }

    @Test
    void read_neitherNumberNorText_isNone() {
        assertThat(MetadataNumber.read(true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'500', 500", "' -1\u00a0', -1", "'999999999999999999', 999999999999999999"})
    void read_textOfDigits_isTheirNumber(String text, long number) {
        assertThat(MetadataNumber.read(text)).isEqualTo(OptionalLong.of(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-2", "+1", "1 000", "1.0", "5e2", "1000000000000000000", "x"})
    void read_anyOtherText_isNone(String text) {
        assertThat(MetadataNumber.read(text)).isEmpty();
    }

    @Test
    void shown_fortyCharacters_whole() {
        String text = "x".repeat(40);

        assertThat(MetadataNumber.shown(text)).isEqualTo("'" + text + "'");
    }

    @Test
    void shown_longer_itsFirstFortyCharacters() {
        assertThat(MetadataNumber.shown("x".repeat(41))).isEqualTo("'" + "x".repeat(40) + "…'");
    }

    @Test
    void shown_noText_withoutQuotes() {
        assertThat(MetadataNumber.shown(0.5)).isEqualTo("0.5");
    }
}
