package com.optymyse.inspire.licensing.http;

import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.problem.RouteProblems;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Refuses a request that declares a body too large. One that does not declare it is refused where the body is read. */
@Singleton
class BodySizeLimit {

    /** The longest body that is read, in bytes: a license file of the greatest length in JSON, and the key beside it. */
    static final long MOST_BYTES = 3 * 1024 * 1024;

    private static final long SKIPPED_AT_MOST = 64 * 1024 * 1024;
    private static final int BEFORE_EVERYTHING = -1000;

    private final RouteProblems problems;

    BodySizeLimit(RouteProblems problems) {
        this.problems = problems;
    }

    void install(@Observes Router router) {
        router.route().order(BEFORE_EVERYTHING).handler(this::limit);
    }

    private void limit(RoutingContext routing) {
        String declared = routing.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        long length = declared == null ? 0 : Long.parseLong(declared);
        if (length <= MOST_BYTES) {
            routing.next();
            return;
        }
        HttpServerRequest request = routing.request();
        HttpServerResponse response = routing.response();
        if (request.version() != HttpVersion.HTTP_2) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        if (length <= SKIPPED_AT_MOST) {
            // Who is still sending does not read an answer: so the body is let in and dropped, not cut off.
            request.resume();
        } else {
            response.endHandler(ended -> request.connection().close());
        }
        problems.write(routing, RefusalCode.TOO_LARGE);
    }
}
