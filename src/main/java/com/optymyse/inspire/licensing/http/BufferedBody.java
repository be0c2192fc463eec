package com.optymyse.inspire.licensing.http;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;

/**
 * The body of a request whose client closes the connection before anybody reads the body. It waits in Vert.x until then, and
 * Quarkus drops what waits there when the connection is closed. Nothing is read earlier for this: a body that is longer than
 * Vert.x' queue stays in the socket, where closing does not harm it, and a client without a token can't make the service
 * collect bodies.
 */
final class BufferedBody {

    private static final String KEY = BufferedBody.class.getName();

    private final Context context;
    private final Buffer bytes = Buffer.buffer();
    private boolean whole;

    private BufferedBody(Context context) {
        this.context = context;
    }

    /**
     * Keeps the body of this request from now on, until somebody else reads it.
     *
     * @param context where the request's bytes arrive, and where a closed connection is noticed
     */
    static void keep(RoutingContext routing, Context context) {
        BufferedBody body = new BufferedBody(context);
        routing.put(KEY, body);
        HttpServerRequest request = routing.request();
        if (!request.isEnded()) {
            // Without this, Quarkus takes a handler for the wish to read.
            request.pause();
            request.handler(chunk -> body.take(routing, chunk)).endHandler(end -> body.whole = true);
        }
    }

    static BufferedBody of(RoutingContext routing) {
        return Objects.requireNonNull(routing.get(KEY), "The body of this request is not kept.");
    }

    /** The body of this request, if its connection is closed and all of the body had arrived. */
    static Optional<InputStream> wholeBody(RoutingContext routing) {
        BufferedBody body = routing.get(KEY);
        return body != null && body.whole
                ? Optional.of(new ByteArrayInputStream(body.bytes.getBytes()))
                : Optional.empty();
    }

    Context context() {
        return context;
    }

    /** While the connection is open, bytes come here only to be dropped: the request was refused. */
    private void take(RoutingContext routing, Buffer chunk) {
        if (routing.response().closed()) {
            bytes.appendBuffer(chunk);
        }
    }
}
