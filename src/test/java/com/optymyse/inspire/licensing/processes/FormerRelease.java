package com.optymyse.inspire.licensing.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A release before this version, built from its own sources.
 *
 * @param version as {@code docs/releases} names it
 * @param commit of this repository
 */
record FormerRelease(String version, String commit) {

    private static final Path RELEASES = Path.of("docs", "releases");

    private static final String MIGRATIONS = "src/main/resources/db/migration";

    static FormerRelease newest() {
        return all().getLast();
    }

    /** The oldest first. */
    static List<FormerRelease> all() {
        try {
            return Files.readAllLines(RELEASES).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+", -1))
                    .map(words -> new FormerRelease(words[0], words[1]))
                    .toList();
        } catch (IOException failure) {
            throw new IllegalStateException(RELEASES + " can't be read.", failure);
        }
    }

    /** Whether this version has no other migrations than the release. */
    boolean hasTheMigrationsOfThisVersion() {
        return git("diff", "--name-only", commit, "--", MIGRATIONS).isBlank();
    }

    /** The text of one of its files. */
    String read(String path) {
        return git("show", commit + ":" + path);
    }

    /**
     * Builds its package in a folder below {@code target} and returns the folder {@code quarkus-app}.
     *
     * @throws IllegalStateException when this clone has not its commit
     */
    Path build() throws IOException {
        try {
            git("cat-file", "-e", commit + "^{commit}");
        } catch (IllegalStateException missing) {
            throw new IllegalStateException(
                    "This clone lacks the commit " + commit + " of docs/releases. Fetch the whole history.", missing);
        }
        Path folder = Path.of("target", "former-release").toAbsolutePath();
        Path archive = folder.resolve(commit + ".tar");
        Path sources = folder.resolve(commit);
        Path application = sources.resolve("target/former/quarkus-app");
        if (Files.exists(application.resolve("quarkus-run.jar"))) {
            return application;
        }
        Files.createDirectories(sources);
        git("archive", "--output", archive.toString(), commit);
        OperatorCommand.run(List.of("tar", "-xf", archive.toString(), "-C", sources.toString()), Map.of());
        OperatorCommand.run(buildCommand(sources), Map.of());
        return application;
    }

    private static List<String> buildCommand(Path sources) {
        List<String> command = new ArrayList<>(List.of(
                sources.resolve("mvnw").toString(),
                "-B",
                "-f",
                sources.resolve("pom.xml").toString(),
                "-Drelease",
                "-DbuildDirectory=target/former",
                // It is asked over HTTP alone. The page, which takes longest to build, is not looked at.
                "-Dquarkus.quinoa.enabled=false",
                // Both were checked when it was released.
                "-Dspotless.check.skip",
                "-Dforbiddenapis.skip"));
        Optional.ofNullable(System.getProperty("maven.repo.local"))
                .ifPresent(repository -> command.add("-Dmaven.repo.local=" + repository));
        command.add("package");
        return command;
    }

    private static String git(String... arguments) {
        return OperatorCommand.run(
                Stream.concat(Stream.of("git"), Stream.of(arguments)).toList(), Map.of());
    }
}
