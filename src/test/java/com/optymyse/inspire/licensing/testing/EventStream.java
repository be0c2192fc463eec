package com.optymyse.inspire.licensing.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A client of server-sent events. Whatever it waits for and does not get fails the test, after a time that is long enough. */
public final class EventStream implements AutoCloseable {

    /**
     * An event with its fields, as they came.
     *
     * @param retry how long to wait before connecting again, in milliseconds; empty without it
     * @param comment what a comment says; empty for an event
     */
    public record Event(String name, String id, String data, String retry, String comment) {

        static final Event END = new Event("", "", "", "", "the end");
    }

    /** One for all, because each client has threads and files of its own; a stream has a connection of its own anyhow. */
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final HttpResponse<InputStream> response;

    private EventStream(HttpResponse<InputStream> response) {
        this.response = response;
    }

    /** Connects and goes on reading until it is closed, or the server ends the stream. */
    public static EventStream open(URI address, @Nullable String token) {
        return open(address, token, null);
    }

    /**
     * Connects again.
     *
     * @param lastEvent the id of the last event that was had; null for none
     */
    public static EventStream open(URI address, @Nullable String token, @Nullable String lastEvent) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept", "text/event-stream");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (lastEvent != null) {
            request.header("Last-Event-ID", lastEvent);
        }
        try {
            EventStream stream =
                    new EventStream(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
            // Virtual threads share two carriers on a small machine, and other tests' threads may hold those.
            Thread.ofPlatform().daemon().start(stream::read);
            return stream;
        } catch (IOException failure) {
            throw new AssertionError("The stream can't be opened.", failure);
        } catch (InterruptedException interrupted) {
            throw new AssertionError("Opening the stream was given up.", interrupted);
        }
    }

    public int status() {
        return response.statusCode();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The next event that is no comment. */
    public Event next() {
        return await(event -> event.comment().isEmpty());
    }

    /** The next event or comment. */
    public Event nextOfAny() {
        return await(event -> true);
    }

    /** The next comment; events before it are passed over. */
    public String nextComment() {
        return await(event -> !event.comment().isEmpty()).comment();
    }

    /** Waits until the server ends the stream; what comes before is passed over. */
    public void awaitEnd() {
        await(Event.END::equals);
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException failure) {
            throw new AssertionError("The stream can't be closed.", failure);
        }
    }

    private Event await(Predicate<Event> wanted) {
        long end = System.nanoTime() + LONG_ENOUGH.toNanos();
        List<Event> came = new ArrayList<>();
        try {
            while (true) {
                Event event = events.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (event == null) {
                    throw new AssertionError(
                            "The stream, status " + status() + ", does not bring what is expected. Came: " + came);
                }
                came.add(event);
                if (wanted.test(event)) {
                    return event;
                }
                if (event.equals(Event.END)) {
                    throw new AssertionError("The stream, status " + status() + ", has ended. Came: " + came);
                }
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError("Waiting was given up.", interrupted);
        }
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            Map<String, String> fields = new HashMap<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                take(line, fields);
            }
        } catch (IOException cut) {
            // A server that is gone has ended it, too.
        } finally {
            events.add(Event.END);
        }
    }

    private void take(String line, Map<String, String> fields) {
        if (line.startsWith(":")) {
            events.add(new Event("", "", "", "", line.substring(1).strip()));
        } else if (!line.isEmpty()) {
            int colon = line.indexOf(':');
            fields.put(line.substring(0, colon), line.substring(colon + 1).stripLeading());
        } else if (!fields.isEmpty()) {
            events.add(new Event(
                    fields.getOrDefault("event", "message"),
                    fields.getOrDefault("id", ""),
                    fields.getOrDefault("data", ""),
                    fields.getOrDefault("retry", ""),
                    ""));
            fields.clear();
        }
    }
}
