package com.optymyse.inspire.licensing.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.license.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever single character of a good file is changed, added or lost: what is accepted is the same file, character by character. */
@Tag("flood")
class ChangedFilesTest {

    /** What might pass for something harmless. */
    private static final List<Character> LIKELY_TO_PASS =
            List.of('\n', '\r', '\t', ' ', '=', 'A', '-', '+', '/', '.', '"', '\\', '\0', '\uFEFF');

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void verify_oneBitFlippedAnywhere_isRefusedOrTheSameFile(TestFile file) {
        assertNothingElseIsAcceptedWithOneBitFlipped(file);
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("com.optymyse.inspire.licensing.certificate.TestFile#makes")
    void verify_oneBitFlippedAnywhereInEveryMake_isRefusedOrTheSameFile(TestFile file) {
        assertNothingElseIsAcceptedWithOneBitFlipped(file);
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void verify_oneCharacterReplacedAnywhere_isRefusedOrTheSameFile(TestFile file) {
        String good = file.text();
        List<Change> others = new ArrayList<>();

        for (int at = 0; at < good.length(); at++) {
            for (char other : replacements(good.charAt(at))) {
                addIfAnother(new Change(at, other), replaced(good, at, other), good, others);
            }
        }

        assertThat(others).isEmpty();
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void verify_oneCharacterAddedAnywhere_isRefusedOrTheSameFile(TestFile file) {
        String good = file.text();
        List<Change> others = new ArrayList<>();

        for (int at = 0; at <= good.length(); at++) {
            for (char added : LIKELY_TO_PASS) {
                addIfAnother(new Change(at, added), good.substring(0, at) + added + good.substring(at), good, others);
            }
        }

        assertThat(others).isEmpty();
    }

    /** Line ends alone may be lost. */
    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("com.optymyse.inspire.licensing.certificate.TestFile#makes")
    void verify_oneCharacterLostAnywhere_isRefusedUnlessItIsALineEnd(TestFile file) {
        String good = file.text();
        List<Change> accepted = new ArrayList<>();
        List<Change> lineEnds = new ArrayList<>();

        for (int at = 0; at < good.length(); at++) {
            Change change = new Change(at, good.charAt(at));
            addIfAccepted(change, good.substring(0, at) + good.substring(at + 1), accepted);
            if (good.charAt(at) == '\n') {
                lineEnds.add(change);
            }
        }

        assertThat(accepted).isEqualTo(lineEnds);
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void verify_cutAtAnyLength_isRefusedUnlessOnlyTheLastLineEndIsMissing(TestFile file) {
        assertNothingIsAcceptedCutOff(file);
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("com.optymyse.inspire.licensing.certificate.TestFile#makes")
    void verify_everyMakeCutAtAnyLength_isRefusedUnlessOnlyTheLastLineEndIsMissing(TestFile file) {
        assertNothingIsAcceptedCutOff(file);
    }

    static Stream<TestFile> oneOfEachKind() {
        return Stream.of(TestFile.machine(), TestFile.license().base64());
    }

    private static void assertNothingElseIsAcceptedWithOneBitFlipped(TestFile file) {
        String good = file.text();
        List<Change> others = new ArrayList<>();

        for (int at = 0; at < good.length() - 1; at++) {
            char flipped = (char) (good.charAt(at) ^ 1);
            addIfAnother(new Change(at, flipped), replaced(good, at, flipped), good, others);
        }

        assertThat(others).isEmpty();
    }

    private static void assertNothingIsAcceptedCutOff(TestFile file) {
        String good = file.text();
        List<Change> accepted = new ArrayList<>();

        for (int length = 0; length < good.length(); length++) {
            addIfAccepted(new Change(length, good.charAt(length)), good.substring(0, length), accepted);
        }

        assertThat(accepted).containsExactly(new Change(good.length() - 1, '\n'));
    }

    private static Set<Character> replacements(char original) {
        Set<Character> others = new HashSet<>(LIKELY_TO_PASS);
        for (int bit = 0; bit < Byte.SIZE; bit++) {
            others.add((char) (original ^ 1 << bit));
        }
        others.remove(original);
        return others;
    }

    private static String replaced(String text, int at, char other) {
        return text.substring(0, at) + other + text.substring(at + 1);
    }

    private static void addIfAccepted(Change change, String text, List<Change> accepted) {
        if (accepted(text).isPresent()) {
            accepted.add(change);
        }
    }

    private static void addIfAnother(Change change, String text, String good, List<Change> others) {
        accepted(text).filter(file -> !file.equals(good)).ifPresent(other -> others.add(change));
    }

    /** The file in the vendor's spelling; empty when it is refused. */
    private static Optional<String> accepted(String text) {
        try {
            return Optional.of(TestVendor.verify(text).text());
        } catch (Refusal refused) {
            return Optional.empty();
        }
    }

    private record Change(int at, char character) {}
}
