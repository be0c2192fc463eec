package com.optymyse.inspire.licensing.openapi;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Finds the schemas that callers send: those of bodies, and all that these refer to. */
final class RequestSchemas {

    private RequestSchemas() {}

    static Set<String> names(OpenAPI document) {
        Set<String> names = new HashSet<>();
        ProblemResponses.operations(document)
                .map(operation -> operation.getRequestBody())
                .filter(Objects::nonNull)
                .flatMap(body -> body.getContent().getMediaTypes().values().stream())
                .map(content -> content.getSchema())
                .forEach(schema -> collect(schema, document.getComponents().getSchemas(), names));
        return names;
    }

    private static void collect(Schema schema, Map<String, Schema> all, Set<String> names) {
        if (schema.getRef() == null) {
            within(schema).forEach(inner -> collect(inner, all, names));
            return;
        }
        String name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
        if (names.add(name)) {
            collect(Objects.requireNonNull(all.get(name), name), all, names);
        }
    }

    private static Stream<Schema> within(Schema schema) {
        Stream<Schema> alternatives = Stream.of(
                        Stream.ofNullable(schema.getOneOf()),
                        Stream.ofNullable(schema.getAnyOf()),
                        Stream.ofNullable(schema.getAllOf()))
                .flatMap(lists -> lists)
                .flatMap(Collection::stream);
        Stream<Schema> fields =
                Stream.ofNullable(schema.getProperties()).map(Map::values).flatMap(Collection::stream);
        return Stream.of(alternatives, fields, Stream.ofNullable(schema.getItems()))
                .flatMap(schemas -> schemas);
    }
}
