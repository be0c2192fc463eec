package com.optymyse.inspire.licensing.sandbox.api;

import com.optymyse.inspire.licensing.sandbox.signing.FileTimes;
import com.optymyse.inspire.licensing.sandbox.state.DemoLicense;
import com.optymyse.inspire.licensing.sandbox.state.Machine;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;

/** The documents inside license and machine files. */
public final class FileDocuments {

    private final Resources resources;

    public FileDocuments(Resources resources) {
        this.resources = resources;
    }

    /** The document of a license file. */
    public JsonObject license(DemoLicense license, Collection<String> include, FileTimes times) {
        if (include.isEmpty()) {
            return document(resources.license(license), times);
        }
        JsonArray included = new JsonArray();
        boolean entitled = include.contains("entitlements");
        if (entitled) {
            resources.entitlements(license).forEach(included::add);
        }
        JsonObject data = entitled ? resources.licenseWithEntitlements(license) : resources.license(license);
        return document(data, times).put("included", included);
    }

    /** The document of a machine file; entitlements bring their license with them. */
    public JsonObject machine(Machine machine, DemoLicense license, Collection<String> include, FileTimes times) {
        JsonObject document = document(resources.machine(machine, license), times);
        if (include.isEmpty()) {
            return document;
        }
        JsonArray included = new JsonArray();
        if (include.contains("license.entitlements")) {
            included.add(resources.licenseWithEntitlements(license));
            resources.entitlements(license).forEach(included::add);
        } else if (include.contains("license")) {
            included.add(resources.license(license));
        }
        return document.put("included", included);
    }

    private static JsonObject document(JsonObject data, FileTimes times) {
        return new JsonObject()
                .put("data", data)
                .put(
                        "meta",
                        new JsonObject()
                                .put("issued", Resources.time(times.issued()))
                                .put("expiry", Resources.time(times.expiry()))
                                .put("ttl", times.ttl()));
    }
}
