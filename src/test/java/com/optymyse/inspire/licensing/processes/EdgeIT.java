package com.optymyse.inspire.licensing.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers without manners, before a service that has the image's options and as much heap as it has with 512 MB. */
@Tag("thorough")
class EdgeIT {

    private static final long MEGABYTE = 1024L * 1024;
    private static final long MEMORY = 512 * MEGABYTE;
    private static final List<String> OPTIONS =
            List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:+ExitOnOutOfMemoryError", "-Xmx307m");
    private static final int LISTENERS = 5_000;
    private static final int STATES = 10;
    private static final int ODD_METHODS = 20_000;
    private static final String FLAGS = "/ofrep/v1/evaluate/flags";
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");
    private static final Pattern MOST_MEMORY = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    private static final Path FOLDER = Path.of("target", "processes", "EdgeIT").toAbsolutePath();

    private static Premises premises;
    private static Replica service;
    private static HttpClient client;

    private Liveness liveness;

    @BeforeAll
    static void start() throws IOException {
        Files.createDirectories(FOLDER);
        TlsCertificate.make(FOLDER);
        premises = Premises.of(EdgeIT.class);
        service = premises.start(
                        OPTIONS,
                        Map.of(
                                "licensing.stream.listeners-per-subject",
                                String.valueOf(LISTENERS),
                                // Nobody is cut off for being slow, however slow the machine is.
                                "licensing.stream.heartbeat",
                                "600S",
                                "quarkus.http.ssl-port",
                                "0",
                                "quarkus.http.ssl.certificate.files",
                                FOLDER.resolve("tls.crt").toString(),
                                "quarkus.http.ssl.certificate.key-files",
                                FOLDER.resolve("tls.key").toString()))
                .awaitReady();
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        client.close();
        premises.close();
    }

    @BeforeEach
    void watch() {
        liveness = Liveness.of(service);
    }

    /** Whatever was done to it. */
    @AfterEach
    void itHasLived(TestInfo test) throws IOException {
        Liveness.Answers answers = liveness.end();
        Figures.report(
                test.getDisplayName() + ": " + answers.good() + " answers about liveness in time, the slowest after "
                        + answers.slowest().toMillis() + " ms, and " + answers.late() + " too late.");
        assertThat(answers.good()).isPositive();
        assertThat(mostMemory()).as("resident memory at its most").isLessThan(MEMORY);
    }

    @Test
    void listeners_thousandsThatReadNothing_memoryIsBounded() throws IOException {
        SilentListeners.enlarge(premises.vendor(), "DEMO-THOUSAND");
        activate("DEMO-THOUSAND");
        try (SilentListeners listeners = new SilentListeners(service)) {
            for (int state = 0; state < STATES; state++) {
                listeners.come(LISTENERS / STATES);
                activate(state % 2 == 0 ? "DEMO-ENTERPRISE" : "DEMO-THOUSAND");
                // Each of the states once, and not for each of the thousands.
                assertThat(service.metric("licensing_listeners_pending_bytes")).isLessThan(4.0 * MEGABYTE);
                assertThat(service.metric("jvm_buffer_memory_used_bytes{id=\"direct\"}"))
                        .isLessThan(64.0 * MEGABYTE);
            }
            assertThat(service.get("/entitlements").status()).isEqualTo(200);
        }

        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            assertThat(service.metric("licensing_listeners")).isZero();
            assertThat(service.metric("licensing_listeners_pending_bytes")).isZero();
        });
    }

    @Test
    void methods_thousandsThatAreMadeUp_makeNoSeries() throws IOException {
        oddMethods(0, 100);
        awaitCountedAsOther(100);
        long before = series();

        oddMethods(100, ODD_METHODS);

        // An answer is counted a moment after it has gone out.
        awaitCountedAsOther(ODD_METHODS);
        assertThat(series()).isLessThanOrEqualTo(before + 20);
    }

    /** What a strict parser does not read is a mistake of the client. */
    @ParameterizedTest
    @ValueSource(strings = {"depth", "digits", "name", "garbage"})
    void evaluate_oddJson_isRefused(String kind) throws Exception {
        for (int time = 0; time < 200; time++) {
            HttpRequest request = HttpRequest.newBuilder(service.api().resolve(FLAGS))
                    .header("Authorization", "Bearer " + service.token())
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(odd(kind)))
                    .build();
            assertThat(client.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void tls_clientThatPrefersHttp2_isNotOfferedIt() throws Exception {
        URI secure = service.secure();
        try (SSLSocket socket = (SSLSocket)
                TlsCertificate.trust(FOLDER).getSocketFactory().createSocket("localhost", secure.getPort())) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
            socket.setSSLParameters(parameters);

            socket.startHandshake();

            assertThat(socket.getApplicationProtocol()).isIn("", "http/1.1");
        }
    }

    private static void activate(String key) {
        assertThat(service.activate(key).status()).isEqualTo(200);
    }

    private static void awaitCountedAsOther(int requests) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(countedAsOther()).isEqualTo(requests));
    }

    /** Nobody else sends such methods. */
    private static long countedAsOther() {
        return service.metrics()
                .lines()
                .filter(line ->
                        line.startsWith("http_server_requests_seconds_count{") && line.contains("method=\"OTHER\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** On one connection, which the last of them closes. */
    private static void oddMethods(int from, int to) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), service.api().getPort())) {
            CompletableFuture<List<Integer>> statuses = CompletableFuture.supplyAsync(() -> statuses(socket));
            OutputStream out = socket.getOutputStream();
            for (int number = from; number < to; number++) {
                String method = (number % 2 == 0 ? "M" : "get") + number;
                String path = number % 3 == 0 ? "/problems/x" + number : "/license";
                out.write((method + " " + path + " HTTP/1.1\r\nHost: x\r\n"
                                + (number == to - 1 ? "Connection: close\r\n" : "") + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
            }
            out.flush();
            assertThat(statuses).succeedsWithin(Duration.ofMinutes(2));
            assertThat(statuses.join()).hasSize(to - from).allMatch(status -> status >= 400 && status < 600);
        }
    }

    private static List<Integer> statuses(Socket socket) {
        try {
            return STATUS.matcher(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .map(status -> Integer.valueOf(status.group(1)))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("The answers can't be read.", failure);
        }
    }

    private static String odd(String kind) {
        return switch (kind) {
            case "depth" -> "{\"context\":{\"x\":" + "[".repeat(999) + "]".repeat(999) + "}}";
            case "digits" -> "{\"context\":{\"x\":" + "1".repeat(1_001) + "}}";
            case "name" -> "{\"context\":{\"" + "n".repeat(60_000) + "\":1}}";
            default -> "{\"context\":";
        };
    }

    private static long series() {
        return service.metrics().lines().filter(line -> !line.startsWith("#")).count();
    }

    private static long mostMemory() throws IOException {
        return MOST_MEMORY
                        .matcher(Files.readString(Path.of("/proc", String.valueOf(service.pid()), "status")))
                        .results()
                        .mapToLong(most -> Long.parseLong(most.group(1)))
                        .sum()
                * 1024;
    }
}
