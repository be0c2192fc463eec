package com.optymyse.inspire.licensing.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Tells caches on the way which request headers an answer depends on ({@code Vary}, RFC 9110, 12.5.5). A body that is compressed
 * differs from the plain one byte for byte, so its tag is weak. {@code If-None-Match} may have either form.
 *
 * <p>Quarkus sets {@code Content-Encoding: identity} on what is not to be compressed and leaves the rest to Netty, which
 * compresses after the last handler has seen the headers.
 */
@Singleton
class CacheHeaders {

    /** Runs last, although its order is the lowest: handlers of headers are called in the reverse order. */
    private static final int BEFORE_EVERYTHING = -1002;

    private static final String WEAK = "W/";

    private final boolean crossOrigin;

    CacheHeaders(@ConfigProperty(name = "quarkus.http.cors.enabled") boolean crossOrigin) {
        this.crossOrigin = crossOrigin;
    }

    void install(@Observes Router router) {
        router.route().order(BEFORE_EVERYTHING).handler(routing -> {
            routing.addHeadersEndHandler(begin -> complete(routing));
            routing.next();
        });
    }

    private void complete(RoutingContext routing) {
        MultiMap headers = routing.response().headers();
        if (mayBeCompressed(headers, routing.response().getStatusCode())) {
            vary(headers, HttpHeaders.ACCEPT_ENCODING);
            String tag = headers.get(HttpHeaders.ETAG);
            if (tag != null
                    && !tag.startsWith(WEAK)
                    && accepts(routing.request().getHeader(HttpHeaders.ACCEPT_ENCODING))) {
                headers.set(HttpHeaders.ETAG, WEAK + tag);
            }
        }
        if (crossOrigin) {
            vary(headers, HttpHeaders.ORIGIN);
            // Tokens are sent in a header of their own, so no site needs the cookies of another. Quarkus would say
            // "false".
            headers.remove(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS);
        }
    }

    /** Whether an answer may be compressed. A 304 has the headers of the answer that it stands for. */
    private static boolean mayBeCompressed(MultiMap headers, int status) {
        return status == HttpURLConnection.HTTP_NOT_MODIFIED
                ? headers.contains(HttpHeaders.ETAG)
                : headers.contains(HttpHeaders.CONTENT_TYPE) && !headers.contains(HttpHeaders.CONTENT_ENCODING);
    }

    /** Whether the client takes a compressed body. In doubt it does, because a weak tag is right for a plain body, too. */
    private static boolean accepts(@Nullable String encodings) {
        return encodings != null
                && !encodings.isBlank()
                && !encodings.strip().toLowerCase(Locale.ROOT).equals("identity");
    }

    private static void vary(MultiMap headers, CharSequence on) {
        List<String> present = headers.getAll(HttpHeaders.VARY);
        if (present.stream().noneMatch(name -> name.equalsIgnoreCase(on.toString()))) {
            headers.add(HttpHeaders.VARY, on);
        }
    }
}
