package com.optymyse.inspire.licensing.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quicktheories.core.Gen;

/** What editors, browsers and mail do to a file on its way is undone; the certificate is the same. */
class PastedFilesTest {

    private static final String TEXT = TestFile.machine().text();

    @ParameterizedTest
    @MethodSource("harmless")
    void verify_harmlessChange_isTheSameCertificate(UnaryOperator<String> change) {
        Certificate certificate = TestVendor.verify(change.apply(TEXT));

        assertThat(certificate.text()).isEqualTo(TEXT);
    }

    static Stream<UnaryOperator<String>> harmless() {
        return Stream.of(
                text -> text,
                text -> text.replace("\n", "\r\n"),
                text -> text.replace('\n', '\r'),
                text -> text.replaceFirst("\n", "\r"),
                text -> text.replaceFirst("\n", "\r\n"),
                text -> text.stripTrailing(),
                text -> "\uFEFF" + text,
                text -> "\uFEFF\r\n" + text.replace("\n", "\r\n"),
                text -> "\n\n  " + text + "\t \r\n\n");
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
}
