package com.optymyse.inspire.licensing.certificate;

import static com.optymyse.inspire.licensing.certificate.Refusals.assertMalformed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.lists;

import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.testing.WordsOfPrograms;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quicktheories.core.Gen;

/** What comes of a file in each way in which it arrives: what is whole is the same certificate, and what is not is named. */
class PastedFilesTest {

    private static final String TEXT = TestFile.machine().text();
    private static final ArrivingFiles FILES =
            new ArrivingFiles(TEXT, TestFile.license().text(), TestVendor.KEY.value());

    @ParameterizedTest(name = "{0}")
    @MethodSource("whole")
    void verify_wholeFile_isTheSameCertificate(String way, UnaryOperator<String> change) {
        String arrived = change.apply(TEXT);

        assertThat(TestVendor.verify(arrived).text()).isEqualTo(TEXT);
    }

    static Stream<Arguments> whole() {
        return FILES.whole().flatMap(kind -> kind);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void verify_anythingElse_isNamed(String way, String arrived, String says) {
        assertMalformed(arrived)
                .contains(says)
                .satisfies(detail -> assertThat(WordsOfPrograms.in(detail)).isEmpty());
    }

    static Stream<Arguments> malformed() {
        return FILES.malformed().flatMap(kind -> kind);
    }

    /** So that the page can offer to move it. */
    @ParameterizedTest
    @ValueSource(strings = {"DEMO-X", "License key: DEMO-X", "License key DEMO-X", "Your license key is DEMO-X"})
    void verify_licenseKey_saysInWhichFieldItBelongs(String arrived) {
        assertThat(refused(arrived).members()).containsEntry("belongsIn", "licenseKey");
    }

    @Test
    void verify_whatIsNoLicenseKey_namesNoOtherField() {
        assertThat(refused("/tmp/inspire.lic").members()).isEmpty();
    }

    @Test
    void verify_anyWhiteSpaceAround_isTheSameCertificate() {
        Gen<String> space = lists().of(arbitrary().pick(" ", "\t", "\n", "\r", "\r\n", "\f", "\u2003", "\u2028"))
                .ofSizeBetween(0, 20)
                .map(parts -> String.join("", parts));

        qt().withExamples(200)
                .forAll(space, space)
                .check((before, after) ->
                        TestVendor.verify(before + TEXT + after).text().equals(TEXT));
    }

    private static Refusal refused(String arrived) {
        return catchThrowableOfType(Refusal.class, () -> TestVendor.verify(arrived));
    }
}
