package com.optymyse.inspire.licensing.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Replicas that come back at other addresses, as containers do, one after the other, while services ask through the proxy. */
@Tag("thorough")
class ProxyAddressesIT {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int ANSWERS = 50;
    private static final Path FOLDER = Path.of("target", "processes", ProxyAddressesIT.class.getSimpleName())
            .toAbsolutePath();

    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong answered = new AtomicLong();
    private final List<String> failures = new CopyOnWriteArrayList<>();

    private Premises premises;
    private NameServer names;
    private Haproxy proxy;
    private HttpClient client;
    private int api;
    private int management;

    @BeforeEach
    void start() throws IOException {
        premises = Premises.of(ProxyAddressesIT.class);
        names = new NameServer();
        api = freePort();
        management = freePort();
        proxy = Haproxy.start(FOLDER, names, api, management, Map.of());
        client = HttpClient.newBuilder().sslContext(proxy.trust()).build();
    }

    @AfterEach
    void stop() {
        client.close();
        proxy.close();
        names.close();
        premises.close();
    }

    @Test
    void replicas_comeBackElsewhere_noQuestionFails() throws Exception {
        Replica first = startAt("127.0.0.2", Haproxy.FIRST);
        Replica second = startAt("127.0.0.3", Haproxy.SECOND);
        await().atMost(LONGEST).until(() -> ask(question()) == 200);
        CompletableFuture<Void> asking = CompletableFuture.runAsync(this::keepAsking);

        first.kill();
        awaitAnswers();
        startAt("127.0.0.4", Haproxy.FIRST);
        awaitAnswers();
        second.stop();
        second.awaitGone();
        awaitAnswers();
        Replica last = startAt("127.0.0.5", Haproxy.SECOND);
        awaitAnswers();

        over.set(true);
        asking.join();
        assertThat(failures).isEmpty();
        assertThat(askedForEntitlements(last)).isPositive();
    }

    /** Starts a replica, tells its name's address, and waits until the proxy has found it. */
    private Replica startAt(String address, String name) throws IOException {
        Replica replica = premises.start(Map.of(
                        "quarkus.http.host",
                        address,
                        "quarkus.http.port",
                        String.valueOf(api),
                        "quarkus.management.host",
                        address,
                        "quarkus.management.port",
                        String.valueOf(management)))
                .awaitReady();
        names.tell(name, address);
        await().atMost(LONGEST).until(() -> {
            ask(question());
            return askedForEntitlements(replica) > 0;
        });
        return replica;
    }

    private static double askedForEntitlements(Replica replica) {
        return replica.metrics()
                .lines()
                .filter(line -> line.startsWith("http_server_requests_seconds_count{")
                        && line.contains("uri=\"/entitlements\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private void awaitAnswers() {
        long enough = answered.get() + ANSWERS;
        await().atMost(LONGEST).until(() -> answered.get() >= enough || !failures.isEmpty());
    }

    private void keepAsking() {
        while (!over.get()) {
            for (HttpRequest request : List.of(question(), flags())) {
                try {
                    int status = ask(request);
                    if (status != 200) {
                        failures.add(request + " was answered " + status);
                    }
                    answered.incrementAndGet();
                } catch (IOException failure) {
                    failures.add(request + " was not answered: " + failure);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private HttpRequest question() {
        return request("/entitlements").build();
    }

    private HttpRequest flags() {
        return request("/ofrep/v1/evaluate/flags")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(proxy.url().resolve(path)).header("Authorization", "Bearer " + premises.token());
    }

    private int ask(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString()).statusCode();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
