package com.optymyse.inspire.licensing.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Fields that may be null and refer to another schema. OpenAPI 3.0 ignores what stands beside a reference; validators and
 * generators of clients agree on the reference or a text whose only value is null. When the service starts, Quarkus reads
 * the description that its build has written and takes that text for no type at all, so it is put there again.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class NullableReferences implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents().getSchemas().values().stream()
                .map(schema -> Objects.requireNonNullElse(schema.getProperties(), Map.<String, Schema>of()))
                .flatMap(properties -> properties.values().stream())
                .filter(property -> property.getAnyOf() != null
                        && property.getAnyOf().getFirst().getRef() != null)
                .forEach(property ->
                        property.setAnyOf(alternatives(property.getAnyOf().getFirst())));
    }

    /** What refers to a schema, or null. */
    static Schema orNull(Schema reference) {
        Schema alone = OASFactory.createSchema().ref(reference.getRef());
        return OASFactory.createSchema().description(reference.getDescription()).anyOf(alternatives(alone));
    }

    private static List<Schema> alternatives(Schema reference) {
        Schema nothing = OASFactory.createSchema()
                .addType(SchemaType.STRING)
                .addType(SchemaType.NULL)
                .enumeration(Collections.singletonList(null));
        return List.of(reference, nothing);
    }
}
