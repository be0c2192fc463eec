package com.optymyse.inspire.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that were replaced by the field's own, see docs/glossary.md, do not come back: not as classes, and not in comments. */
class OldWordsTest {

    private static final Path REPLACED = Path.of("src/test/resources/names/replaced.txt");
    private static final List<Path> SOURCES = List.of(Path.of("src/main/java"), Path.of("src/sandbox/java"));

    /** The sandbox plays the vendor's server: the answers and the validation are its own. */
    private static final Set<String> OF_THE_SANDBOX = Set.of("Answer", "Validation");

    private static final Pattern OLD_NAME =
            Pattern.compile("Farewell|Patience|Floor|Genuine|Flaw|Seal|Listener|RememberedToken");

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);

    /**
     * Where one of them has another meaning, as question marks, sealed types and the code license-file-not-genuine have,
     * it may stay.
     */
    private static final Pattern OLD_WORD = Pattern.compile(
            String.join(
                    "|",
                    "\\b(farewells?|patience|floors?|flaws?|listeners?|remembered tokens?)\\b",
                    "(?<!not-)\\bgenuine\\b",
                    "\\b(seals?|sealing|sealed(?! type| interface))\\b",
                    "\\bprepared\\b(?! statements)",
                    "(?<!high-water |question |quotation |order |@param |@code )\\bmarks?\\b"),
            Pattern.CASE_INSENSITIVE);

    @Test
    void classes_none_haveAReplacedName() throws IOException {
        Set<String> replaced = Files.readAllLines(REPLACED).stream()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .collect(Collectors.toSet());
        assertThat(replaced).hasSizeGreaterThan(60);

        assertThat(files())
                .extracting(OldWordsTest::type)
                .noneMatch(type -> OLD_NAME.matcher(type).find());
        assertThat(files().stream()
                        .filter(file -> replaced.contains(type(file)))
                        .filter(file -> !(isOfTheSandbox(file) && OF_THE_SANDBOX.contains(type(file)))))
                .isEmpty();
    }

    @Test
    void comments_none_haveAReplacedWord() throws IOException {
        for (Path file : files()) {
            assertThat(words(Files.readString(file))).as("%s", file).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/** Seals a row. */",
                "/**\n * The latest\n * marks. */",
                "int a; // a floor",
                "/** Tells\n * listeners. */",
                "/** A prepared answer. */"
            })
    void words_oldSense_areFound(String source) {
        assertThat(words(source)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/** The high-water\n * marks. */",
                "/** A sealed type, and question marks. */",
                "/** Refuses with license-file-not-genuine. */",
                "/** @param marks the latest times known */",
                "String seal = \"a seal\";"
            })
    void words_otherSense_areLeft(String source) {
        assertThat(words(source)).isEmpty();
    }

    private static List<String> words(String source) {
        return COMMENT.matcher(source)
                .results()
                .map(MatchResult::group)
                .map(comment -> comment.replaceAll("\\s*\\n\\s*\\*\\s*", " "))
                .flatMap(comment -> OLD_WORD.matcher(comment).results().map(word -> word.group() + " in " + comment))
                .toList();
    }

    private static String type(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static boolean isOfTheSandbox(Path file) {
        return file.startsWith("src/sandbox");
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> main = Files.walk(SOURCES.getFirst());
                Stream<Path> sandbox = Files.walk(SOURCES.getLast())) {
            return Stream.concat(main, sandbox)
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList();
        }
    }
}
