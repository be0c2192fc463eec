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

    private static final String UNLIMITED = ", 0 or more; -1 is unlimited";
    private static final String NOW = "What it is now";
    private static final String THEN = "What it would be";

    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("Entitlement", "A feature of Inspire, and whether it may be used."),
            Map.entry("Entitlement.code", "The vendor's code of the entitlement"),
            Map.entry("Entitlement.feature", "What it opens, for people"),
            Map.entry("Entitlement.granted", "Whether the installation may use it now"),
            Map.entry("AsSigned", "What the certificate grants of a license that does not count now."),
            Map.entry(
                    "AsSigned.entitlements",
                    "Every entitlement that Inspire or the license knows; granted are those that the license includes"),
            Map.entry("Limits", "The capacity that is licensed. Limits govern adding; they never stop what runs."),
            Map.entry("Limits.maxDisplays", "The number of display endpoints" + UNLIMITED),
            Map.entry("Limits.maxAgiles", "The number of agile and dashboard endpoints" + UNLIMITED),
            Map.entry("Limits.aiCreditsPerMonth", "The number of AI credits in each month" + UNLIMITED),
            Map.entry("ChangeString", "A text now, and as it would be."),
            Map.entry("ChangeString.before", NOW + "; null where there is none"),
            Map.entry("ChangeString.after", THEN + "; null where there would be none"),
            Map.entry("ChangeInstant", "A moment now, and as it would be."),
            Map.entry("ChangeInstant.before", NOW + ", in UTC; null for never, or where no license is held"),
            Map.entry("ChangeInstant.after", THEN + ", in UTC; null for never"),
            Map.entry("ChangeLimits", "The capacity now, and as it would be."));

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
