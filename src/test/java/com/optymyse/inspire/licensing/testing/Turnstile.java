package com.optymyse.inspire.licensing.testing;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Stands in front of the licensing server. It passes every call on as it is, but for those that a test wants to hold. */
public final class Turnstile implements AutoCloseable {

    /** Where a call is held. */
    public enum Side {
        /** The service has sent it, the licensing server has not got it. */
        BEFORE,
        /** The licensing server has done and answered it, the service has not got the answer. */
        AFTER
    }

    private final Vertx vertx = Vertx.vertx();
    /** As many calls as are held have to be under way beside one that is not. */
    private final HttpClient client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(50));

    private final HttpServer server;
    private final URI target;
    private final AtomicInteger calls = new AtomicInteger();
    private final List<Hold> holds = new CopyOnWriteArrayList<>();

    public Turnstile(URI target) {
        this.target = target;
        this.server = vertx.createHttpServer()
                .requestHandler(this::handle)
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** The licensing server's address, as the service has to be told. */
    public URI url() {
        return URI.create("http://localhost:" + server.actualPort() + target.getPath());
    }

    /** Holds one of the calls from now on, the first of which is number 1, and no other. */
    public Hold hold(int number, Side side) {
        holds.clear();
        calls.set(0);
        return holdAlso(number, side);
    }

    /**
     * Answers one of the calls from now on as an earlier one was answered, and does not pass it on; as somebody on the
     * way may do.
     */
    public void replay(int number, Hold earlier) {
        hold(number, Side.BEFORE).instead = earlier.answered.join();
    }

    /** Holds one more of these calls. */
    public Hold holdAlso(int number, Side side) {
        Hold next = new Hold(number, side);
        holds.add(next);
        return next;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void handle(HttpServerRequest call) {
        int number = calls.incrementAndGet();
        Hold mine =
                holds.stream().filter(hold -> hold.number == number).findFirst().orElse(null);
        if (mine == null) {
            passOn(call);
            return;
        }
        if (mine.instead != null) {
            call.body().compose(body -> reply(call, mine.instead));
            return;
        }
        Context loop = vertx.getOrCreateContext();
        call.body()
                .compose(body -> stopAt(mine, Side.BEFORE, loop).compose(go -> forward(call, body)))
                .onSuccess(mine.answered::complete)
                .compose(answer -> stopAt(mine, Side.AFTER, loop)
                        .onSuccess(go -> mine.finished.complete(null))
                        .compose(go -> reply(call, answer)))
                // Whoever waited for the answer was killed meanwhile, or the call was meant to be lost.
                .onFailure(lost -> call.connection().close());
    }

    /** Also bit by bit, as the answer comes; and no longer than somebody waits for it. */
    private void passOn(HttpServerRequest call) {
        call.body()
                .compose(body -> client.request(asItIs(call)).compose(request -> {
                    call.response().closeHandler(gone -> request.reset());
                    return request.send(body);
                }))
                .compose(answer -> {
                    head(call, answer);
                    call.response().setChunked(!answer.headers().contains(HttpHeaders.CONTENT_LENGTH));
                    return answer.pipeTo(call.response());
                })
                .onFailure(lost -> call.connection().close());
    }

    /** Goes on where it was stopped, and not on the thread of the test that lets it go. */
    private static Future<Void> stopAt(Hold hold, Side side, Context loop) {
        if (hold.side != side) {
            return Future.succeededFuture();
        }
        hold.reached.complete(null);
        return Future.fromCompletionStage(hold.decided, loop);
    }

    private RequestOptions asItIs(HttpServerRequest call) {
        // The licensing server signs its answer for the host that it was asked for.
        return new RequestOptions()
                .setMethod(call.method())
                .setHost(call.authority().host())
                .setPort(call.authority().port())
                .setURI(call.uri())
                .setHeaders(call.headers())
                .setServer(SocketAddress.inetSocketAddress(target.getPort(), target.getHost()));
    }

    private Future<Answered> forward(HttpServerRequest call, Buffer body) {
        return client.request(asItIs(call))
                .compose(request -> request.send(body))
                // At once, because a body that nobody reads goes by.
                .compose(response -> response.body().map(content -> new Answered(response, content)));
    }

    private static Future<Void> reply(HttpServerRequest call, Answered answer) {
        head(call, answer.head());
        return call.response().end(answer.body());
    }

    private static void head(HttpServerRequest call, HttpClientResponse answer) {
        call.response().setStatusCode(answer.statusCode()).headers().addAll(answer.headers());
    }

    private record Answered(HttpClientResponse head, Buffer body) {}

    /** A call that is held, or will be. */
    public static final class Hold {

        private static final Duration LONGEST = Duration.ofMinutes(1);

        private final int number;
        private final Side side;
        private final CompletableFuture<Void> reached = new CompletableFuture<>();
        private final CompletableFuture<Void> decided = new CompletableFuture<>();
        private final CompletableFuture<Void> finished = new CompletableFuture<>();
        private final CompletableFuture<Answered> answered = new CompletableFuture<>();
        private volatile @Nullable Answered instead;

        private Hold(int number, Side side) {
            this.number = number;
            this.side = side;
        }

        /** Returns once the service, or the licensing server, has come to where the call is held. */
        public void awaitReached() {
            await(reached);
        }

        /** Lets the call go on, and waits until the licensing server has done it. */
        public void letGo() {
            decided.complete(null);
            await(finished);
        }

        /** Loses the call, or its answer. */
        public void drop() {
            decided.completeExceptionally(new IllegalStateException("Lost on purpose."));
        }

        private static void await(CompletableFuture<Void> event) {
            event.copy().orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS).join();
        }
    }
}
