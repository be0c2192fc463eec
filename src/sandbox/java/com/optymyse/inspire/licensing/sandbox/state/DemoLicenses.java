package com.optymyse.inspire.licensing.sandbox.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The licenses that a fresh sandbox sells, read from {@value #RESOURCE}. */
public final class DemoLicenses {

    private static final String RESOURCE = "/sandbox/demo-licenses.json";

    /** Old enough that a license which must check in has missed it, young enough that none counts as inactive. */
    private static final Duration AGE = Duration.ofDays(60);

    private final JsonNode seed;

    public DemoLicenses() {
        try (InputStream resource = DemoLicenses.class.getResourceAsStream(RESOURCE)) {
            seed = StateJson.tree(Objects.requireNonNull(resource, RESOURCE));
        } catch (IOException notReadable) {
            throw new UncheckedIOException(notReadable);
        }
    }

    /** The state of a sandbox that starts now. */
    public SandboxState at(Instant now) {
        return SandboxState.of(
                seeds().map(license -> license(license, now)).toList(),
                seeds().filter(license -> license.has("foreignMachine"))
                        .map(license -> foreignMachine(license, now))
                        .toList());
    }

    /** The feature that an entitlement stands for; a code that nobody knows stands for itself. */
    public String feature(String entitlement) {
        return seed.path("features").path(entitlement).asText(entitlement);
    }

    private Stream<JsonNode> seeds() {
        return StreamSupport.stream(seed.path("licenses").spliterator(), false);
    }

    private DemoLicense license(JsonNode entry, Instant now) {
        ObjectNode license = StateJson.merged((ObjectNode) seed.path("default"), entry);
        license.remove("foreignMachine");
        JsonNode extraEntitlements = license.remove("extraEntitlements");
        if (extraEntitlements != null) {
            ArrayNode codes = ((ArrayNode) license.path("entitlements")).deepCopy();
            IntStream.rangeClosed(1, extraEntitlements.asInt()).forEach(number -> codes.add("EXTRA_" + number));
            license.set("entitlements", codes);
        }
        JsonNode expiresInDays = license.remove("expiresInDays");
        if (expiresInDays != null) {
            license.put(
                    "expiry", now.plus(Duration.ofDays(expiresInDays.asLong())).toString());
        }
        JsonNode noteLength = license.remove("noteLength");
        if (noteLength != null) {
            ((ObjectNode) license.path("metadata")).put("note", "x".repeat(noteLength.asInt()));
        }
        ObjectNode policy = (ObjectNode) license.path("policy");
        policy.putIfAbsent("name", license.path("key"));
        policy.putIfAbsent("product", policy.textNode(Vendor.PRODUCT));
        license.set("touched", StateJson.tree(Touched.createdAt(now.minus(AGE), policy.has("checkInDays"))));
        return StateJson.read(license, DemoLicense.class);
    }

    private static Machine foreignMachine(JsonNode entry, Instant now) {
        String fingerprint = entry.path("foreignMachine").asText();
        String id = new UUID(0x0f0e_1640_0000_4000L, 0x8000_0000_0000_0001L).toString();
        return new Machine(id, entry.path("key").asText(), fingerprint, Map.of(), now.minus(AGE), null, null);
    }
}
