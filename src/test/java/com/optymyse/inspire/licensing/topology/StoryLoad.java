package com.optymyse.inspire.licensing.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/**
 * Services that ask an installation through its proxy, at most forty times a second, half of them over HTTP/2, and others that
 * listen for changes.
 */
final class StoryLoad implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int ENOUGH = 50;

    /** More than there are replicas, so that each has some. */
    private static final int STREAMS = 4;

    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicLong answered = new AtomicLong();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final URI door;
    private final Supplier<String> signIn;
    private final List<HttpClient> clients;
    private final List<Thread> callers;
    private final List<StoryStream> streams;

    private volatile String token;

    /**
     * Begins at once.
     *
     * @param signIn gets a token of a service; it lasts five minutes
     */
    StoryLoad(URI door, SSLContext trust, Supplier<String> signIn) {
        this.door = door;
        this.signIn = signIn;
        token = signIn.get();
        clients = Stream.of(Version.HTTP_1_1, Version.HTTP_2)
                .map(version -> client(version, trust))
                .toList();
        callers = Stream.concat(
                        Stream.of(every(Duration.ofMinutes(1), this::renewToken)),
                        clients.stream().map(client -> every(PAUSE, new Caller(client))))
                .toList();
        streams = Stream.generate(() -> new StoryStream(client(Version.HTTP_1_1, trust), door, () -> token))
                .limit(STREAMS)
                .toList();
    }

    /** Waits until so many questions are answered that both replicas were asked, if there are two. */
    void awaitAnswers() {
        long enough = answered.get() + ENOUGH;
        await().atMost(LONGEST).until(() -> answered.get() >= enough || !failures.isEmpty());
        assertNothingFailed();
    }

    /** Waits until each stream has had this revision or a later one. */
    void awaitRevision(long revision) {
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(streams)
                        .allSatisfy(stream -> assertThat(stream.revision())
                                .as("revision of a stream, whose attempts failed: " + stream.failures())
                                .isGreaterThanOrEqualTo(revision)));
    }

    void assertNothingFailed() {
        assertThat(failures).isEmpty();
        assertThat(streams).flatExtracting(StoryStream::failures).isEmpty();
    }

    long answered() {
        return answered.get();
    }

    List<StoryStream.Reconnection> reconnections() {
        return streams.stream()
                .flatMap(stream -> stream.reconnections().stream())
                .toList();
    }

    /** Ends when the questions that are under way are answered. */
    @Override
    public void close() {
        over.countDown();
        try {
            for (Thread caller : callers) {
                caller.join();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        clients.forEach(HttpClient::close);
        streams.forEach(StoryStream::close);
    }

    private Thread every(Duration pause, Runnable work) {
        return Thread.ofPlatform().daemon().start(() -> {
            try {
                while (!over.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    work.run();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void renewToken() {
        try {
            token = signIn.get();
        } catch (RuntimeException | AssertionError failure) {
            failures.add("No token: " + failure);
        }
    }

    private static HttpClient client(Version version, SSLContext trust) {
        return HttpClient.newBuilder().version(version).sslContext(trust).build();
    }

    /** Asks its questions in turns, one each time. */
    private final class Caller implements Runnable {

        private final HttpClient client;
        private int turn;

        Caller(HttpClient client) {
            this.client = client;
        }

        @Override
        public void run() {
            HttpRequest question = question(turn++);
            try {
                int status = client.send(question, BodyHandlers.ofString()).statusCode();
                if (status == 200) {
                    answered.incrementAndGet();
                } else {
                    failures.add(question + " was answered " + status);
                }
            } catch (IOException failure) {
                failures.add(question + " was not answered: " + failure);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        private HttpRequest question(int number) {
            return switch (number % 4) {
                case 0 -> to("/entitlements").build();
                case 1 -> evaluation("/ofrep/v1/evaluate/flags");
                case 2 -> to("/limits").build();
                default -> evaluation("/ofrep/v1/evaluate/flags/SSO_SAML");
            };
        }

        private HttpRequest evaluation(String path) {
            return to(path).header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{}"))
                    .build();
        }

        private HttpRequest.Builder to(String path) {
            return HttpRequest.newBuilder(door.resolve(path)).header("Authorization", "Bearer " + token);
        }
    }
}
