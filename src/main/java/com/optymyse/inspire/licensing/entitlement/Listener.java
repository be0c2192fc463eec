package com.optymyse.inspire.licensing.entitlement;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One client that is told of changes. It is sent the latest state and never a queue of past ones: while it does not take in
 * what it was sent, nothing is added. Everything is written on the event loop of its connection.
 */
final class Listener {

    private static final Buffer HEARTBEAT = Buffer.buffer(": heartbeat\n\n");

    private final HttpServerResponse response;
    private final Context loop;
    private final Supplier<StreamEvent> latest;
    private final Instant end;
    private final Clock clock;

    private final AtomicBoolean woken = new AtomicBoolean();
    private String sent = "";
    private boolean stuck;

    /**
     * @param loop the event loop of the connection
     * @param latest what the client should know now
     * @param end when it may listen no longer
     */
    Listener(HttpServerResponse response, Context loop, Supplier<StreamEvent> latest, Instant end, Clock clock) {
        this.response = response;
        this.loop = loop;
        this.latest = latest;
        this.end = end;
        this.clock = clock;
    }

    /**
     * Begins the answer.
     *
     * @param first what to send; null for the head of the answer alone
     */
    void begin(@Nullable StreamEvent first) {
        loop.runOnContext(ignored -> {
            if (isOver()) {
                return;
            }
            head();
            if (first == null) {
                response.end();
            } else {
                send(first);
            }
        });
    }

    private void head() {
        response.setChunked(true);
        response.putHeader("Content-Type", "text/event-stream;charset=UTF-8");
        response.putHeader("Cache-Control", "no-store");
        // Proxies of the nginx kind hold back what they think is not complete.
        response.putHeader("X-Accel-Buffering", "no");
    }

    /** Lets it look whether there is something new; being woken again before it has looked changes nothing. */
    void wake() {
        if (woken.compareAndSet(false, true)) {
            loop.runOnContext(ignored -> {
                woken.set(false);
                tell();
            });
        }
    }

    /** Shows that both sides live. A client that has not taken in anything between two heartbeats is cut off. */
    void beat() {
        loop.runOnContext(ignored -> {
            if (isOver()) {
                return;
            }
            if (!response.writeQueueFull()) {
                stuck = false;
                response.write(HEARTBEAT);
            } else if (stuck) {
                response.reset();
            } else {
                stuck = true;
            }
        });
    }

    /** Ends the answer; the client will come back, to this replica or another. */
    void finish() {
        loop.runOnContext(ignored -> {
            if (!isOver()) {
                response.end();
            }
        });
    }

    private void tell() {
        if (isOver()) {
            return;
        }
        if (!clock.instant().isBefore(end)) {
            response.end();
        } else if (response.writeQueueFull()) {
            response.drainHandler(drained -> wake());
        } else {
            send(latest.get());
        }
    }

    private void send(StreamEvent event) {
        if (!event.id().equals(sent)) {
            sent = event.id();
            response.write(event.frame());
        }
    }

    private boolean isOver() {
        return response.ended() || response.closed();
    }
}
