package com.optymyse.inspire.licensing.http;

import com.optymyse.inspire.licensing.audit.Caller;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Gives each request a name, which is in its answer and in every log line about it: the one that a proxy or a caller has
 * given it, else a random one. A caller's trace is noted with it, also where this service sends no traces itself.
 */
@ApplicationScoped
class RequestIds {

    static final String HEADER = "X-Request-Id";
    static final String REQUEST_ID = "requestId";
    static final String TRACE_ID = "traceId";

    /** Before everything else that a request meets. */
    private static final int FIRST = -2_000;

    /** W3C Trace Context, version 00. */
    private static final Pattern TRACE = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    void install(@Observes Router router) {
        router.route().order(FIRST).handler(RequestIds::name);
    }

    static String requestId(@Nullable String given) {
        return given != null && Caller.isRequest(given)
                ? given
                : UUID.randomUUID().toString();
    }

    static Optional<String> traceId(@Nullable String traceparent) {
        return Optional.ofNullable(traceparent)
                .map(TRACE::matcher)
                .filter(Matcher::matches)
                .map(trace -> trace.group(1));
    }

    private static void name(RoutingContext request) {
        String id = requestId(request.request().getHeader(HEADER));
        request.response().putHeader(HEADER, id);
        MDC.put(REQUEST_ID, id);
        traceId(request.request().getHeader("traceparent")).ifPresent(trace -> MDC.put(TRACE_ID, trace));
        request.next();
    }
}
