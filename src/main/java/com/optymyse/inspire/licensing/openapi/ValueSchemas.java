package com.optymyse.inspire.licensing.openapi;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Describes the values that answers show unchanged. They belong to packages that know nothing of the API. So are the pairs
 * of a value before and after, whose schemas have one record.
 */
final class ValueSchemas {

    private static final String UNLIMITED = ", 0 or more; -1 means unlimited";
    private static final String NOW = "The present value";
    private static final String THEN = "The value after the activation";

    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("Entitlement", "A feature of Inspire, and whether it may be used."),
            Map.entry("Entitlement.code", "The vendor's code of the entitlement"),
            Map.entry("Entitlement.feature", "The name of the feature, for people"),
            Map.entry("Entitlement.granted", "Whether the installation may use it now"),
            Map.entry("AsSigned", "The limits and entitlements in the certificate of a license that is not in force."),
            Map.entry(
                    "AsSigned.entitlements",
                    "Every entitlement that Inspire or the license knows; those in the certificate are granted"),
            Map.entry(
                    "Limits",
                    "The licensed limits. A limit applies when something is added. It never stops what already runs."),
            Map.entry("Limits.maxDisplays", "The number of display endpoints" + UNLIMITED),
            Map.entry("Limits.maxAgiles", "The number of agile and dashboard endpoints" + UNLIMITED),
            Map.entry("Limits.aiCreditsPerMonth", "The number of AI credits per month" + UNLIMITED),
            Map.entry("ChangeString", "A text now and after the activation."),
            Map.entry("ChangeString.before", NOW + "; null if there is none"),
            Map.entry("ChangeString.after", THEN + "; null if there is none"),
            Map.entry("ChangeInstant", "A time now and after the activation."),
            Map.entry("ChangeInstant.before", NOW + ", in UTC; null for never, or if there is no license"),
            Map.entry("ChangeInstant.after", THEN + ", in UTC; null for never"),
            Map.entry("ChangeLimits", "The limits now and after the activation."));

    private ValueSchemas() {}

    static void describe(OpenAPI document) {
        MEANINGS.forEach((name, meaning) -> schema(document, name).setDescription(meaning));
        schema(document, "Limits").getProperties().values().forEach(limit -> limit.setMinimum(BigDecimal.ONE.negate()));
    }

    /** A schema by its name, or a field of one by both names. */
    static Schema schema(OpenAPI document, String name) {
        String[] path = name.split("\\.", 2);
        Schema schema = required(document.getComponents().getSchemas().get(path[0]), name);
        return path.length == 1 ? schema : required(schema.getProperties().get(path[1]), name);
    }

    private static Schema required(@Nullable Schema schema, String name) {
        return Objects.requireNonNull(schema, name);
    }
}
