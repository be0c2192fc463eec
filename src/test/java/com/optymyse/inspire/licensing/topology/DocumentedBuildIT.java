package com.optymyse.inspire.licensing.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands by which somebody tries and changes the product, as the documents have them, in a clone of the last commit. */
@Tag("thorough")
class DocumentedBuildIT {

    private static final Document README = new Document(Path.of("README.md"));
    private static final Document DEVELOPMENT = new Document(Path.of("docs", "DEVELOPMENT.md"));
    private static final Pattern LISTENING =
            Pattern.compile("Listening on: (http://localhost:\\d+)\\. Management interface");

    /** Until a build says what it should: it downloads, compiles and starts. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    @TempDir
    private static Path folder;

    private static Path clone;

    @BeforeAll
    static void cloneTheLastCommit() throws Exception {
        clone = folder.resolve("clone");
        Path log = folder.resolve("clone.log");
        Process git = start("git clone --quiet '" + Path.of("").toAbsolutePath() + "' " + clone, folder, log, Map.of());
        assertThat(git.waitFor()).as(Files.readString(log)).isZero();
    }

    @Test
    void developmentMode_typedAsItIs_isTheProductAndItsSandbox() throws Exception {
        Path log = folder.resolve("development.log");
        Process started = start(
                README.block("./mvnw quarkus:dev").lines().findFirst().orElseThrow(),
                clone,
                log,
                Map.of(
                        // Beside whatever has these on this host.
                        "QUARKUS_HTTP_PORT", "0", "QUARKUS_MANAGEMENT_PORT", "0", "MAVEN_ARGS", "--batch-mode"));
        try {
            String address = awaited(LISTENING, started, log).group(1);

            assertThat(get(address + "/")).contains("<title>");
            assertThat(get(address + "/sandbox/token?role=Admin").split("\\.")).hasSize(3);
        } finally {
            end(started);
        }
    }

    @Test
    void quickLoop_typedAsItIs_runsTheTestsThatAreNamed() throws Exception {
        List<String> commands = DEVELOPMENT.block("./mvnw test -Dquick").lines().toList();
        Path quick = folder.resolve("quick.log");
        Path continuous = folder.resolve("continuous.log");

        Process named = start(commands.getFirst(), clone, quick, Map.of());

        assertThat(named.waitFor()).as(Files.readString(quick)).isZero();
        assertThat(Files.readString(quick)).containsPattern("Tests run: [1-9]\\d*, Failures: 0, Errors: 0, Skipped: 0");

        Process testing = start(commands.getLast(), clone, continuous, Map.of());
        try {
            awaited(Pattern.compile("Running \\d+/\\d+|Starting tests|Running tests"), testing, continuous);
        } finally {
            end(testing);
        }
    }

    private static Process start(String command, Path where, Path log, Map<String, String> environment)
            throws IOException {
        ProcessBuilder bash = new ProcessBuilder("bash", "-euc", command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        bash.environment().putAll(environment);
        return bash.start();
    }

    /** What it says, once it does; a failure if it ends before. */
    private static Matcher awaited(Pattern said, Process process, Path log) throws IOException {
        await().atMost(LONGEST)
                .until(() -> !process.isAlive() || said(said, log).find());

        Matcher found = said(said, log);
        assertThat(found.find())
                .as("It says \"%s\":%n%s", said, Files.readString(log))
                .isTrue();
        return found;
    }

    private static Matcher said(Pattern said, Path log) throws IOException {
        return said.matcher(Files.readString(log));
    }

    private static void end(Process process) throws InterruptedException {
        List<ProcessHandle> begun = process.descendants().toList();
        begun.forEach(ProcessHandle::destroy);
        process.destroy();
        process.waitFor();
        begun.forEach(child -> child.onExit().join());
    }

    private static String get(String address) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                    .body();
        }
    }
}
