package com.optymyse.inspire.licensing.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Adds the schemas of what events carry. A stream of OpenAPI 3.0 can't refer to them, so its operation names them. */
final class EventSchemas {

    private EventSchemas() {}

    static void writeInto(OpenAPI document) {
        document.getComponents()
                .addSchema(
                        "Notification",
                        OASFactory.createSchema()
                                .addType(SchemaType.OBJECT)
                                .description("What an event for OFREP clients carries: evaluate all flags again.")
                                .required(List.of("type", "etag"))
                                .addProperty("type", text("What to do").enumeration(List.of("refetchEvaluation")))
                                .addProperty(
                                        "etag", text("The ETag of the new answer for every flag, quotes included")));
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }
}
