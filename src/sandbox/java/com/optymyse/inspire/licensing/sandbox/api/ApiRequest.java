package com.optymyse.inspire.licensing.sandbox.api;

import com.optymyse.inspire.licensing.sandbox.signing.ResponseSignature;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;

/**
 * A call of the API.
 *
 * @param path the values of the path's variables, decoded
 * @param normalizedPath the path alone
 * @param isLagging whether the call is answered by a copy of the data that lags behind
 */
record ApiRequest(
        ResponseSignature.Request line,
        String normalizedPath,
        Map<String, String> path,
        MultiMap query,
        MultiMap headers,
        Buffer body,
        boolean isLagging) {

    static ApiRequest of(RoutingContext context, Buffer body) {
        ResponseSignature.Request line = new ResponseSignature.Request(
                context.request().method().name(), context.request().uri(), host(context));
        return new ApiRequest(
                line,
                context.normalizedPath(),
                Map.copyOf(context.pathParams()),
                context.queryParams(),
                context.request().headers(),
                body,
                false);
    }

    ApiRequest lagging() {
        return new ApiRequest(line, normalizedPath, path, query, headers, body, true);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** The value of a variable that the route is sure to have. */
    String pathVariable(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalStateException("The route has no variable " + name + ".");
        }
        return value;
    }

    /** The body as a JSON object; an absent one is an empty object. */
    Params json() {
        if (body.length() == 0) {
            return Params.body(new JsonObject());
        }
        try {
            return Params.body(body.toJsonObject());
        } catch (DecodeException | ClassCastException notAnObject) {
            throw ApiError.unsigned(400, "The request body is not a JSON object", "JSON_INVALID");
        }
    }

    /** The host without its port, which is what the server signs. */
    private static String host(RoutingContext context) {
        HostAndPort authority = context.request().authority();
        return authority == null ? "" : authority.host();
    }
}
