package com.optymyse.inspire.licensing.problem;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Waits for the whole body of a request no longer than Quarkus waits for the next byte of one that is read by a thread:
 * who sends it byte by byte would hold a connection for ever otherwise.
 */
@Singleton
class SlowBodies {

    private static final int BEFORE_EVERYTHING = -1001;

    private final Vertx vertx;
    private final Duration longest;

    SlowBodies(Vertx vertx, @ConfigProperty(name = "quarkus.http.read-timeout") Duration longest) {
        this.vertx = vertx;
        this.longest = longest;
    }

    void install(@Observes Router router) {
        router.route().order(BEFORE_EVERYTHING).handler(this::bound);
    }

    private void bound(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (hasBody(request)) {
            long timer = vertx.setTimer(longest.toMillis(), late -> cutOff(request));
            routing.addEndHandler(answered -> forget(timer, request));
        }
        routing.next();
    }

    /** The many questions that have none need no timer. */
    private static boolean hasBody(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || request.method().equals(HttpMethod.POST);
    }

    /** A body may go on after the answer. */
    private void forget(long timer, HttpServerRequest request) {
        if (request.isEnded()) {
            vertx.cancelTimer(timer);
        }
    }

    private static void cutOff(HttpServerRequest request) {
        if (!request.isEnded()) {
            request.response().reset();
        }
    }
}
