package com.optymyse.inspire.licensing.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code docker/start} and {@code docker/roll} ask of an engine, and say of it. In its place are commands that write down
 * what they are asked: a service is ready that is in the file {@code ready}, its container is as the file named like it says,
 * and an address answers what {@code status} says.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class StartScriptTest {

    private static final List<String> SERVICES = List.of("postgres", "keycloak", "licensing-1", "licensing-2", "proxy");
    private static final String COMPOSE = """
            #!/bin/bash
            cd STATE
            echo "$*" >>asked
            case $1 in
            config) cat services ;;
            ps) shift 3; [ ! -e "$1" ] || echo "$1" ;;
            exec) grep -qx -- "$3" ready ;;
            logs) echo "words of $3" ;;
            esac
            """;
    private static final String DOCKER = """
            #!/bin/bash
            cd STATE
            [ -n "$4" ] || { echo; exit 1; }
            cat "$4"
            [ ! -e "restarts-$4" ] || echo "running $(wc -l <asked)" >"$4"
            """;
    private static final String CURL = """
            #!/bin/bash
            cat STATE/status
            """;

    @TempDir
    private Path folder;

    /** How a script has ended, and what it has said. */
    private record Outcome(int code, String said) {}

    @BeforeEach
    void prepare() throws IOException {
        assumeTrue(isInstalled("openssl"), "This test needs openssl on the PATH.");
        for (String name : List.of("docker", "bin", "state")) {
            Files.createDirectory(folder.resolve(name));
        }
        for (String script : List.of("start", "roll", "services.sh")) {
            Files.copy(Path.of("docker", script), folder.resolve("docker").resolve(script));
        }
        command("docker-compose", COMPOSE);
        command("docker", DOCKER);
        command("curl", CURL);
        Files.writeString(state("status"), "200");
        Files.write(state("services"), SERVICES);
        Files.writeString(state("services"), "migrate\n", StandardOpenOption.APPEND);
        Files.write(state("ready"), SERVICES);
        for (String service : SERVICES) {
            Files.writeString(state(service), "running 0\n");
        }
    }

    @Test
    void start_everythingReady_returnsAndSaysWhere() throws Exception {
        Outcome outcome = run("start", Map.of("INSPIRE_URL", "https://licensing.example"));

        assertThat(outcome.code()).as(outcome.said()).isZero();
        assertThat(outcome.said()).endsWith("docker/start: ready at https://licensing.example\n");
        assertThat(asked()).containsSubsequence("run --rm -T database-roles", "run --rm -T migrate", "up -d");
    }

    /** Though another one keeps everybody waiting. */
    @Test
    void start_replicaHasEnded_isNamedAtOnce() throws Exception {
        notReady("keycloak", "licensing-2");
        Files.writeString(state("licensing-2"), "exited 0\n");

        Outcome outcome = run("start", Map.of());

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said())
                .contains("words of licensing-2\ndocker/start: licensing-2 has ended.")
                .doesNotContain("words of keycloak");
    }

    /** As an engine does again and again with a service that ends. */
    @Test
    void start_serviceIsStartedAgain_isNamed() throws Exception {
        notReady("keycloak");
        Files.createFile(state("restarts-keycloak"));

        Outcome outcome = run("start", Map.of());

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said()).contains("docker/start: keycloak has ended.");
    }

    @Test
    void start_identityProviderNotReady_isNamedAndGivenUpLater() throws Exception {
        notReady("keycloak");

        Outcome outcome = run("start", Map.of("INSPIRE_PATIENCE", "1", "INSPIRE_LONGEST", "3"));

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said())
                .containsSubsequence(
                        "docker/start: keycloak is not ready after 1 seconds",
                        "docker/start: keycloak does not get ready.");
    }

    /** 000 is no answer at all, and 503 is that of a proxy without a replica. */
    @ParameterizedTest
    @ValueSource(strings = {"000", "503"})
    void start_proxyLeadsNowhere_fails(String status) throws Exception {
        Files.writeString(state("status"), status);

        Outcome outcome = run("start", Map.of("INSPIRE_LONGEST", "1"));

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said()).contains("docker/start: proxy does not get ready.");
    }

    @Test
    void start_replicasRun_areReplacedOneAfterTheOther() throws Exception {
        run("start", Map.of());

        assertThat(asked())
                .containsSubsequence(
                        "run --rm -T migrate",
                        "up -d --no-deps licensing-1",
                        "exec -T licensing-1 healthy",
                        "up -d --no-deps licensing-2",
                        "exec -T licensing-2 healthy",
                        "up -d");
    }

    @Test
    void roll_replacesEachWhenTheOtherIsReady() throws Exception {
        Outcome outcome = run("roll", Map.of());

        assertThat(outcome.code()).as(outcome.said()).isZero();
        assertThat(asked())
                .filteredOn(line -> !line.startsWith("ps "))
                .map(line -> line.replaceFirst(" bash .* 'GET /(\\S+) .*", " about $1"))
                .containsExactly(
                        "up -d --no-deps --force-recreate licensing-1",
                        "exec -T licensing-1 healthy",
                        "exec -T proxy about licensing-1",
                        "up -d --no-deps --force-recreate licensing-2",
                        "exec -T licensing-2 healthy",
                        "exec -T proxy about licensing-2");
    }

    /** A replica that is ready gets no requests before the proxy has found it. */
    @Test
    void roll_proxyHasNotFoundTheFirst_secondStays() throws Exception {
        notReady("proxy");

        Outcome outcome = run("roll", Map.of("INSPIRE_LONGEST", "1"));

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said()).contains("docker/roll: licensing-1 does not get ready.");
        assertThat(asked()).noneMatch(line -> line.contains("licensing-2"));
    }

    @Test
    void roll_firstDoesNotGetReady_secondStays() throws Exception {
        notReady("licensing-1");

        Outcome outcome = run("roll", Map.of("INSPIRE_LONGEST", "1"));

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said()).contains("docker/roll: licensing-1 does not get ready.");
        assertThat(asked()).noneMatch(line -> line.contains("licensing-2"));
    }

    /** macOS brings bash 3.2, which has no arrays by name, no mapfile, and no change of case. */
    @ParameterizedTest
    @ValueSource(strings = {"start", "roll", "services.sh", "command", "database", "build", "base-image-renew"})
    void script_hasNothingThatOldBashLacks(String script) throws IOException {
        assertThat(Files.readString(Path.of("docker", script)))
                .doesNotContainPattern(
                        "(local|declare|typeset) -[a-zA-Z]*[An]|mapfile|readarray|\\$\\{\\w+(,,|\\^\\^)|&>>|\\|&");
    }

    private void notReady(String... services) throws IOException {
        Files.write(
                state("ready"),
                SERVICES.stream()
                        .filter(service -> !List.of(services).contains(service))
                        .toList());
    }

    private List<String> asked() throws IOException {
        return Files.readAllLines(state("asked"));
    }

    private Outcome run(String script, Map<String, String> settings) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(folder.resolve("docker").resolve(script).toString()).redirectErrorStream(true);
        builder.environment().merge("PATH", folder.resolve("bin") + File.pathSeparator, (path, bin) -> bin + path);
        builder.environment().putAll(settings);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Outcome(process.waitFor(), said);
    }

    private Path state(String name) {
        return folder.resolve("state").resolve(name);
    }

    private void command(String name, String text) throws IOException {
        Path script = folder.resolve("bin").resolve(name);
        Files.writeString(script, text.replace("STATE", folder.resolve("state").toString()));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static boolean isInstalled(String command) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, command)));
    }
}
