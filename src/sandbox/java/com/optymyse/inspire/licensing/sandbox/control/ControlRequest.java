package com.optymyse.inspire.licensing.sandbox.control;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A request to a control. */
record ControlRequest(RoutingContext context, String body) {

    String path(String variable) {
        return Objects.requireNonNull(context.pathParam(variable), variable);
    }

    Optional<String> query(String name) {
        return queries(name).stream().findFirst();
    }

    List<String> queries(String name) {
        return context.queryParam(name);
    }

    Optional<Long> number(String name) {
        return query(name).map(text -> {
            try {
                return Long.valueOf(text);
            } catch (NumberFormatException notANumber) {
                throw new IllegalArgumentException("\"" + name + "\" is a whole number.", notANumber);
            }
        });
    }

    JsonObject json() {
        try {
            return new JsonObject(body);
        } catch (DecodeException notJson) {
            throw new IllegalArgumentException("The body is a JSON object.", notJson);
        }
    }
}
