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

/** Words that were replaced by the field's own, see docs/DEVELOPMENT.md, do not come back: not as types, and not in comments. */
class OldWordsTest {

    private static final Path REPLACED = Path.of("src/test/resources/names/replaced.txt");
    private static final List<Path> SOURCES = List.of(Path.of("src/main/java"), Path.of("src/sandbox/java"));

    /**
     * The sandbox plays the vendor's server: the answers and the validation are its own. That a license was checked in is what
     * a check-in has brought.
     */
    private static final Set<String> OF_THEIR_OWN =
            Set.of("Answer.Answer", "Validation.Validation", "CheckInResult.CheckedIn");

    private static final Pattern OLD_NAME =
            Pattern.compile("Farewell|Patience|Floor|Genuine|Flaw|Seal|Listener|RememberedToken"
                    + "|Question|Reading|Exchange|Finding|Exclusive|SlowBod|KeySetFetch");

    private static final Pattern DECLARATION = Pattern.compile("\\b(?:class|record|interface|enum)\\s+([A-Z]\\w*)");

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
                    "\\b(exchanges?|findings?|exclusive|slow bod(y|ies)|key set fetch(es)?)\\b",
                    "\\bquestions?\\b(?! marks?)",
                    "\\b((a|each|first|one|two) reading|readings)\\b",
                    // The settings' table in docs/configuration.md has that of the last one, too.
                    "\\b((?<!last )signed|server's|vendor's) answers?\\b",
                    "\\banswers? (of|from) the (licensing server|vendor)\\b",
                    "(?<!high-water |question |quotation |order |@param |@code )\\bmarks?\\b"),
            Pattern.CASE_INSENSITIVE);

    @Test
    void types_none_haveAReplacedName() throws IOException {
        Set<String> replaced = Files.readAllLines(REPLACED).stream()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .collect(Collectors.toSet());
        assertThat(replaced).hasSizeGreaterThan(70);

        for (Path file : files()) {
            assertThat(types(Files.readString(file)))
                    .as("%s", file)
                    .filteredOn(type -> !OF_THEIR_OWN.contains(outermost(file) + "." + type))
                    .noneMatch(type ->
                            replaced.contains(type) || OLD_NAME.matcher(type).find());
        }
    }

    @Test
    void types_ofASource_areTheNestedOnesToo() {
        assertThat(types("""
                        /** Not the class Commented. */
                        public record Outer(int a) {
                            enum First { A }
                            private sealed interface Second permits Third {}
                        }
                        """)).containsExactly("Outer", "First", "Second");
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
                "/** A prepared answer. */",
                "/** One question, and who asks. */",
                "/** Two\n * readings. */",
                "/** What each reading of the store brings. */",
                "/** An exclusive operation. */",
                "/** The licensing server's answer. */",
                "/** An answer of the\n * vendor. */"
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
                "/** Without reading it. */",
                "/** The answer of this service is signed. */",
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

    /** All types that a source declares, nested ones too. */
    private static List<String> types(String source) {
        return DECLARATION
                .matcher(COMMENT.matcher(source).replaceAll(""))
                .results()
                .map(declared -> declared.group(1))
                .toList();
    }

    private static String outermost(Path file) {
        return file.getFileName().toString().replace(".java", "");
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
