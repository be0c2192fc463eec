package com.optymyse.inspire.licensing.processes;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * An orchestrator, which asks again and again whether a service lives, and gives it up after three answers in a row that
 * came too late, or never. A server that does nothing else is asked at the same time: where it answers too late as well,
 * the machine is busy, and the late answer is no failure.
 */
final class Liveness {

    /**
     * What it saw.
     *
     * @param good how many answers came in time
     * @param late how many did not
     * @param slowest how long the slowest of those in time took
     */
    record Answers(int good, int late, Duration slowest) {}

    /** The probe of {@code docker/kubernetes/deployment.yaml}. */
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private static final Duration PERIOD = Duration.ofSeconds(10);
    private static final int FAILURES = 3;
    private static final Duration LONGEST_END = Duration.ofMinutes(5);

    /** In between, so that there is something to see. */
    private static final long PAUSE_MILLIS = 50;

    private final URI service;
    private final URI idle;
    private final Duration timeout;
    private final Duration period;
    private final CountDownLatch ending = new CountDownLatch(1);
    private final CompletableFuture<Answers> answers = new CompletableFuture<>();

    private int good;
    private int late;
    private int failures;
    private Duration slowest = Duration.ZERO;

    private Liveness(URI service, URI idle, Duration timeout, Duration period) {
        this.service = service;
        this.idle = idle;
        this.timeout = timeout;
        this.period = period;
    }

    static Liveness of(Replica service) {
        HttpServer idle = idleServer();
        Liveness liveness = new Liveness(
                service.management().resolve("/q/health/live"),
                URI.create("http://localhost:" + idle.getAddress().getPort()),
                TIMEOUT,
                PERIOD);
        Thread.ofVirtual().start(() -> {
            liveness.watch();
            idle.stop(0);
        });
        return liveness;
    }

    /**
     * As another probe does.
     *
     * @param service what is asked
     * @param idle what shows whether the machine is busy
     * @param timeout how long an answer may take
     * @param period from one question to the next where there was no answer in time
     */
    static Liveness of(URI service, URI idle, Duration timeout, Duration period) {
        Liveness liveness = new Liveness(service, idle, timeout, period);
        Thread.ofVirtual().start(liveness::watch);
        return liveness;
    }

    /**
     * Ends to ask, once the last answer came in time. Fails when the service was given up, or has said that it does not live, and
     * where a machine that is busy gives no answer in time for minutes.
     */
    Answers end() {
        ending.countDown();
        return answers.orTimeout(LONGEST_END.toSeconds(), TimeUnit.SECONDS).join();
    }

    private void watch() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            do {
                probe(client);
            } while (good == 0 || failures > 0 || !ending.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
            answers.complete(new Answers(good, late, slowest));
        } catch (Exception | AssertionError notGood) {
            answers.completeExceptionally(notGood);
        }
    }

    private void probe(HttpClient client) {
        CompletableFuture<Optional<Duration>> ofTheIdle = asked(client, idle);
        Optional<Duration> answer = asked(client, service).join();
        boolean busy = ofTheIdle.join().isEmpty();
        if (answer.isPresent()) {
            good++;
            failures = 0;
            slowest = slowest.compareTo(answer.get()) < 0 ? answer.get() : slowest;
            return;
        }
        late++;
        failures += busy ? 0 : 1;
        if (failures == FAILURES) {
            throw new AssertionError(
                    "The service gave " + FAILURES + " times in a row no answer about its liveness within " + timeout
                            + ", while another server on this machine did.");
        }
        CompletableFuture.runAsync(
                        () -> {},
                        CompletableFuture.delayedExecutor(period.minus(timeout).toMillis(), TimeUnit.MILLISECONDS))
                .join();
    }

    /** How long the answer took; empty where it came too late. */
    private CompletableFuture<Optional<Duration>> asked(HttpClient client, URI address) {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(timeout).build();
        long asked = System.nanoTime();
        return client.sendAsync(request, BodyHandlers.discarding())
                .thenApply(answer -> {
                    if (answer.statusCode() != 200) {
                        throw new AssertionError(address + " answers " + answer.statusCode() + ".");
                    }
                    // The client may be as late as the server.
                    return Optional.of(Duration.ofNanos(System.nanoTime() - asked))
                            .filter(took -> took.compareTo(timeout) <= 0);
                })
                .exceptionally(failure -> {
                    if (failure.getCause() instanceof HttpTimeoutException) {
                        return Optional.empty();
                    }
                    throw new CompletionException(failure);
                });
    }

    private static HttpServer idleServer() {
        try {
            HttpServer idle = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            idle.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            idle.start();
            return idle;
        } catch (IOException failure) {
            throw new UncheckedIOException("No server can be started.", failure);
        }
    }
}
