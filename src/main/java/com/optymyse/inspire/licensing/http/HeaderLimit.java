package com.optymyse.inspire.licensing.http;

import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.problem.RouteProblems;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Answers a request whose headers are larger than {@code quarkus.http.limits.max-header-size} with a problem that names the
 * setting. The server itself would answer without a body: it is told to let twice as much through, and does that beyond.
 * There its decoder gives up before there is a request for any route, and Quarkus passes on no handler of ours to Vert.x'
 * {@code invalidRequestHandler}; to let more through would be memory that anybody can take.
 */
@Singleton
class HeaderLimit implements HttpServerOptionsCustomizer {

    /** Runs after the limit of bodies: a body that passes it is small enough to be dropped. */
    private static final int BEFORE_THE_REST = -999;

    private final RouteProblems problems;
    private volatile int limit = Integer.MAX_VALUE;

    HeaderLimit(RouteProblems problems) {
        this.problems = problems;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        limit = options.getMaxHeaderSize();
        options.setMaxHeaderSize(2 * limit);
        options.getInitialSettings().setMaxHeaderListSize(2L * limit);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        customizeHttpServer(options);
    }

    void install(@Observes Router router) {
        router.route().order(BEFORE_THE_REST).handler(this::limit);
    }

    private void limit(RoutingContext routing) {
        if (size(routing.request().headers()) <= limit) {
            routing.next();
            return;
        }
        routing.request().resume();
        problems.write(routing, RefusalCode.HEADERS_TOO_LARGE);
    }

    private static long size(MultiMap headers) {
        long[] size = {0};
        headers.forEach((name, value) -> size[0] += name.length() + value.length());
        return size[0];
    }
}
