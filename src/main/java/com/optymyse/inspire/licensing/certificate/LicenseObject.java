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
 * A {@code licenses} resource as the licensing server writes it, in files and in responses. Attributes unknown here are
 * ignored; what an older server may not send may be absent.
 *
 * @param id the license's id
 * @param account the id of the vendor's account
 * @param product the id of the product it is for
 * @param key its key, where the resource carries it
 * @param name its name, if it has one
 * @param expiry when it ends; null for never
 * @param status the server's word for its state: {@code ACTIVE}, {@code SUSPENDED}, {@code BANNED} and others
 * @param suspended whether it is suspended
 * @param validated whether it says when it was last validated
 * @param requireHeartbeat whether its machines must send heartbeats
 * @param requireCheckIn whether it must be checked in
 * @param namesEntitlements whether it says which entitlements it has, be it none
 * @param metadata what the vendor added, as JSON gives it
 */
public record LicenseObject(
        String id,
        String account,
        String product,
        @Nullable LicenseKey key,
        @Nullable String name,
        @Nullable Instant expiry,
        @Nullable String status,
        boolean suspended,
        boolean validated,
        boolean requireHeartbeat,
        boolean requireCheckIn,
        boolean namesEntitlements,
        Map<String, Object> metadata) {

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
        return new LicenseObject(
                resource.id(),
                resource.related("account"),
                resource.related("product"),
                key(attributes),
                attributes.textOrNull("name"),
                attributes.instantOrNull("expiry"),
                attributes.textOrNull("status"),
                attributes.flag("suspended"),
                attributes.isSet("lastValidated"),
                attributes.flag("requireHeartbeat"),
                attributes.flag("requireCheckIn"),
                resource.relationships().object("entitlements").isSet("data"),
                attributes.map("metadata"));
    }

    /**
     * When the next check-in of a {@code licenses} resource is due; null where it names no time.
     *
     * @throws MalformedDocument when what it names is no time
     */
    public static @Nullable Instant nextCheckIn(JsonNode resource) throws MalformedDocument {
        JsonFields attributes = new JsonFields(resource, "license").object("attributes");
        return attributes.isSet("nextCheckIn") ? attributes.instant("nextCheckIn") : null;
    }

    /** What the resource says, in the words of this product. */
    public License toLicense() {
        return new License(
                id,
                account,
                product,
                key,
                name,
                state(),
                expiry,
                validated,
                requireHeartbeat,
                requireCheckIn,
                Terms.of(metadata));
    }

    /** The status alone would do; but what a server says twice and differently is taken by its worse half. */
    private License.State state() {
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
