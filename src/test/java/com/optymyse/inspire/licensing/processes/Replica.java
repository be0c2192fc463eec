package com.optymyse.inspire.licensing.processes;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One released service, running in a process of its own. */
final class Replica implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(2);

    /** A JVM that keeps what it has learned works on that for minutes where others need the processor. */
    private static final Duration LONGEST_END = Duration.ofMinutes(10);

    /** A service under test is started many times and never runs for long; one that is measured has other options. */
    private static final List<String> JVM_OPTIONS =
            List.of(System.getProperty("processes.jvm-options", "-XX:TieredStopAtLevel=1")
                    .split(" "));

    private static final Pattern STARTED = Pattern.compile(
            "Listening on: (?<api>http://\\S+?)(?: and (?<secure>https://\\S+?))?\\. Management interface listening on"
                    + " (?<management>http://\\S+?)\\.[\\s\"]");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final Path log;
    private final URI api;
    private final @Nullable String secure;
    private final URI management;
    private final Supplier<String> token;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * An answer.
     *
     * @param tag its ETag; empty without one
     * @param retryAfter after how many seconds to ask again; zero where it does not say
     * @param at when it arrived, in nanoseconds of {@link System#nanoTime}
     */
    record Answer(int status, JsonNode body, String tag, long retryAfter, long at) {}

    private Replica(Process process, Path log, Supplier<String> token) {
        this.process = process;
        this.log = log;
        this.token = token;
        Matcher addresses = awaitStarted(process, log);
        this.api = URI.create(addresses.group("api"));
        this.secure = addresses.group("secure");
        this.management = URI.create(addresses.group("management"));
    }

    /**
     * Starts a service and waits until it listens; its database may be away.
     *
     * @param application the folder {@code quarkus-app} of its package
     * @param options of its JVM, beside those that all have
     * @param log where its output goes
     * @param environment variables beside those that this process has
     * @param token makes a token for each request
     */
    static Replica start(
            Path application,
            List<String> options,
            Path log,
            Map<String, String> settings,
            Map<String, String> environment,
            Supplier<String> token) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(JVM_OPTIONS);
        command.addAll(options);
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("-jar");
        command.add(application.resolve("quarkus-run.jar").toString());
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            return new Replica(process, log, token);
        } catch (IOException failure) {
            throw new UncheckedIOException("No Java process can be started.", failure);
        }
    }

    URI api() {
        return api;
    }

    /** Where it speaks TLS, which its settings have to say. */
    URI secure() {
        return URI.create(Objects.requireNonNull(secure, "The service does not speak TLS."));
    }

    URI management() {
        return management;
    }

    String token() {
        return token.get();
    }

    long pid() {
        return process.pid();
    }

    Answer get(String path) {
        return getLater(path).join();
    }

    /** Asks, and does not wait for the answer. */
    CompletableFuture<Answer> getLater(String path) {
        return send(path, "GET", "");
    }

    Answer post(String path) {
        return postLater(path, "").join();
    }

    Answer activate(String key) {
        return activateLater(key).join();
    }

    /** Asks, and does not wait for the answer, which may never come. */
    CompletableFuture<Answer> postLater(String path, String body) {
        return send(path, "POST", body);
    }

    CompletableFuture<Answer> activateLater(String key) {
        return postLater("/license/activate", activation(key));
    }

    static String activation(String key) {
        return "{\"method\":\"online\",\"licenseKey\":\"" + key + "\"}";
    }

    /** What the service says of itself. */
    Standing standing() {
        return Standing.of(get("/license").body());
    }

    /** Whether it is ready for requests, as an orchestrator asks. */
    boolean isReady() {
        return askedForReadiness().statusCode() == 200;
    }

    /** What it answers then: its checks, and what is wrong. */
    String readiness() {
        return askedForReadiness().body();
    }

    /** How old its state may be, in seconds, as it tells those who watch it. */
    double stateAge() {
        return metric("licensing_state_age_seconds");
    }

    /**
     * One of its figures.
     *
     * @param name as Prometheus has it, with all labels where there are several series
     */
    double metric(String name) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The service does not tell " + name + "."));
    }

    /** All of its figures, as Prometheus reads them. */
    String metrics() {
        HttpRequest request = HttpRequest.newBuilder(management.resolve("/q/metrics"))
                .timeout(LONGEST_ANSWER)
                .build();
        return client.sendAsync(request, BodyHandlers.ofString()).join().body().replace(",}", "}");
    }

    private HttpResponse<String> askedForReadiness() {
        HttpRequest request = HttpRequest.newBuilder(management.resolve("/q/health/ready"))
                .timeout(LONGEST_ANSWER)
                .build();
        return client.sendAsync(request, BodyHandlers.ofString()).join();
    }

    Replica awaitReady() {
        await().atMost(LONGEST_START).pollInterval(Duration.ofMillis(100)).until(this::isReady);
        return this;
    }

    String log() {
        return read(log);
    }

    /** As {@code kill -9} does, and returns when it is gone. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** As an orchestrator asks it to end, and does not wait for that. */
    void stop() {
        process.destroy();
    }

    /** Waits until it has ended by itself, and returns its exit status. */
    int awaitGone() {
        return process.onExit()
                .orTimeout(LONGEST_END.toSeconds(), TimeUnit.SECONDS)
                .join()
                .exitValue();
    }

    /** Waits until it has begun to stop, which shows in that nobody may begin to listen. */
    void awaitStopping() {
        await().atMost(LONGEST_ANSWER)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> send("/entitlements/stream", "HEAD", "").join().status() == 503);
    }

    @Override
    public void close() {
        kill();
        client.close();
    }

    private CompletableFuture<Answer> send(String path, String method, String body) {
        HttpRequest request = HttpRequest.newBuilder(api.resolve(path))
                .timeout(LONGEST_ANSWER)
                .header("Authorization", "Bearer " + token.get())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return client.sendAsync(request, BodyHandlers.ofByteArray()).thenApply(Replica::answer);
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        long now = System.nanoTime();
        try {
            return new Answer(
                    response.statusCode(),
                    JSON.readTree(response.body()),
                    response.headers().firstValue("ETag").orElse(""),
                    response.headers().firstValueAsLong("Retry-After").orElse(0),
                    now);
        } catch (IOException notJson) {
            throw new UncheckedIOException("The service did not answer in JSON.", notJson);
        }
    }

    private static Matcher awaitStarted(Process process, Path log) {
        await().atMost(LONGEST_START)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !process.isAlive() || STARTED.matcher(read(log)).find());
        Matcher found = STARTED.matcher(read(log));
        if (!found.find()) {
            throw new IllegalStateException("The service did not start, see " + log + ".");
        }
        return found;
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            throw new UncheckedIOException("The log can't be read.", failure);
        }
    }
}
