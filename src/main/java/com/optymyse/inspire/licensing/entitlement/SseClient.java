package com.optymyse.inspire.licensing.entitlement;

import com.optymyse.inspire.licensing.entitlement.PendingEvents.Held;
import io.netty.channel.ChannelOption;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One client that is told of changes. It is sent the latest state and never a queue of past ones: while it does not take in
 * what it was sent, nothing is added. Everything is written on the event loop of its connection.
 */
final class SseClient implements PendingEvents.Reader {

    private static final Buffer HEARTBEAT = Buffer.buffer(": heartbeat\n\n");
    private static final Buffer UNCHANGED = Buffer.buffer(": unchanged\n\n");

    /**
     * What the system may keep for a client, in bytes. It would take megabytes of many who read nothing, and nobody would
     * see it.
     */
    private static final int SEND_BUFFER = 64 * 1024;

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Context loop;
    private final Supplier<StreamEvent> latest;
    private final PendingEvents pending;
    private final Instant end;
    private final Clock clock;

    private final AtomicBoolean woken = new AtomicBoolean();
    private String sent;
    private String opening = "";
    private @Nullable Held unread;
    private int unwritten;
    private boolean stuck;
    private boolean hungUp;

    /**
     * @param loop the event loop of the connection
     * @param known the id of the event that the client has; empty for none
     * @param latest what the client should know now
     * @param end when it may listen no longer
     */
    SseClient(
            HttpServerRequest request,
            Context loop,
            String known,
            Supplier<StreamEvent> latest,
            PendingEvents pending,
            Instant end,
            Clock clock) {
        this.request = request;
        this.response = request.response();
        this.loop = loop;
        this.sent = known;
        this.latest = latest;
        this.pending = pending;
        this.end = end;
        this.clock = clock;
    }

    /** Answers with the head alone. To be called on the loop. */
    void beginWithoutBody() {
        head();
        response.end();
    }

    /**
     * Begins the answer: with the first event, or with a comment where the client has it already. To be called on the loop.
     *
     * @param pause how long the client is to wait before it connects again
     */
    void begin(StreamEvent first, Duration pause) {
        head();
        if (first.id().equals(sent)) {
            write(UNCHANGED, () -> {});
        } else {
            // A part of the first event, so that nobody takes it for an event without data.
            opening = "retry: " + pause.toMillis() + "\n";
            if (!send(first)) {
                // The answer begins all the same.
                write(HEARTBEAT, () -> {});
            }
        }
    }

    private void head() {
        if (request.version() != HttpVersion.HTTP_2) {
            connection().channel().config().setOption(ChannelOption.SO_SNDBUF, SEND_BUFFER);
        }
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

    /**
     * Sends a heartbeat, which shows that the connection works. A client that has not taken in one whole event, or comment,
     * between two heartbeats is cut off.
     */
    void beat() {
        onLoop(() -> {
            if (unwritten == 0) {
                write(HEARTBEAT, () -> {});
            } else if (stuck) {
                hangUp();
            } else {
                stuck = true;
            }
        });
    }

    /**
     * Ends the answer. A client that has not taken in what it was sent is cut off, because nobody knows when it will. It comes
     * back, to this replica or another, and gets the state then.
     */
    void finish() {
        onLoop(this::end);
    }

    @Override
    public void cutOff(Held late) {
        onLoop(() -> {
            if (late.equals(unread)) {
                pending.count();
                hangUp();
            }
        });
    }

    /**
     * Resets the connection. Vert.x would close it only after all data that is still to be sent, which this client does not
     * read. TLS would wait for three seconds to say goodbye behind it, and keep the copy until then: so it is passed by.
     */
    @SuppressWarnings("FutureReturnValueIgnored") // The end of the response tells.
    private void hangUp() {
        hungUp = true;
        if (request.version() == HttpVersion.HTTP_2) {
            response.reset();
        } else {
            connection().channel().pipeline().firstContext().close();
        }
    }

    private ConnectionBase connection() {
        return (ConnectionBase) request.connection();
    }

    private void tell() {
        if (isOver()) {
            return;
        }
        if (!clock.instant().isBefore(end)) {
            end();
        } else if (unwritten == 0) {
            sendLatest();
        }
    }

    private void end() {
        if (unwritten == 0) {
            response.end();
        } else {
            hangUp();
        }
    }

    private void sendLatest() {
        StreamEvent event = latest.get();
        if (!event.id().equals(sent)) {
            send(event);
        }
    }

    /**
     * Takes an event, as a copy over TLS. Only the connection shows whether it uses TLS: the request repeats what a proxy
     * says.
     */
    private Optional<Held> taken(StreamEvent event) {
        return connection().isSsl() ? pending.takeCopy(event, this) : Optional.of(pending.take(event, this));
    }

    /** @return whether the event was sent; if there was no room for it, the service tries again a second later */
    private boolean send(StreamEvent event) {
        Optional<Held> taken = taken(event);
        taken.ifPresent(held -> {
            sent = event.id();
            unread = held;
            if (!opening.isEmpty()) {
                attempt(Buffer.buffer(opening));
                opening = "";
            }
            write(held.buffer(), () -> {
                unread = null;
                pending.giveBack(held, this);
            });
        });
        return taken.isPresent();
    }

    /** @param over what is to be done when the client has taken the text in, and when it never will */
    private void write(Buffer text, Runnable over) {
        unwritten++;
        attempt(text).onComplete(taken -> {
            over.run();
            unwritten--;
            stuck = false;
            if (taken.failed() && !isOver()) {
                hangUp();
            }
            tell();
        });
    }

    /** Writes a text. Vert.x throws where the answer can take nothing more, and reports other failures through the future. */
    private Future<Void> attempt(Buffer text) {
        try {
            return response.write(text);
        } catch (IllegalStateException refused) {
            return Future.failedFuture(refused);
        }
    }

    private void onLoop(Runnable step) {
        loop.runOnContext(ignored -> {
            if (!isOver()) {
                step.run();
            }
        });
    }

    /** Whether nothing more can be written, whoever has ended the answer. */
    boolean isOver() {
        return hungUp || response.ended() || response.closed();
    }
}
