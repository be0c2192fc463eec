package com.optymyse.inspire.licensing.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.license.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever single character of a good file is changed, added or lost: only line ends and white space around it may. */
@Tag("flood")
class ChangedFilesTest {

    /** What might pass for something harmless. */
    private static final List<Character> LIKELY_TO_PASS =
            List.of('\n', '\r', '\t', ' ', '=', 'A', '-', '+', '/', '.', '"', '\\', '\0', '\uFEFF');

    @ParameterizedTest
    @MethodSource("com.optymyse.inspire.licensing.certificate.TestFile#makes")
    void verify_oneBitFlippedAnywhere_isRefused(TestFile file) {
        String good = file.text();
        List<Change> accepted = new ArrayList<>();

        for (int at = 0; at < good.length() - 1; at++) {
            char flipped = (char) (good.charAt(at) ^ 1);
            addIfAccepted(new Change(at, flipped), replaced(good, at, flipped), accepted);
        }

        assertThat(accepted).isEmpty();
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void verify_oneCharacterReplacedAnywhere_isRefusedUnlessItIsALineEnd(TestFile file) {
        String good = file.text();
        List<Change> accepted = new ArrayList<>();
        List<Change> harmless = new ArrayList<>();

        for (int at = 0; at < good.length(); at++) {
            for (char other : replacements(good.charAt(at))) {
                Change change = new Change(at, other);
                addIfAccepted(change, replaced(good, at, other), accepted);
                boolean lineEnd = good.charAt(at) == '\n' && other == '\r';
                boolean behind = isBehind(at, good) && Character.isWhitespace(other);
                if (lineEnd || behind) {
                    harmless.add(change);
                }
            }
        }

        assertThat(accepted).isEqualTo(harmless);
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void verify_oneCharacterAddedAnywhere_isRefusedUnlessItIsAroundOrInALineEnd(TestFile file) {
        String good = file.text();
        List<Change> accepted = new ArrayList<>();
        List<Change> harmless = new ArrayList<>();

        for (int at = 0; at <= good.length(); at++) {
            for (char added : LIKELY_TO_PASS) {
                Change change = new Change(at, added);
                addIfAccepted(change, good.substring(0, at) + added + good.substring(at), accepted);
                boolean around = (at == 0 || isBehind(at, good)) && Character.isWhitespace(added);
                boolean byteOrderMark = at == 0 && added == '\uFEFF';
                boolean lineEnd = added == '\r' && good.startsWith("\n", at);
                if (around || byteOrderMark || lineEnd) {
                    harmless.add(change);
                }
            }
        }

        assertThat(accepted).isEqualTo(harmless);
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("com.optymyse.inspire.licensing.certificate.TestFile#makes")
    void verify_oneCharacterLostAnywhere_isRefusedUnlessItIsTheLastLineEnd(TestFile file) {
        String good = file.text();
        List<Change> accepted = new ArrayList<>();

        for (int at = 0; at < good.length(); at++) {
            Change change = new Change(at, good.charAt(at));
            addIfAccepted(change, good.substring(0, at) + good.substring(at + 1), accepted);
        }

        assertThat(accepted).containsExactly(new Change(good.length() - 1, '\n'));
    }

    @ParameterizedTest
    @MethodSource("com.optymyse.inspire.licensing.certificate.TestFile#makes")
    void verify_cutAtAnyLength_isRefusedUnlessOnlyTheLastLineEndIsMissing(TestFile file) {
        String good = file.text();
        List<Change> accepted = new ArrayList<>();

        for (int length = 0; length < good.length(); length++) {
            addIfAccepted(new Change(length, good.charAt(length)), good.substring(0, length), accepted);
        }

        assertThat(accepted).containsExactly(new Change(good.length() - 1, '\n'));
    }

    static Stream<TestFile> oneOfEachKind() {
        return Stream.of(TestFile.machine(), TestFile.license().base64());
    }

    private static Set<Character> replacements(char original) {
        Set<Character> others = new HashSet<>(LIKELY_TO_PASS);
        for (int bit = 0; bit < Byte.SIZE; bit++) {
            others.add((char) (original ^ 1 << bit));
        }
        others.remove(original);
        return others;
    }

    private static boolean isBehind(int at, String good) {
        return at >= good.length() - 1;
    }

    private static String replaced(String text, int at, char other) {
        return text.substring(0, at) + other + text.substring(at + 1);
    }

    private static void addIfAccepted(Change change, String text, List<Change> accepted) {
        try {
            TestVendor.verify(text);
            accepted.add(change);
        } catch (Refusal refused) {
            // As it should be.
        }
    }

    private record Change(int at, char character) {}
}
