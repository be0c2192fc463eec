package com.optymyse.inspire.licensing.processes;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An orchestrator, which asks again and again whether a service lives, and gives it up once it gets no good answer. */
final class Liveness {

    /**
     * What it saw.
     *
     * @param good how many good answers it got
     * @param slowest how long the slowest of them took
     */
    record Answers(int good, Duration slowest) {}

    /** Longer than any orchestrator waits, so that a busy machine gives no service up; one that hangs never answers. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private static final long PAUSE_MILLIS = 50;

    private final CountDownLatch ending = new CountDownLatch(1);
    private final CompletableFuture<Answers> answers = new CompletableFuture<>();

    private Liveness() {}

    static Liveness of(Replica service) {
        Liveness liveness = new Liveness();
        Thread.ofVirtual().start(() -> liveness.watch(service));
        return liveness;
    }

    /** Ends to ask. Fails when an answer was not good. */
    Answers end() {
        ending.countDown();
        return answers.join();
    }

    private void watch(Replica service) {
        HttpRequest request = HttpRequest.newBuilder(service.management().resolve("/q/health/live"))
                .timeout(LONGEST)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            int good = 0;
            long slowest = 0;
            do {
                long asked = System.nanoTime();
                int status = client.send(request, BodyHandlers.discarding()).statusCode();
                slowest = Math.max(slowest, System.nanoTime() - asked);
                if (status != 200) {
                    throw new AssertionError("The service answers " + status + " for its liveness.");
                }
                good++;
            } while (!ending.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
            answers.complete(new Answers(good, Duration.ofNanos(slowest)));
        } catch (Exception | AssertionError notGood) {
            answers.completeExceptionally(notGood);
        }
    }
}
