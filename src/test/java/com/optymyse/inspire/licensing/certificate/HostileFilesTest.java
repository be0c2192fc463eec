package com.optymyse.inspire.licensing.certificate;

import static com.optymyse.inspire.licensing.certificate.Refusals.assertMalformed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.strings;

import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Input made to exhaust or confuse the verifier is refused like any other. */
class HostileFilesTest {

    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

    @Test
    void verify_tenMegabytesOfBase64_isMalformed() {
        assertMalformed(TestFile.framed(CertificateKind.MACHINE, 60, "a".repeat(TEN_MEGABYTES)))
                .contains("longer than");
    }

    @Test
    void verify_tenMegabytesOfWhiteSpace_isMalformed() {
        assertMalformed("\r\n".repeat(TEN_MEGABYTES / 2)).contains("longer than");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":"})
    void verify_deepNestingInTheEnvelope_isMalformed(String open) {
        assertMalformed(TestFile.framed(CertificateKind.MACHINE, 60, open.repeat(10_000)))
                .contains("content is damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void verify_deepNestingUnderTheVendorsSignature_isMalformed(String open) {
        String close = open.equals("[") ? "]" : "}";
        String nested = "{\"a\":" + open.repeat(10_000) + "1" + close.repeat(10_000) + "}";

        assertMalformed(TestFile.license()
                        .json(good -> nested.getBytes(StandardCharsets.UTF_8))
                        .text())
                .contains("one JSON object");
    }

    @Test
    void verify_longestFileOfDots_isMalformed() {
        assertMalformed(TestFile.license().enc(good -> ".".repeat(50_000)).text())
                .contains("three parts");
    }

    @Test
    void verify_anyCharacters_areMalformed() {
        qt().forAll(strings().allPossible().ofLengthBetween(0, 200)).check(HostileFilesTest::isMalformed);
    }

    @Test
    void verify_anyCharactersInAFrame_areMalformed() {
        qt().forAll(strings().basicLatinAlphabet().ofLengthBetween(0, 200))
                .check(text -> isMalformed("-----BEGIN LICENSE FILE-----\n" + text + "\n-----END LICENSE FILE-----\n"));
    }

    @Test
    void verify_anyBytesAsContent_areMalformed() {
        qt().forAll(lists().of(integers().between(0, 255)).ofSizeBetween(0, 200))
                .check(bytes -> {
                    StringBuilder content = new StringBuilder("{");
                    bytes.forEach(value -> content.append((char) value.intValue()));
                    return isMalformed(TestFile.framed(CertificateKind.MACHINE, 60, content + "}"));
                });
    }

    /** What takes the square of the length is not done in time: alone, in a frame, in base64 and in the server's answer. */
    @Tag("flood")
    @Timeout(value = 60, threadMode = SEPARATE_THREAD)
    @ParameterizedTest
    @ValueSource(strings = {"\n>", "-----BEGIN MACHINE\n", "\\n", "A", "1\n"})
    void verify_longestText_isMalformedSoon(String part) {
        assertMalformedSoon(part);
    }

    @Tag("flood")
    @Tag("thorough")
    @Timeout(value = 60, threadMode = SEPARATE_THREAD)
    @ParameterizedTest
    @ValueSource(
            strings = {
                ">",
                "\\",
                "-----BEGIN MACHINE FILE-----\n",
                "-----END MACHINE FILE-----\n",
                "-",
                "\u2014",
                "\"",
                "`",
                "{",
                "{\"a\":",
                "1",
                "1: ",
                "=",
                "=\n",
                " ",
                "\n",
                "\u00A0",
                "\u200B",
                "<",
                "&nbsp;",
                "eyJ.",
                "\uFFFD",
                "\0",
                "/"
            })
    void verify_longestTextOfAnotherPart_isMalformedSoon(String part) {
        assertMalformedSoon(part);
    }

    private static void assertMalformedSoon(String part) {
        String text = part.repeat((SignedFile.MAX_LENGTH - 100) / part.length());
        String shorter = part.repeat(SignedFile.MAX_LENGTH / 4 / part.length());
        String base64 = Base64.getEncoder().encodeToString(shorter.getBytes(StandardCharsets.UTF_8));
        String json = shorter.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");

        assertThat(isMalformed(text)).isTrue();
        assertThat(isMalformed("-----BEGIN MACHINE FILE-----\n" + text + "\n-----END MACHINE FILE-----\n"))
                .isTrue();
        assertThat(isMalformed(base64)).isTrue();
        assertThat(isMalformed(
                        "{\"data\":{\"attributes\":{\"certificate\":\"-----BEGIN MACHINE FILE-----" + json + "\"}}}"))
                .isTrue();
    }

    private static boolean isMalformed(String text) {
        try {
            TestVendor.verify(text);
            return false;
        } catch (Refusal refusal) {
            return refusal.code() == RefusalCode.LICENSE_FILE_MALFORMED;
        }
    }
}
