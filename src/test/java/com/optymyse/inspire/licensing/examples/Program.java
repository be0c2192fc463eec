package com.optymyse.inspire.licensing.examples;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.HttpClientConfig.httpClientConfig;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.config.RestAssuredConfig;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An example that runs as a process of its own, until it is closed. */
final class Program implements AutoCloseable {

    private static final Path EXAMPLES = Path.of("src", "examples");
    private static final Path COPIES = Path.of("target", "examples");
    private static final int MINUTES = 3;
    /**
     * Milliseconds that an answer may take: more than a program waits for the licensing service, also without a limit of
     * its own.
     */
    private static final RestAssuredConfig PATIENT =
            config().httpClient(httpClientConfig().setParam("http.socket.timeout", 60_000));

    private final Process process;
    private final int port;

    private Program(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** A copy of an example, so that nothing which it installs or builds gets between the sources. */
    static Path copy(String example) {
        Path copy = COPIES.resolve(example);
        try (Stream<Path> files = Files.walk(EXAMPLES.resolve(example))) {
            for (Path file : files.filter(path -> !path.toString().contains("node_modules"))
                    .filter(Files::isRegularFile)
                    .toList()) {
                Path target = copy.resolve(EXAMPLES.resolve(example).relativize(file));
                Files.createDirectories(target.getParent());
                Files.write(target, Files.readAllBytes(file));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return copy;
    }

    static boolean isInstalled(String command) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    /** Runs a command to its end, which has to be good. */
    static void run(Path folder, List<String> command) throws IOException, InterruptedException {
        Path log = folder.resolveSibling(folder.getFileName() + ".log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        assertThat(ended && process.exitValue() == 0)
                .as("%s in %s:%n%s", command, folder, Files.readString(log))
                .isTrue();
    }

    /**
     * Starts a program and waits until it says where it listens.
     *
     * @param listening what it says then, with the port as the first group
     */
    static Program start(Path folder, Pattern listening, Map<String, String> environment, List<String> command)
            throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        CompletableFuture<Integer> port = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> follow(process, listening, port));
        try {
            return new Program(
                    process, port.orTimeout(MINUTES, TimeUnit.MINUTES).join());
        } catch (RuntimeException silent) {
            process.destroyForcibly();
            throw silent;
        }
    }

    /** Reads all that it says, for a process whose words nobody takes stops some day. */
    private static void follow(Process process, Pattern listening, CompletableFuture<Integer> port) {
        StringBuilder said = new StringBuilder();
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                said.append(line).append('\n');
                Matcher matcher = listening.matcher(line);
                if (matcher.find()) {
                    port.complete(Integer.valueOf(matcher.group(1)));
                }
            }
            port.completeExceptionally(new AssertionError("The program ended:\n" + said));
        } catch (IOException ended) {
            port.completeExceptionally(ended);
        }
    }

    /** The status of the answer to a POST. */
    int post(String path) {
        return given().config(PATIENT)
                .baseUri("http://localhost")
                .port(port)
                .post(path)
                .statusCode();
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        List<ProcessHandle> started = process.descendants().toList();
        started.forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().join();
    }
}
