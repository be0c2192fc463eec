package com.optymyse.inspire.licensing.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * An {@code entitlements} resource as the licensing server writes it, in files and in responses.
 *
 * @param code the vendor's code
 * @param name the vendor's name for it; the code where it has none
 */
public record EntitlementObject(String code, String name) {

    static final String TYPE = "entitlements";

    /**
     * Reads a resource object.
     *
     * @throws MalformedDocument when it is of another type or has no code
     */
    public static EntitlementObject of(JsonNode resource) throws MalformedDocument {
        return of(ResourceObject.of(resource, "entitlement", TYPE));
    }

    static EntitlementObject of(ResourceObject resource) throws MalformedDocument {
        String code = resource.attributes().text("code");
        @Nullable String name = resource.attributes().textOrNull("name");
        return new EntitlementObject(code, name == null || name.isBlank() ? code : name);
    }
}
