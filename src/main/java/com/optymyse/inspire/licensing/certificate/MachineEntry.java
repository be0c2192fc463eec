package com.optymyse.inspire.licensing.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A {@code machines} resource as the licensing server lists it: what tells one installation from the others.
 *
 * @param fingerprint the installation's fingerprint
 * @param name its name; null where it has none
 * @param lastCheckOut when it was last checked out; null for never
 */
public record MachineEntry(
        String fingerprint, @Nullable String name, @Nullable Instant lastCheckOut) {

    /**
     * Reads a resource object.
     *
     * @throws MalformedDocument when a field is of another type, or it has no fingerprint
     */
    public static MachineEntry of(JsonNode resource) throws MalformedDocument {
        JsonFields attributes = new JsonFields(resource, "machine").object("attributes");
        return new MachineEntry(
                attributes.text("fingerprint"), attributes.textOrNull("name"), attributes.instantIfAny("lastCheckOut"));
    }
}
