package com.optymyse.inspire.licensing.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Lets an admin's operation begin even if its client closes the connection while the token is verified. Quarkus drops the
 * body of such a request and Quarkus REST drops the request. {@code @Cancellable(false)} only keeps an operation that has
 * begun.
 */
@Singleton
class ClosedConnections {

    /** Before the token is verified. */
    private static final int BEFORE_AUTHENTICATION = -999;

    /** Behind every route that may not go on at once, and before Quarkus REST. */
    private static final int JUST_BEFORE_REST = 20_000;

    private final Vertx vertx;

    ClosedConnections(Vertx vertx) {
        this.vertx = vertx;
    }

    void install(@Observes Router router) {
        router.route("/license/*")
                .method(HttpMethod.POST)
                .order(BEFORE_AUTHENTICATION)
                .handler(this::keepBody);
        router.route("/license/*")
                .method(HttpMethod.POST)
                .order(JUST_BEFORE_REST)
                .handler(ClosedConnections::handOver);
    }

    private void keepBody(RoutingContext request) {
        BufferedBody.keep(request, vertx.getOrCreateContext());
        request.next();
    }

    /**
     * Hands a request over to Quarkus REST. When {@code next} returns, Quarkus REST has found the operation and waits for
     * the body. A preview is still cut off: once one runs, it has a handler of its own. All of it is done where a closed
     * connection is noticed, because nothing is noticed between these two steps then.
     */
    private static void handOver(RoutingContext request) {
        BufferedBody.of(request).context().runOnContext(go -> {
            request.next();
            request.response().closeHandler(null);
        });
    }
}
