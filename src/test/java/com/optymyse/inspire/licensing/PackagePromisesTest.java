package com.optymyse.inspire.licensing;

import static com.optymyse.inspire.licensing.ArchitectureTest.IMPORTS;
import static com.optymyse.inspire.licensing.ArchitectureTest.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each package-info says of imports is what the sources do: no more, and no less. */
class PackagePromisesTest {

    private static final List<Path> SOURCES = List.of(Path.of("src/main/java"), Path.of("src/sandbox/java"));
    private static final Pattern IMPORT = Pattern.compile(
            "^import (?:static )?" + Pattern.quote(ROOT) + "\\.([a-z.]+)\\.[A-Z].*;$", Pattern.MULTILINE);
    private static final Pattern PROMISE = Pattern.compile("\\bImports ([^.]*(?:\\{@code[^}]*}[^.]*)*)\\.(.*)$");
    private static final Pattern NAME = Pattern.compile("\\{@code ([a-z]+)}");

    static Set<String> packages() {
        return new TreeSet<>(IMPORTS.keySet());
    }

    @Test
    void packages_ofTheTable_areThoseOfTheSources() throws IOException {
        assertThat(imports().keySet()).isEqualTo(packages());
    }

    @ParameterizedTest
    @MethodSource("packages")
    void package_ofTheTable_importsAllThatItMay(String name) throws IOException {
        assertThat(imports().get(name)).isEqualTo(new TreeSet<>(IMPORTS.get(name)));
    }

    @ParameterizedTest
    @MethodSource("packages")
    void packageInfo_ofThePackage_saysWhatItImportsAndWhoImportsIt(String name) throws IOException {
        Matcher promise = PROMISE.matcher(description(name));
        assertThat(promise.find()).as("It says what the package imports.").isTrue();
        assertThat(named(name, promise.group(1))).isEqualTo(new TreeSet<>(IMPORTS.get(name)));
        Set<String> importers = IMPORTS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(name))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        String rest = promise.group(2).strip();
        if (rest.isEmpty()) {
            return;
        }
        assertThat(rest).matches("Nothing imports it\\.|\\{@code [a-z]+} alone imports it\\.");
        assertThat(importers).isEqualTo(named(name, rest));
    }

    private static Set<String> named(String importer, String sentence) {
        String group = importer.startsWith("sandbox") ? "sandbox." : "";
        return NAME.matcher(sentence)
                .results()
                .map(found -> group + found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String description(String name) throws IOException {
        String path = (ROOT + "." + name).replace('.', '/') + "/package-info.java";
        Path file = SOURCES.stream()
                .map(source -> source.resolve(path))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        String text = Files.readString(file);
        return text.substring(0, text.indexOf("*/"))
                .replaceAll("(?m)^ ?/?\\*+ ?", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** By the import statements of its files: the rules of {@link ArchitectureTest} see what is named in full. */
    private static Map<String, Set<String>> imports() throws IOException {
        Map<String, Set<String>> imports = new TreeMap<>();
        for (Path source : SOURCES) {
            Path root = source.resolve(ROOT.replace('.', '/'));
            for (Path file : javaFiles(root)) {
                String name = root.relativize(file.getParent()).toString().replace('/', '.');
                Set<String> imported = imports.computeIfAbsent(name, first -> new TreeSet<>());
                IMPORT.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .filter(found -> !found.equals(name))
                        .forEach(imported::add);
            }
        }
        return imports;
    }

    private static Collection<Path> javaFiles(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
