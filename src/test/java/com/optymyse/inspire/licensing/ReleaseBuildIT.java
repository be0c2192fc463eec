package com.optymyse.inspire.licensing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a build of a release makes of the date of its commit, before it compiles anything. */
@Tag("thorough")
class ReleaseBuildIT {

    private static final String AHEAD = "more than an hour ahead of the clock of this host";
    private static final String UNKNOWN = "The date of the commit is not known here";

    @TempDir
    private Path project;

    private record Build(int exit, String said) {}

    @BeforeEach
    void projectWithoutSources() throws IOException {
        Files.copy(Path.of("pom.xml"), project.resolve("pom.xml"));
    }

    @Test
    void release_commitDatedAhead_failsInASentence() throws Exception {
        commit(Instant.now().plus(Duration.ofHours(2)));

        Build build = build();

        assertThat(build.exit()).isNotZero();
        assertThat(build.said()).contains(AHEAD).doesNotContain(UNKNOWN);
    }

    /** Developers' clocks differ a little. */
    @ParameterizedTest
    @ValueSource(strings = {"PT30M", "PT-2H"})
    void release_commitDatedByAClockLikeThisOne_isBuiltAndKnowsItsDate(Duration ahead) throws Exception {
        commit(Instant.now().plus(ahead));

        Build build = build();

        assertThat(build.exit()).as(build.said()).isZero();
        assertThat(build.said()).doesNotContain(AHEAD, UNKNOWN);
        assertThat(project.resolve("target/release/classes/META-INF/licensing/release.properties"))
                .content()
                .contains("git.commit.time=2");
    }

    /** As in a linked working tree whose repository is elsewhere, which a container does not see. */
    @Test
    void release_repositoryThatCantBeRead_fails() throws Exception {
        Files.writeString(project.resolve(".git"), "gitdir: /nowhere/at/all\n");

        Build build = build();

        assertThat(build.exit()).isNotZero();
        assertThat(build.said()).contains("/nowhere/at/all");
    }

    @Test
    void release_archiveOfTheSources_isBuiltWithAWarning() throws Exception {
        Build build = build();

        assertThat(build.exit()).as(build.said()).isZero();
        assertThat(build.said())
                .containsPattern("\\[WARNING].*\\R?.*" + UNKNOWN)
                .doesNotContain(AHEAD);
    }

    private void commit(Instant at) throws Exception {
        String date = at.toString();
        List<String> git =
                List.of("git", "-C", project.toString(), "-c", "user.name=A", "-c", "user.email=a@localhost");
        for (List<String> arguments : List.of(
                List.of("init", "--quiet"),
                List.of("add", "pom.xml"),
                List.of("commit", "--quiet", "--message", "A release"))) {
            List<String> command = new ArrayList<>(git);
            command.addAll(arguments);
            Build done = run(command, Map.of("GIT_COMMITTER_DATE", date, "GIT_AUTHOR_DATE", date));
            assertThat(done.exit()).as(done.said()).isZero();
        }
    }

    private Build build() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of("mvnw").toAbsolutePath().toString(),
                "--batch-mode",
                "--file",
                project.resolve("pom.xml").toString(),
                "-Drelease",
                "-Dspotless.check.skip"));
        Optional.ofNullable(System.getProperty("maven.repo.local"))
                .ifPresent(repository -> command.add("-Dmaven.repo.local=" + repository));
        command.add("initialize");
        return run(command, Map.of());
    }

    private static Build run(List<String> command, Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Build(process.waitFor(), said);
    }
}
