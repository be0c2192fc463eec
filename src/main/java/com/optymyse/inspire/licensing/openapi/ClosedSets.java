package com.optymyse.inspire.licensing.openapi;

import com.optymyse.inspire.licensing.license.EnumWord;
import com.optymyse.inspire.licensing.license.LicenseStatus;
import com.optymyse.inspire.licensing.license.Standing;
import com.optymyse.inspire.licensing.license.ValidationMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Names the values of those fields that will get no further value without a new version of the API. What is not here may get
 * further values: codes, reasons, outcomes and actions.
 */
final class ClosedSets {

    /** By schema and field; a field of any schema is behind a star. */
    private static final Map<String, List<String>> VALUES = Map.of(
            "*.standing", words(Standing.values()),
            "Details.status", words(LicenseStatus.values()),
            "Details.validationMode", words(ValidationMode.values()),
            "Installation.trust", List.of("built-in", "configured"),
            "LicenseAnswer.release", List.of("completed", "pending", "not-possible"));

    private ClosedSets() {}

    static void writeInto(OpenAPI document) {
        document.getComponents().getSchemas().forEach((name, schema) -> {
            if (schema.getProperties() != null) {
                schema.getProperties()
                        .forEach((field, property) -> Stream.of(name, "*")
                                .map(owner -> VALUES.get(owner + "." + field))
                                .filter(Objects::nonNull)
                                .findFirst()
                                .ifPresent(values -> property.setEnumeration(with(values, property))));
            }
        });
    }

    /** The values of a field that can be null have the null among them. */
    private static List<Object> with(List<String> values, Schema property) {
        List<Object> all = new ArrayList<>(values);
        if (property.getType() != null && property.getType().contains(SchemaType.NULL)) {
            all.add(null);
        }
        return all;
    }

    private static List<String> words(Enum<?>... values) {
        return Arrays.stream(values).map(EnumWord::of).toList();
    }
}
