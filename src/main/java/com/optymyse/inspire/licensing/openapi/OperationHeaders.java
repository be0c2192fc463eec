package com.optymyse.inspire.licensing.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Writes into the API description the headers that follow from the answers of an operation. An answer that a client may have in its
 * cache has an ETag, and the request may have If-None-Match. The request for a stream of events may have Last-Event-ID.
 */
final class OperationHeaders {

    private static final String UNCHANGED = "304";
    private static final String EVENTS = "text/event-stream";
    private static final String ETAG = "ETag";

    private OperationHeaders() {}

    static void describe(Operation operation) {
        APIResponse good = operation.getResponses().getAPIResponse(OfrepResponses.GOOD);
        if (operation.getResponses().hasAPIResponse(UNCHANGED)) {
            operation.addParameter(header(
                    "If-None-Match", "The ETag of a cached answer; the status is 304 if that answer is still current"));
            addTag(good);
        }
        if (good.getContent().hasMediaType(EVENTS)) {
            operation.addParameter(header("Last-Event-ID", "The id of the last event that the client received"));
        }
    }

    private static void addTag(APIResponse response) {
        if (response.getHeaders() == null || !response.getHeaders().containsKey(ETAG)) {
            response.addHeader(
                    ETAG,
                    OASFactory.createHeader()
                            .description("A tag of the whole body; weak if the body may be compressed")
                            .schema(text()));
        }
    }

    private static Parameter header(String name, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .schema(text());
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
