package com.optymyse.inspire.licensing.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import com.optymyse.inspire.licensing.license.License;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.Terms;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A "licenses" resource as the licensing server writes it, in files and in responses. Attributes unknown here are
 * ignored; what an older server may not send may be absent.
 *
 * @param license what it says, in the words of this product
 * @param namesEntitlements whether it says which entitlements it has, be it none
 * @param metadata what the vendor added, as JSON gives it
 */
public record LicenseObject(License license, boolean namesEntitlements, Map<String, Object> metadata) {

    static final String TYPE = "licenses";

    public LicenseObject {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /**
     * Reads a resource object.
     *
     * @throws MalformedDocument when it is of another type, or a field that counts is absent or of another type
     */
    public static LicenseObject of(JsonNode resource) throws MalformedDocument {
        return of(ResourceObject.of(resource, "license", TYPE));
    }

    static LicenseObject of(ResourceObject resource) throws MalformedDocument {
        JsonFields attributes = resource.attributes();
        Map<String, Object> metadata = attributes.map("metadata");
        License license = new License(
                resource.id(),
                resource.related("account"),
                resource.related("product"),
                key(attributes),
                attributes.textOrNull("name"),
                state(attributes.textOrNull("status"), attributes.flag("suspended")),
                attributes.instantIfReadable("created"),
                attributes.instantOrNull("expiry"),
                attributes.isSet("lastValidated"),
                attributes.flag("requireHeartbeat"),
                attributes.flag("requireCheckIn"),
                Terms.of(metadata));
        return new LicenseObject(
                license, resource.relationships().object("entitlements").isSet("data"), metadata);
    }

    /**
     * When the next check-in of a {@code licenses} resource is due; null where it names no time.
     *
     * @throws MalformedDocument when what it names is no time
     */
    public static @Nullable Instant nextCheckIn(JsonNode resource) throws MalformedDocument {
        return new JsonFields(resource, "license").object("attributes").instantIfAny("nextCheckIn");
    }

    /** The state of a license. The status alone would do, but if two fields contradict each other, the worse one counts. */
    private static License.State state(@Nullable String status, boolean suspended) {
        if ("BANNED".equals(status)) {
            return License.State.BANNED;
        }
        return suspended || "SUSPENDED".equals(status) ? License.State.SUSPENDED : License.State.USABLE;
    }

    private static @Nullable LicenseKey key(JsonFields attributes) throws MalformedDocument {
        String key = attributes.textOrNull("key");
        try {
            return key == null ? null : new LicenseKey(key);
        } catch (IllegalArgumentException notAKey) {
            throw attributes.refused("key", "a license key");
        }
    }
}
