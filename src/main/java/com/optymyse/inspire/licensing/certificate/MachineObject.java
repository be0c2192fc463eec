package com.optymyse.inspire.licensing.certificate;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@code machines} resource as a machine file carries it: an installation with a seat.
 *
 * @param id the machine's id
 * @param account the id of the vendor's account
 * @param product the id of the product
 * @param license the id of the license that it has its seat on
 * @param fingerprint the installation's fingerprint
 * @param metadata what the vendor added, as JSON gives it
 * @param lastCheckOut when it was checked out before this file was made; null for never
 */
record MachineObject(
        String id,
        String account,
        String product,
        String license,
        String fingerprint,
        Map<String, Object> metadata,
        @Nullable Instant lastCheckOut) {

    static MachineObject of(ResourceObject resource) throws MalformedDocument {
        return new MachineObject(
                resource.id(),
                resource.related("account"),
                resource.related("product"),
                resource.related("license"),
                resource.attributes().text("fingerprint"),
                resource.attributes().map("metadata"),
                resource.attributes().instantIfAny("lastCheckOut"));
    }
}
