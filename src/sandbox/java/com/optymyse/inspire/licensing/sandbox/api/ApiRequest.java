package com.optymyse.inspire.licensing.sandbox.api;

import com.optymyse.inspire.licensing.sandbox.signing.ResponseSignature;
import com.optymyse.inspire.licensing.sandbox.state.Fault;
import com.optymyse.inspire.licensing.sandbox.state.FaultMode;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call of the API.
 *
 * @param path the values of the path's variables, decoded
 * @param normalizedPath the path alone
 * @param server where the server is: the part of the URL before {@code /v1}
 * @param fault the misbehavior that the call meets, null when it meets none
 */
record ApiRequest(
        ResponseSignature.Request line,
        String normalizedPath,
        Map<String, String> path,
        MultiMap query,
        MultiMap headers,
        Buffer body,
        String server,
        @Nullable Fault fault) {

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
                server(context),
                null);
    }

    ApiRequest meeting(Fault met) {
        return new ApiRequest(line, normalizedPath, path, query, headers, body, server, met);
    }

    /** Whether the call is answered by a copy of the data that lags behind. */
    boolean isLagging() {
        return fault != null && fault.mode() == FaultMode.LAG;
    }

    /**
     * Refuses the call if the fault {@code LIMIT} is in force: servers from version 1.7 on do this even if a validation is
     * good.
     */
    void requireNoLimit() {
        if (fault != null && fault.mode() == FaultMode.LIMIT) {
            throw ApiError.unprocessable(new ApiError.Detail("has exceeded what is allowed", fault.code(), null));
        }
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** The value of a variable that the route is sure to have. */
    String pathVariable(String name) {
        return Objects.requireNonNull(path.get(name), name);
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

    private static String server(RoutingContext context) {
        String path = context.normalizedPath();
        return context.request().scheme() + "://" + context.request().authority()
                + path.substring(0, path.indexOf("/v1"));
    }

    /** The host without its port, which is what the server signs. */
    private static String host(RoutingContext context) {
        HostAndPort authority = context.request().authority();
        return authority == null ? "" : authority.host();
    }
}
