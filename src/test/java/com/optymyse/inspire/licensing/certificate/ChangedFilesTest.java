package com.optymyse.inspire.licensing.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.testing.Sample;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever single character of a good file is changed, added or lost: what is accepted is the same file, character by
 * character.
 */
@Tag("flood")
class ChangedFilesTest {

    /** What might pass for something harmless. */
    private static final List<String> LIKELY_TO_PASS = List.of(
            "\n", "\r", "\t", " ", "=", "A", "-", "+", "/", ".", "\"", "\\", "\0", "\uFEFF", ">", "`", "\u00A0",
            "\u200B", "\u00AD", "\u2028", "\\n");

    /** It has no factor in common with how many they are, so that every commit tries each of them, in many places. */
    private static final int EVERY_ADDITION = 10;

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void verify_oneBitFlippedAnywhere_isRefusedOrTheSameFile(TestFile file) {
        assertNothingElseIsAcceptedWithOneBitFlipped(Arrival.asItIs(file));
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void verify_oneBitFlippedAnywhereInAnotherForm_isRefusedOrTheSameFile(TestFile file) {
        assertNothingElseIsAcceptedWithOneBitFlipped(Arrival.inTheServersAnswer(file));
        assertNothingElseIsAcceptedWithOneBitFlipped(Arrival.encodedOnceMore(file));
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("com.optymyse.inspire.licensing.certificate.TestFile#makes")
    void verify_oneBitFlippedAnywhereInEveryMake_isRefusedOrTheSameFile(TestFile file) {
        assertNothingElseIsAcceptedWithOneBitFlipped(Arrival.asItIs(file));
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void verify_oneCharacterReplacedAnywhere_isRefusedOrTheSameFile(TestFile file) {
        String good = file.text();
        List<Change> others = new ArrayList<>();

        for (int at = 0; at < good.length(); at++) {
            for (String other : replacements(good.charAt(at))) {
                addIfAnother(new Change(at, other), replaced(good, at, other), good, others);
            }
        }

        assertThat(others).isEmpty();
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("arrivals")
    void verify_oneCharacterAddedAnywhere_isRefusedOrTheSameFile(Arrival arrival) {
        String text = arrival.text();
        List<Change> others = new ArrayList<>();

        for (Change added : Sample.of("additions to " + arrival, additions(text), EVERY_ADDITION)) {
            String changed = text.substring(0, added.at()) + added.characters() + text.substring(added.at());
            addIfAnother(added, changed, arrival.file(), others);
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
            Change change = new Change(at, String.valueOf(good.charAt(at)));
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

    static Stream<Arrival> arrivals() {
        return oneOfEachKind()
                .flatMap(file -> Stream.of(
                        Arrival.asItIs(file), Arrival.inTheServersAnswer(file), Arrival.encodedOnceMore(file)));
    }

    private static void assertNothingElseIsAcceptedWithOneBitFlipped(Arrival arrival) {
        String text = arrival.text();
        List<Change> others = new ArrayList<>();
        assertThat(accepted(text)).contains(arrival.file());

        for (int at = 0; at < text.length(); at++) {
            String flipped = String.valueOf((char) (text.charAt(at) ^ 1));
            addIfAnother(new Change(at, flipped), replaced(text, at, flipped), arrival.file(), others);
        }

        assertThat(others).isEmpty();
    }

    private static void assertNothingIsAcceptedCutOff(TestFile file) {
        String good = file.text();
        List<Change> accepted = new ArrayList<>();

        for (int length = 0; length < good.length(); length++) {
            addIfAccepted(new Change(length, String.valueOf(good.charAt(length))), good.substring(0, length), accepted);
        }

        assertThat(accepted).containsExactly(new Change(good.length() - 1, "\n"));
    }

    private static List<Change> additions(String text) {
        return IntStream.rangeClosed(0, text.length())
                .boxed()
                .flatMap(at -> LIKELY_TO_PASS.stream().map(added -> new Change(at, added)))
                .toList();
    }

    private static Set<String> replacements(char original) {
        Set<String> others = new HashSet<>(LIKELY_TO_PASS);
        for (int bit = 0; bit < Byte.SIZE; bit++) {
            others.add(String.valueOf((char) (original ^ 1 << bit)));
        }
        others.remove(String.valueOf(original));
        return others;
    }

    private static String replaced(String text, int at, String other) {
        return text.substring(0, at) + other + text.substring(at + 1);
    }

    private static void addIfAccepted(Change change, String text, List<Change> accepted) {
        if (accepted(text).isPresent()) {
            accepted.add(change);
        }
    }

    private static void addIfAnother(Change change, String text, String good, List<Change> others) {
        if (!isTheSameFile(text, good)) {
            accepted(text).filter(file -> !file.equals(good)).ifPresent(other -> others.add(change));
        }
    }

    /** What is read as the same file needs no verification. */
    private static boolean isTheSameFile(String text, String good) {
        try {
            return SignedFile.parse(text).text().equals(good);
        } catch (MalformedDocument refused) {
            return false;
        }
    }

    /** The file in the vendor's spelling; empty when it is refused. */
    private static Optional<String> accepted(String text) {
        try {
            return Optional.of(TestVendor.verify(text).text());
        } catch (Refusal refused) {
            return Optional.empty();
        }
    }

    private record Change(int at, String characters) {}

    /**
     * A file in a way in which it arrives.
     *
     * @param way which
     * @param text what arrives
     * @param file the file in it, in the vendor's spelling
     */
    record Arrival(String way, String text, String file) {

        static Arrival asItIs(TestFile file) {
            String text = file.text();
            return new Arrival(file.toString(), text, text);
        }

        static Arrival inTheServersAnswer(TestFile file) {
            String text = file.text();
            String answer = "{\"data\":{\"type\":\"machine-files\",\"attributes\":{\"certificate\":\""
                    + text.replace("\n", "\\n")
                    + "\",\"ttl\":1209600}},\"meta\":{\"ts\":\"2026-11-01T10:00:00.000Z\"}}";
            return new Arrival(file + " in the server's answer", answer, text);
        }

        static Arrival encodedOnceMore(TestFile file) {
            String text = file.text();
            String base64 = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
            return new Arrival(file + " in base64 once more", base64, text);
        }

        @Override
        public String toString() {
            return way;
        }
    }
}
