package com.optymyse.inspire.licensing.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;

/** The build runs component tests by the suites alone, and would not notice one that none of them finds. */
class SuitesTest {

    private static final Path SOURCES = Path.of("src", "test", "java");

    private static final List<Class<?>> SUITES = List.of(OperationsSuite.class, PageSuite.class, RemainingSuite.class);

    @Test
    void componentTest_each_isInOneSuite() throws IOException {
        List<String> componentTests;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            componentTests = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(SuitesTest::isComponentTest)
                    .map(file -> SOURCES.relativize(file).toString())
                    .map(file -> file.replaceFirst("\\.java$", "").replace(File.separatorChar, '.'))
                    .toList();
        }

        // By its name the build leaves a component test to the suites.
        assertThat(componentTests)
                .hasSizeGreaterThan(50)
                .allSatisfy(test -> assertThat(test).endsWith("ComponentTest"))
                .allSatisfy(test -> assertThat(SUITES.stream().filter(suite -> finds(suite, test)))
                        .hasSize(1));
    }

    private static boolean isComponentTest(Path file) {
        try {
            return Files.readString(file).contains("\n@QuarkusTest\n");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean finds(Class<?> suite, String test) {
        IncludeClassNamePatterns included = suite.getAnnotation(IncludeClassNamePatterns.class);
        ExcludeClassNamePatterns excluded = suite.getAnnotation(ExcludeClassNamePatterns.class);
        return Arrays.stream(suite.getAnnotation(SelectPackages.class).value())
                        .anyMatch(root -> test.startsWith(root + "."))
                && matches(test, included.value())
                && (excluded == null || !matches(test, excluded.value()));
    }

    private static boolean matches(String test, String... patterns) {
        return Stream.of(patterns).anyMatch(test::matches);
    }
}
