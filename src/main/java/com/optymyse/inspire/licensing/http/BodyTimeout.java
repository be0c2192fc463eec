package com.optymyse.inspire.licensing.http;

import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.problem.RouteProblems;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Waits no longer than {@link RequestConfig#bodyTimeout} for the whole body of a request: a client that sends it byte by
 * byte would hold a connection for ever otherwise. Time counts while somebody waits for bytes that have not arrived, and
 * once the answer is sent. It does not count while the service works on its answer. A request that was answered for being
 * slow is over: what arrives of it afterwards is dropped.
 */
@Singleton
class BodyTimeout {

    private static final int BEFORE_EVERYTHING = -1001;

    /** HTTP/2's "no error": the answer is complete, and the rest of the request is not needed. */
    private static final long NO_ERROR = 0;

    /**
     * How long to wait before a connection is closed. Closing it while bytes arrive resets it, and the client may lose the
     * answer.
     */
    private static final Duration LINGER = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final Duration longest;
    private final RouteProblems problems;

    BodyTimeout(Vertx vertx, RequestConfig config, RouteProblems problems) {
        this.vertx = vertx;
        this.longest = config.bodyTimeout();
        this.problems = problems;
    }

    void install(@Observes Router router) {
        router.route().order(BEFORE_EVERYTHING).handler(this::boundAfterTheAnswer);
    }

    /** Called where a body is about to be read. */
    void boundReading(RoutingContext routing) {
        if (mayHaveBody(routing.request())) {
            long timer = vertx.setTimer(longest.toMillis(), late -> refuse(routing));
            routing.addEndHandler(answered -> vertx.cancelTimer(timer));
        }
    }

    private void boundAfterTheAnswer(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (mayHaveBody(request)) {
            routing.addEndHandler(answered -> {
                if (!request.isEnded()) {
                    vertx.setTimer(longest.toMillis(), late -> cutOff(request));
                }
            });
        }
        routing.next();
    }

    /**
     * Whether a request may have a body. In HTTP/1 its headers show that. In HTTP/2 they need not, and a request that has
     * ended without a body is soon known to.
     */
    private static boolean mayHaveBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            return !length.equals("0");
        }
        return request.version() == HttpVersion.HTTP_2
                ? !request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)
                : request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private void refuse(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        HttpServerResponse response = routing.response();
        if (request.isEnded() || response.ended()) {
            return;
        }
        if (response.headWritten()) {
            cutOff(request);
            return;
        }
        if (request.version() != HttpVersion.HTTP_2) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        drop(request);
        problems.write(routing, RefusalCode.REQUEST_TIMEOUT);
        vertx.setTimer(LINGER.toMillis(), late -> hangUp(request));
    }

    /** Drops bytes that still arrive. They must not begin an operation after its client was told that it was not begun. */
    private static void drop(HttpServerRequest request) {
        request.handler(null).endHandler(null).resume();
    }

    private static void cutOff(HttpServerRequest request) {
        if (!request.isEnded()) {
            hangUp(request);
        }
    }

    /** Closes a connection whose close was announced, also when the rest of the request has arrived. */
    private static void hangUp(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_2) {
            request.connection().close();
        } else if (!request.isEnded()) {
            request.response().reset(NO_ERROR);
        }
    }
}
