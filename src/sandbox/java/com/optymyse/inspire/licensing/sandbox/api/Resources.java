package com.optymyse.inspire.licensing.sandbox.api;

import com.optymyse.inspire.licensing.sandbox.state.DemoLicense;
import com.optymyse.inspire.licensing.sandbox.state.LicenseBook;
import com.optymyse.inspire.licensing.sandbox.state.Machine;
import com.optymyse.inspire.licensing.sandbox.state.Policy;
import com.optymyse.inspire.licensing.sandbox.state.Touched;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Licenses, machines and entitlements as the JSON:API resources of API version 1.7. */
public final class Resources {

    /** A year beyond 9999 has no sign, as the server writes it. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4, 10, SignStyle.NOT_NEGATIVE)
            .appendPattern("-MM-dd'T'HH:mm:ss.SSS'Z'")
            .toFormatter(Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final LicenseBook book;
    private final InstantSource clock;

    public Resources(LicenseBook book, InstantSource clock) {
        this.book = book;
        this.clock = clock;
    }

    /** A time as the server writes it: in UTC, with milliseconds. */
    public static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : TIME.format(time);
    }

    public JsonObject license(DemoLicense license) {
        String self = Links.ACCOUNT + "/licenses/" + license.id();
        return new JsonObject()
                .put("id", license.id())
                .put("type", "licenses")
                .put("attributes", attributes(license))
                .put("relationships", relationships(license, self))
                .put("links", new JsonObject().put("self", self));
    }

    /** The license as it stands in a file that includes its entitlements: its relationship names them. */
    public JsonObject licenseWithEntitlements(DemoLicense license) {
        JsonArray linkage = new JsonArray();
        license.entitlements()
                .forEach(code ->
                        linkage.add(new JsonObject().put("type", "entitlements").put("id", entitlementId(code))));
        JsonObject resource = license(license);
        resource.getJsonObject("relationships").getJsonObject("entitlements").put("data", linkage);
        return resource;
    }

    /** The license's entitlements, newest first. */
    public List<JsonObject> entitlements(DemoLicense license) {
        return license.entitlements().reversed().stream()
                .map(code -> entitlement(code, license.touched().created()))
                .toList();
    }

    public JsonObject machine(Machine machine, DemoLicense license) {
        return new MachineResource(machine, license, clock.instant()).json();
    }

    private JsonObject attributes(DemoLicense license) {
        Policy policy = license.policy();
        Touched touched = license.touched();
        return new JsonObject()
                .put("name", license.name())
                .put("key", license.key())
                .put("expiry", time(license.expiry()))
                .put("status", license.status(clock.instant()))
                .put("uses", 0)
                .put("suspended", license.suspended())
                .put("scheme", null)
                .put("encrypted", false)
                .put("strict", policy.strict())
                .put("floating", policy.floating())
                .put("protected", true)
                .put("version", null)
                .put("maxMachines", policy.maxMachines())
                .put("maxProcesses", null)
                .put("maxUsers", null)
                .put("maxCores", null)
                .put("maxUses", null)
                .put("requireHeartbeat", policy.requireHeartbeat())
                .put("requireCheckIn", policy.checkInDays() != null)
                .put("lastValidated", time(touched.validated()))
                .put("lastCheckIn", time(touched.checkedIn()))
                .put("nextCheckIn", time(license.nextCheckIn().orElse(null)))
                .put("lastCheckOut", time(touched.checkedOut()))
                .put("metadata", new JsonObject(license.metadata()))
                .put("created", time(touched.created()))
                .put("updated", time(touched.updated()));
    }

    private JsonObject relationships(DemoLicense license, String self) {
        JsonObject count = new JsonObject()
                .put("cores", 0)
                .put("count", book.machines(license).size());
        return new JsonObject()
                .put("account", Links.account())
                .put(
                        "product",
                        Links.linked(
                                self + "/product", "products", license.policy().product()))
                .put(
                        "policy",
                        Links.linked(
                                self + "/policy", "policies", license.policy().id()))
                .put("group", Links.linked(self + "/group", "groups", null))
                .put(
                        "owner",
                        Links.linked(self + "/owner", "users", license.ownerId().orElse(null)))
                .put("users", Links.related(self + "/users").put("meta", new JsonObject().put("count", 0)))
                .put("machines", Links.related(self + "/machines").put("meta", count))
                .put("tokens", Links.related(self + "/tokens"))
                .put("entitlements", Links.related(self + "/entitlements"));
    }

    private JsonObject entitlement(String code, Instant created) {
        JsonObject attributes = new JsonObject()
                .put("name", book.feature(code))
                .put("code", code)
                .put("metadata", new JsonObject())
                .put("created", time(created))
                .put("updated", time(created));
        String self = Links.ACCOUNT + "/entitlements/" + entitlementId(code);
        return new JsonObject()
                .put("id", entitlementId(code))
                .put("type", "entitlements")
                .put("attributes", attributes)
                .put("relationships", new JsonObject().put("account", Links.account()))
                .put("links", new JsonObject().put("self", self));
    }

    private static String entitlementId(String code) {
        return UUID.nameUUIDFromBytes(("entitlement/" + code).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
