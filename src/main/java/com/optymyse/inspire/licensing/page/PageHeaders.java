package com.optymyse.inspire.licensing.page;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;

/** Limits the page: it may load only its own files, and call only this service and the identity provider. */
@Singleton
class PageHeaders {

    private static final String FILES = "/licensing/";

    /** Files that are named by their content. */
    private static final String ASSETS = "/licensing/assets/";

    private static final int BEFORE_THE_FILES = -100;

    private final String policy;

    PageHeaders(PageConfig config) {
        this.policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'"
                + config.authority().map(PageHeaders::origin).orElse("")
                + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    void install(@Observes Router router) {
        router.route().order(BEFORE_THE_FILES).handler(this::filter);
    }

    private void filter(RoutingContext routing) {
        String path = routing.normalizedPath();
        if (path.equals("/") || path.equals("/index.html") || path.startsWith(FILES)) {
            routing.addHeadersEndHandler(sent -> put(routing.response().headers(), path));
        }
        routing.next();
    }

    private void put(MultiMap headers, String path) {
        headers.set("Content-Security-Policy", policy);
        if (!headers.contains(HttpHeaders.CACHE_CONTROL, "no-store", true)) {
            headers.set(
                    HttpHeaders.CACHE_CONTROL,
                    path.startsWith(ASSETS) ? "public, max-age=31536000, immutable" : "no-cache");
        }
    }

    private static String origin(URI address) {
        return " " + address.getScheme() + "://" + address.getAuthority();
    }
}
