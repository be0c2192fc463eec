package com.optymyse.inspire.licensing.sandbox.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object of a request, read as strictly as the licensing server does: a member of another name or type is a 400
 * that points at it.
 *
 * @param pointer where the object stands in the body, empty for the body itself
 */
record Params(JsonObject json, String pointer) {

    static Params body(JsonObject json) {
        return new Params(json, "");
    }

    Params allowOnly(String... names) {
        Set<String> allowed = Set.of(names);
        for (String name : json.fieldNames()) {
            if (!allowed.contains(name)) {
                throw ApiError.badRequest("unpermitted parameter", at(name));
            }
        }
        return this;
    }

    Params object(String name) {
        return optionalObject(name).orElseThrow(() -> missing(name));
    }

    Optional<Params> optionalObject(String name) {
        return value(name, JsonObject.class).map(object -> new Params(object, pointer + "/" + name));
    }

    String text(String name) {
        String text = optionalText(name).orElseThrow(() -> missing(name));
        if (text.isBlank()) {
            throw ApiError.badRequest("cannot be blank", at(name));
        }
        return text;
    }

    Optional<String> optionalText(String name) {
        return value(name, String.class);
    }

    Optional<Boolean> optionalBoolean(String name) {
        return value(name, Boolean.class);
    }

    Optional<Long> optionalInteger(String name) {
        return value(name, Number.class).map(number -> switch (number) {
            case Integer small -> small.longValue();
            case Long large -> large;
            default -> throw wrongType(name);
        });
    }

    Optional<List<String>> optionalTexts(String name) {
        return value(name, JsonArray.class)
                .map(array -> array.stream().map(item -> text(name, item)).toList());
    }

    boolean has(String name) {
        return json.containsKey(name);
    }

    void requireOneOf(String name, String... values) {
        if (!Set.of(values).contains(text(name))) {
            throw ApiError.badRequest("must be one of: " + String.join(", ", values), at(name));
        }
    }

    ApiError.Source at(String name) {
        return ApiError.Source.pointer(pointer + "/" + name);
    }

    private String text(String name, @Nullable Object item) {
        if (item instanceof String text) {
            return text;
        }
        throw wrongType(name);
    }

    private <T> Optional<T> value(String name, Class<T> type) {
        Object value = json.getValue(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            throw wrongType(name);
        }
        return Optional.of(type.cast(value));
    }

    private ApiError missing(String name) {
        return ApiError.badRequest("is missing", at(name));
    }

    private ApiError wrongType(String name) {
        return ApiError.badRequest("type mismatch", at(name));
    }
}
