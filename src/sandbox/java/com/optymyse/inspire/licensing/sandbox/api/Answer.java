package com.optymyse.inspire.licensing.sandbox.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the API answers, before it is signed.
 *
 * @param body the document, null for an empty answer
 * @param signed whether the licensing server signs such an answer, as it does with everything but what its front refuses
 */
record Answer(int status, @Nullable JsonObject body, Map<String, String> headers, boolean signed) {

    /** The header that names the request, as the errors of the answer do. */
    static final String REQUEST_ID = "X-Request-Id";

    static Answer ok(JsonObject body) {
        return new Answer(200, body, Map.of(), true);
    }

    static Answer resource(JsonObject resource) {
        return ok(new JsonObject().put("data", resource));
    }

    static Answer created(JsonObject resource, String location) {
        return new Answer(201, new JsonObject().put("data", resource), Map.of("Location", location), true);
    }

    static Answer noContent() {
        return new Answer(204, null, Map.of(), true);
    }

    /** The code of the validation, or of the first error that has one. */
    Optional<String> code() {
        if (body == null) {
            return Optional.empty();
        }
        JsonArray errors = body.getJsonArray("errors");
        JsonObject meta = body.getJsonObject("meta");
        if (errors != null) {
            return Optional.ofNullable(errors.getJsonObject(0).getString("code"));
        }
        return Optional.ofNullable(meta).map(validation -> validation.getString("code"));
    }
}
