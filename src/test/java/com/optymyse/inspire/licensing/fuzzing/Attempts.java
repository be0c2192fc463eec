package com.optymyse.inspire.licensing.fuzzing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes requests at random, most of them close to what the API's description allows. */
final class Attempts {

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");
    private static final List<String> MEDIA_TYPES = List.of(
            "application/json",
            "application/problem+json",
            "text/html",
            "text/event-stream",
            "*/*",
            "image/png",
            "nonsense",
            ",;q=");
    private static final Buffer TOO_LARGE = Buffer.buffer("[\"" + "x".repeat(4_500_000) + "\"]");
    private static final Buffer TOO_DEEP = Buffer.buffer("[".repeat(20_000));

    private final Values values;
    private final List<Described> operations;
    private final List<String> tokens;

    /** @param tokens good ones first, since these are taken more often */
    Attempts(Values values, List<Described> operations, List<String> tokens) {
        this.values = values;
        this.operations = operations;
        this.tokens = tokens;
    }

    Attempt next() {
        return values.chance(0.05) ? undescribed() : described(values.oneOf(operations));
    }

    private Attempt described(Described operation) {
        return new Attempt(
                operation, operation.method().name(), target(operation), headers(operation), body(operation));
    }

    /** A method that a path has not, or a path that is none. */
    private Attempt undescribed() {
        Described near = values.oneOf(operations);
        String path = values.chance(0.5) ? near.path().replaceAll("\\{.*?}", "x") : "/" + encoded(values.shortText());
        String method = values.oneOf(METHODS);
        boolean exists = operations.stream()
                .anyMatch(operation -> operation.path().equals(path)
                        && operation.method().name().equals(method));
        return exists ? described(near) : new Attempt(null, method, path, headers(near), null);
    }

    private String target(Described operation) {
        String path = operation.path();
        for (String name : operation.parameters("path")) {
            String value = encoded(values.shortText());
            path = path.replace("{" + name + "}", value.isEmpty() || value.equals(".") ? "x" : value);
        }
        StringBuilder query = new StringBuilder();
        for (String name : operation.parameters("query")) {
            if (values.chance(0.5)) {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(name)
                        .append('=')
                        .append(encoded(values.shortText()));
            }
        }
        return path + query;
    }

    /** Short ones: what is over the limit for headers, is refused (431) before it reaches the API. */
    private Map<String, String> headers(Described operation) {
        Map<String, String> headers = new HashMap<>();
        if (values.chance(0.9)) {
            headers.put("Authorization", "Bearer " + (values.chance(0.7) ? tokens.getFirst() : values.oneOf(tokens)));
        }
        if (values.chance(0.2)) {
            headers.put("Accept", values.oneOf(MEDIA_TYPES));
        }
        if (operation.hasBody()) {
            headers.put("Content-Type", values.chance(0.95) ? "application/json" : values.oneOf(MEDIA_TYPES));
        }
        for (String name : List.of("If-None-Match", "X-Request-Id", "traceparent", "Accept-Language", "Origin")) {
            if (values.chance(0.05)) {
                headers.put(name, values.shortText().replaceAll("[^ -~]", "?"));
            }
        }
        return headers;
    }

    private @Nullable Buffer body(Described operation) {
        if (!operation.hasBody()) {
            return values.chance(0.02) ? Buffer.buffer(values.json().toString()) : null;
        }
        if (values.chance(0.01)) {
            return values.chance(0.5) ? TOO_LARGE : TOO_DEEP;
        }
        byte[] body = (values.chance(0.9) ? values.object(operation.fields()) : values.json())
                .toString()
                .getBytes(UTF_8);
        return Buffer.buffer(values.chance(0.1) ? values.spoiled(body) : body);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
