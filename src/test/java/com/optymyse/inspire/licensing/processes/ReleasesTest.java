package com.optymyse.inspire.licensing.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each release of {@code docs/releases} is in the history as it is named. */
class ReleasesTest {

    private static final Path CHANGELOG = Path.of("CHANGELOG.md");

    /** The version of a project or, before its own, of the parent that it takes it from. */
    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");

    @ParameterizedTest
    @MethodSource("releases")
    void release_each_isACommitOfThatVersionWithASectionInTheChangelog(FormerRelease release) throws IOException {
        String section = "\n## " + release.version() + ", ";

        assertThat(version(release.read("pom.xml"))).isEqualTo(release.version());
        assertThat(release.read(CHANGELOG.toString())).contains(section);
        assertThat(Files.readString(CHANGELOG)).contains(section);
    }

    /** Otherwise two images would have one version, and a rollback might take the wrong one. */
    @Test
    void version_ofThisTree_isNoRelease() throws IOException {
        assertThat(releases()).extracting(FormerRelease::version).doesNotContain(versionOf("pom.xml"));
    }

    @ParameterizedTest
    @MethodSource("projects")
    void version_ofEachProject_isTheSame(String project) throws IOException {
        assertThat(versionOf(project)).isEqualTo(versionOf("pom.xml"));
    }

    private static List<FormerRelease> releases() {
        return FormerRelease.all();
    }

    private static List<String> projects() {
        return List.of("src/benchmark/pom.xml", "src/benchmark/runner/pom.xml");
    }

    private static String versionOf(String project) throws IOException {
        return version(Files.readString(Path.of(project)));
    }

    private static String version(String project) {
        Matcher version = VERSION.matcher(project);
        assertThat(version.find()).isTrue();
        return version.group(1);
    }
}
