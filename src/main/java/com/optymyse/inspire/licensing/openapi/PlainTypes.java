package com.optymyse.inspire.licensing.openapi;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Writes the schemas of times and ids inline, where they are used. Quarkus refers to one schema of each, beside which
 * nothing else can be said: that it may be null, or what it means.
 */
final class PlainTypes {

    private static final String REFERENCE = "#/components/schemas/";
    private static final Map<String, String> FORMATS = Map.of("Instant", "date-time", "UUID", "uuid");

    private PlainTypes() {}

    static void writeOut(OpenAPI document) {
        document.getComponents().getSchemas().values().forEach(PlainTypes::writeOut);
        ProblemResponses.operations(document)
                .map(operation -> operation.getParameters())
                .filter(Objects::nonNull)
                .flatMap(Collection::stream)
                .forEach(parameter -> parameter.setSchema(writtenOut(parameter.getSchema())));
        FORMATS.keySet().forEach(document.getComponents()::removeSchema);
    }

    private static void writeOut(Schema schema) {
        if (schema.getProperties() != null) {
            Map<String, Schema> properties = new LinkedHashMap<>();
            schema.getProperties().forEach((name, property) -> properties.put(name, writtenOut(property)));
            schema.setProperties(properties);
        }
    }

    private static Schema writtenOut(Schema schema) {
        return Stream.ofNullable(schema.getRef())
                .filter(reference -> reference.startsWith(REFERENCE))
                .map(reference -> FORMATS.get(reference.substring(REFERENCE.length())))
                .filter(Objects::nonNull)
                .map(format -> OASFactory.createSchema()
                        .addType(SchemaType.STRING)
                        .format(format)
                        .description(schema.getDescription()))
                .findFirst()
                .orElse(schema);
    }
}
