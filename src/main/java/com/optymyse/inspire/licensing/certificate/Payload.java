package com.optymyse.inspire.licensing.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a signed file says, read from the opened JSON:API document.
 *
 * @param machine the machine that it is for; null in a license file
 * @param license the license
 * @param entitlements the vendor's name of each entitlement by its code
 * @param namesEntitlements whether the document says what the license includes; otherwise nobody asked the server for that
 * @param issuedAt when it was issued
 * @param expiresAt when the file itself ends; null for never
 */
record Payload(
        @Nullable MachineObject machine,
        LicenseObject license,
        Map<String, String> entitlements,
        boolean namesEntitlements,
        Instant issuedAt,
        @Nullable Instant expiresAt) {

    Payload {
        entitlements = Collections.unmodifiableMap(new LinkedHashMap<>(entitlements));
    }

    /**
     * @param machineCheck refuses a machine that the file is not accepted for, whatever else the document lacks
     * @throws Refusal license-file-incomplete when a machine file has no license in it, and what the check throws
     * @throws MalformedDocument when anything else is not as it must be
     */
    static Payload read(CertificateKind kind, byte[] json, Consumer<MachineObject> machineCheck)
            throws MalformedDocument {
        JsonNode document = StrictJson.readObject(json);
        ResourceObject data = ResourceObject.of(document.path("data"), "data", kind.resourceType());
        List<JsonNode> included = included(document.path("included"));
        MachineObject machine = kind == CertificateKind.MACHINE ? MachineObject.of(data) : null;
        if (machine != null) {
            machineCheck.accept(machine);
        }
        LicenseObject license = machine == null ? LicenseObject.of(data) : licenseOf(machine, included);
        Map<String, String> entitlements = entitlements(included);
        JsonFields meta = new JsonFields(document.path("meta"), "meta");
        return new Payload(
                machine,
                license,
                entitlements,
                license.namesEntitlements() || !entitlements.isEmpty(),
                meta.instant("issued"),
                meta.instantOrNull("expiry"));
    }

    /** The machine's license: the included one that the machine names, and no other. */
    private static LicenseObject licenseOf(MachineObject machine, List<JsonNode> included) throws MalformedDocument {
        for (JsonNode resource : included) {
            if (isOf(LicenseObject.TYPE, resource)
                    && machine.license().equals(resource.path("id").textValue())) {
                return LicenseObject.of(ResourceObject.of(resource, "included", LicenseObject.TYPE));
            }
        }
        throw new Refusal(
                RefusalCode.LICENSE_FILE_INCOMPLETE,
                "The vendor made this machine file without its license. Ask the vendor to check the machine out with"
                        + " include=license,license.entitlements.");
    }

    private static Map<String, String> entitlements(List<JsonNode> included) throws MalformedDocument {
        Map<String, String> names = new LinkedHashMap<>();
        for (JsonNode resource : included) {
            if (isOf(EntitlementObject.TYPE, resource)) {
                EntitlementObject entitlement =
                        EntitlementObject.of(ResourceObject.of(resource, "included", EntitlementObject.TYPE));
                names.put(entitlement.code(), entitlement.name());
            }
        }
        return names;
    }

    /** The server leaves the field out when nothing was asked for. */
    private static List<JsonNode> included(JsonNode resources) throws MalformedDocument {
        if (!resources.isArray() && !resources.isMissingNode()) {
            throw new MalformedDocument("The field included is not a list.");
        }
        List<JsonNode> list = new ArrayList<>();
        resources.forEach(list::add);
        return list;
    }

    private static boolean isOf(String type, JsonNode resource) {
        return type.equals(resource.path("type").textValue());
    }
}
