package com.optymyse.inspire.licensing;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents lead where they say, say for whom they are, and have no command of which nobody knows whether it works. */
class DocumentsTest {

    private static final Path README = Path.of("README.md");
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final int LONGEST_README = 150;

    private static final Pattern CODE = Pattern.compile("(?ms)^\\s*```.*?^\\s*```\\s*$|`[^`\n]*`");
    private static final Pattern LINK = Pattern.compile("\\[[^]]*]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Pattern COMMANDS = Pattern.compile("(?ms)^\\s*```(?:bash|sh|shell|console)\n\\s*(.*?)$");
    private static final Pattern SOURCE = Pattern.compile("`((?:src|docker|docs|openapi|\\.ci|\\.mvn)/[^`\\s<*]*)");
    private static final Pattern TEST = Pattern.compile("(?<![…\\w])([A-Z]\\w*(?:Test|IT))\\b");
    private static final Path MADE_AT_START = Path.of("docker", "secrets");
    private static final String NOT_TRIED = "not tried: ";

    /** How a block of commands is tried. */
    private record Tried(Path document, String beginning, String by) {

        static Tried of(String line) {
            String[] cells = line.split("\\s*\\|\\s*", 3);
            return new Tried(Path.of(cells[0]), cells[1], cells[2]);
        }

        boolean isOf(Path other, String firstLine) {
            return document.equals(other) && firstLine.startsWith(beginning);
        }
    }

    static Stream<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            return Stream.concat(
                    Stream.of(
                            README,
                            Path.of("CHANGELOG.md"),
                            Path.of("openapi", "README.md"),
                            Path.of("openapi", "CHANGES.md"),
                            Path.of("src", "examples", "README.md")),
                    docs.filter(file -> file.toString().endsWith(".md")).sorted())
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void links_each_leadSomewhere(Path document) throws IOException {
        List<String> broken = new ArrayList<>();
        for (String target : found(LINK, withoutCode(document))) {
            if (!target.matches("[a-z]+:.*") && !exists(document, target)) {
                broken.add(target);
            }
        }

        assertThat(broken).as("links of " + document).isEmpty();
    }

    @Test
    void links_brokenOnes_areFound() {
        assertThat(exists(README, "docs/DEVELOPMENT.md#build")).isTrue();
        assertThat(exists(README, "docs/DEVELOPMENT.md#no-such-section")).isFalse();
        assertThat(exists(README, "docs/NO-SUCH-DOCUMENT.md")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void names_ofFilesAndTests_areThoseOfTheRepository(Path document) throws IOException {
        String text = Files.readString(document);

        assertThat(found(SOURCE, text))
                .map(Path::of)
                .filteredOn(file -> !file.startsWith(MADE_AT_START))
                .allSatisfy(file -> assertThat(file).exists());
        assertThat(found(TEST, text))
                .allSatisfy(test -> assertThat(source(test)).contains("class " + test));
    }

    @Test
    void readme_isShortAndLeadsToEachDocument() throws IOException {
        assertThat(Files.readAllLines(README)).hasSizeLessThanOrEqualTo(LONGEST_README);
        Set<Path> linked =
                found(LINK, withoutCode(README)).stream().map(Path::of).collect(toSet());
        assertThat(documents()
                        .filter(document -> document.startsWith("docs"))
                        .filter(document -> !linked.contains(document)))
                .as("documents to which README does not lead")
                .isEmpty();
    }

    @Test
    void documents_each_beginWithForWhomTheyAre() throws IOException {
        assertThat(documents().filter(document -> document.startsWith("docs"))).allSatisfy(document -> {
            String text = Files.readString(document);
            assertThat(text).as(document.toString()).matches("(?s)# [^\n]+\n\nFor .*");
        });
    }

    @Test
    void commands_each_areTriedOrSayWhatThatWouldNeed() throws IOException {
        List<Tried> known =
                Files.readAllLines(Path.of("src", "test", "resources", "documents", "commands.txt")).stream()
                        .filter(line -> !line.startsWith("#"))
                        .map(Tried::of)
                        .toList();
        List<Tried> used = new ArrayList<>();

        for (Path document : documents().toList()) {
            for (String first : found(COMMANDS, Files.readString(document))) {
                List<Tried> of = known.stream()
                        .filter(tried -> tried.isOf(document, first))
                        .toList();
                assertThat(of).as(document + ": " + first).hasSize(1);
                used.addAll(of);
            }
        }

        assertThat(used).containsExactlyInAnyOrderElementsOf(known);
        assertThat(known)
                .filteredOn(tried -> !tried.by().startsWith(NOT_TRIED))
                .allSatisfy(tried -> assertThat(source(tried.by()))
                        .as(tried.by() + " reads " + tried.document())
                        .contains("\"" + tried.document().getFileName() + "\""));
    }

    /** The text of a test's class. A path that it names in one text counts as one of its parts. */
    private static String source(String test) {
        try (Stream<Path> files = Files.walk(TESTS)) {
            Path file = files.filter(
                            candidate -> candidate.getFileName().toString().equals(test + ".java"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("There is no test " + test + "."));
            return Files.readString(file).replace("/", "\"\"");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean exists(Path document, String target) {
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty()
                ? document
                : document.resolveSibling(parts[0]).normalize();
        return Files.exists(file) && (parts.length == 1 || anchors(file).contains(parts[1]));
    }

    /** As GitHub makes them of headings. */
    private static Set<String> anchors(Path document) {
        try {
            return found(HEADING, withoutBlocks(Files.readString(document))).stream()
                    .map(heading -> heading.toLowerCase(Locale.ROOT)
                            .replaceAll("[^\\p{L}\\p{N} _-]", "")
                            .replace(' ', '-'))
                    .collect(toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String withoutBlocks(String text) {
        return text.replaceAll("(?ms)^\\s*```.*?^\\s*```\\s*$", "");
    }

    private static String withoutCode(Path document) throws IOException {
        return CODE.matcher(Files.readString(document)).replaceAll("");
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }
}
