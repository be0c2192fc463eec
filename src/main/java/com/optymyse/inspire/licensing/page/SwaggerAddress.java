package com.optymyse.inspire.licensing.page;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.HttpURLConnection;

/**
 * Redirects from the address of the Swagger UI without a slash to the one with it. Quarkus would name its own path there,
 * which is another one behind a proxy that has the service at a path.
 */
@Singleton
class SwaggerAddress {

    private static final String ADDRESS = "/q/swagger-ui";
    private static final String SEEN_FROM_THERE = "swagger-ui/";
    private static final int BEFORE_QUARKUS = -100;

    void install(@Observes Router router) {
        router.route(ADDRESS)
                .order(BEFORE_QUARKUS)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(SwaggerAddress::lead);
    }

    /** Routes do not tell an address from the same one with a slash. */
    private static void lead(RoutingContext routing) {
        if (!routing.normalizedPath().equals(ADDRESS)) {
            routing.next();
            return;
        }
        routing.response()
                .setStatusCode(HttpURLConnection.HTTP_MOVED_TEMP)
                .putHeader(HttpHeaders.LOCATION, SEEN_FROM_THERE)
                .end();
    }
}
