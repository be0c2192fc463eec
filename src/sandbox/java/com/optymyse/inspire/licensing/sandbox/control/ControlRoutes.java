package com.optymyse.inspire.licensing.sandbox.control;

import com.optymyse.inspire.licensing.sandbox.state.Memory;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** The controls' routes below a base path, with what each is for. */
final class ControlRoutes {

    private final Router router;
    private final String base;
    private final Memory memory;
    private final List<Description> descriptions = new ArrayList<>();

    ControlRoutes(Router router, String base, Memory memory) {
        this.router = router;
        this.base = base;
        this.memory = memory;
    }

    /** The description of a control for people. */
    record Description(String request, String about) {}

    /**
     * Adds a control.
     *
     * @param route method and path below the base, for example {@code GET /licenses/:key}
     * @param control throws {@link IllegalArgumentException} for 400 and {@link NoSuchElementException} for 404
     */
    void add(String route, String about, Function<ControlRequest, ControlReply> control) {
        String method = route.substring(0, route.indexOf(' '));
        String path = base + route.substring(route.indexOf(' ') + 1);
        descriptions.add(new Description(method + " " + path.replaceAll(":(\\w+)", "{$1}"), about));
        router.route(HttpMethod.valueOf(method), path).handler(context -> handle(context, control));
    }

    List<Description> descriptions() {
        return List.copyOf(descriptions);
    }

    private void handle(RoutingContext context, Function<ControlRequest, ControlReply> control) {
        context.request()
                .body()
                .map(body -> new ControlRequest(context, body.toString()))
                .map(request -> memory.exclusively(() -> reply(request, control)))
                .onSuccess(reply -> send(context, reply))
                .onFailure(context::fail);
        context.request().resume();
    }

    private static ControlReply reply(ControlRequest request, Function<ControlRequest, ControlReply> control) {
        try {
            return control.apply(request);
        } catch (IllegalArgumentException bad) {
            return ControlReply.error(400, String.valueOf(bad.getMessage()));
        } catch (NoSuchElementException unknown) {
            return ControlReply.error(404, String.valueOf(unknown.getMessage()));
        }
    }

    private static void send(RoutingContext context, ControlReply reply) {
        context.response().setStatusCode(reply.status());
        context.response().putHeader("Content-Type", reply.type()).end(reply.body());
    }
}
