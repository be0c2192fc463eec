package com.optymyse.inspire.licensing.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Writes into the API description the examples of the requests and the good answers of OFREP. */
final class OfrepExamples {

    private static final Object CONTEXT = fields("context", fields("targetingKey", "screen-control"));

    private static final Object LICENSED = fields("standing", "licensed", "revision", 12);

    private static final Object ONE_FLAG =
            fields("key", "SSO_SAML", "value", true, "reason", "STATIC", "variant", "on", "metadata", LICENSED);

    private static final Object ALL_FLAGS = fields(
            "flags",
            List.of(fields("key", "MAX_DISPLAYS", "value", 500, "reason", "STATIC", "metadata", fields())),
            "metadata",
            LICENSED,
            "eventStreams",
            List.of(fields(
                    "type",
                    "sse",
                    "inactivityDelaySec",
                    120,
                    "endpoint",
                    fields("requestUri", "/ofrep/v1/events?c=Wm9vbQ"))));

    private static final String EVENT = """
            retry: 3127
            event: message
            id: "bd6c0d6aa71c0e0ef1c2f4b5b7bdb3c9"
            data: {"type":"refetchEvaluation","etag":"\\"bd6c0d6aa71c0e0ef1c2f4b5b7bdb3c9\\""}
            """;

    private OfrepExamples() {}

    /** Completes one of the three operations. */
    static void describe(Operation operation) {
        if (operation.getRequestBody() == null) {
            example(good(operation).getContent(), "changed", EVENT);
            return;
        }
        example(operation.getRequestBody().required(true).getContent(), "service", CONTEXT);
        Object flags = OfrepResponses.isOfOneFlag(operation) ? ONE_FLAG : ALL_FLAGS;
        example(good(operation).getContent(), "licensed", flags);
    }

    private static APIResponse good(Operation operation) {
        return operation.getResponses().getAPIResponse(OfrepResponses.GOOD);
    }

    /** Adds a new example to each type, because the description keeps the order in which an object was filled. */
    private static void example(Content content, String name, Object value) {
        Map.copyOf(content.getMediaTypes())
                .forEach((type, body) -> content.addMediaType(
                        type,
                        OASFactory.createMediaType()
                                .addExample(name, OASFactory.createExample().value(value))
                                .schema(body.getSchema())));
    }

    /** An object of JSON: names and values in turns. */
    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
