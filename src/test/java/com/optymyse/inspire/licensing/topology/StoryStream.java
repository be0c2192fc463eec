package com.optymyse.inspire.licensing.topology;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A service that listens for changes, and comes back as an event source does: after the pause that it was told. */
final class StoryStream implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * A stream that has ended, and the next one.
     *
     * @param told the pause that the ended stream has told
     * @param missed from the end until the first line of the next stream
     */
    record Reconnection(Duration told, Duration missed) {}

    private final CountDownLatch over = new CountDownLatch(1);
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final List<Reconnection> reconnections = new CopyOnWriteArrayList<>();
    private final HttpClient client;
    private final URI address;
    private final Supplier<String> token;
    private final Thread listener;

    private volatile long revision;

    private String lastEvent = "";
    private Duration told = Duration.ZERO;

    /** Nanoseconds of the JVM's clock; 0 before the first stream has ended. */
    private long ended;

    StoryStream(HttpClient client, URI door, Supplier<String> token) {
        this.client = client;
        this.address = door.resolve("/entitlements/stream");
        this.token = token;
        listener = Thread.ofPlatform().daemon().start(this::listen);
    }

    /** The revision of the newest event. */
    long revision() {
        return revision;
    }

    List<Reconnection> reconnections() {
        return reconnections;
    }

    /** What an event source gives up for: an attempt that was not answered with a stream. */
    List<String> failures() {
        return failures;
    }

    @Override
    public void close() {
        over.countDown();
        client.shutdownNow();
        try {
            listener.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        try {
            while (!over.await(told.toMillis(), TimeUnit.MILLISECONDS)) {
                HttpResponse<InputStream> response = client.send(request(), BodyHandlers.ofInputStream());
                if (response.statusCode() == 200) {
                    read(response.body());
                } else {
                    failures.add("A stream was answered " + response.statusCode());
                }
            }
        } catch (IOException failure) {
            if (over.getCount() > 0) {
                failures.add("A stream was not answered: " + failure);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request() {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + token.get());
        return (lastEvent.isEmpty() ? request : request.header("Last-Event-ID", lastEvent)).build();
    }

    private void read(InputStream body) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            if (ended != 0 && line != null) {
                reconnections.add(new Reconnection(told, Duration.ofNanos(System.nanoTime() - ended)));
            }
            for (; line != null; line = lines.readLine()) {
                take(line);
            }
        } catch (IOException cut) {
            // A replica that is killed ends its streams, too.
        }
        ended = System.nanoTime();
    }

    private void take(String line) throws IOException {
        String value = line.substring(line.indexOf(':') + 1).strip();
        if (line.startsWith("retry:")) {
            told = Duration.ofMillis(Long.parseLong(value));
        } else if (line.startsWith("id:")) {
            lastEvent = value;
        } else if (line.startsWith("data:")) {
            revision = JSON.readTree(value).path("revision").asLong();
        }
    }
}
