package com.optymyse.inspire.licensing.openapi;

import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Leaves to a schema of alternatives nothing but these. It has the fields of its record otherwise, and generators of clients
 * would then make a type of all of them together.
 */
final class Alternatives {

    private Alternatives() {}

    static void writeInto(OpenAPI document) {
        document.getComponents().getSchemas().values().stream()
                .filter(schema -> schema.getDiscriminator() != null)
                .forEach(Alternatives::leaveAlone);
    }

    private static void leaveAlone(Schema schema) {
        schema.setProperties(null);
        schema.setType(null);
    }
}
