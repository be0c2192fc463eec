package com.optymyse.inspire.licensing.runtime;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Lets an operation of an admin begin although its client closes the connection before the resource is reached, which waits
 * until the token is verified. Quarkus REST drops such a request. {@code @Cancellable(false)} only keeps an operation that
 * has begun.
 */
@Singleton
class ClosedConnections {

    /** Behind every route that may not go on at once, and before Quarkus REST. */
    private static final int JUST_BEFORE_REST = 20_000;

    void install(@Observes Router router) {
        router.route("/license/*")
                .method(HttpMethod.POST)
                .order(JUST_BEFORE_REST)
                .handler(ClosedConnections::handOver);
    }

    /**
     * Quarkus REST has matched the request when it comes back from there, and waits for the token or the body. A preview is still
     * cut off: once one runs, it has a handler of its own.
     */
    private static void handOver(RoutingContext request) {
        request.next();
        request.response().closeHandler(null);
    }
}
