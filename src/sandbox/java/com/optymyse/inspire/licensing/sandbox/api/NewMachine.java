package com.optymyse.inspire.licensing.sandbox.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A machine that a client asks for.
 *
 * @param id the UUID that the client chose, null when it leaves that to the server
 */
record NewMachine(@Nullable String id, String licenseId, String fingerprint, Map<String, Object> details) {

    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_FINGERPRINT = 4096;

    static NewMachine of(Params body) {
        Params data = body.allowOnly("data").object("data").allowOnly("type", "id", "attributes", "relationships");
        data.requireOneOf("type", "machine", "machines");
        Params license = data.object("relationships")
                .allowOnly("license")
                .object("license")
                .allowOnly("data")
                .object("data");
        license.allowOnly("type", "id").requireOneOf("type", "license", "licenses");
        Params attributes = data.object("attributes");
        Map<String, Object> details = details(attributes);
        return new NewMachine(id(data), license.text("id"), fingerprint(attributes), details);
    }

    private static @Nullable String id(Params data) {
        return data.optionalText("id")
                .map(id -> {
                    if (!UUID.matcher(id).matches()) {
                        throw ApiError.badRequest("type mismatch (expected a UUID)", data.at("id"));
                    }
                    return id;
                })
                .orElse(null);
    }

    private static String fingerprint(Params attributes) {
        String fingerprint = attributes.text("fingerprint");
        if (fingerprint.length() > LONGEST_FINGERPRINT) {
            throw ApiError.badRequest("is too long", attributes.at("fingerprint"));
        }
        return fingerprint;
    }

    private static Map<String, Object> details(Params attributes) {
        attributes.allowOnly("fingerprint", "name", "ip", "hostname", "platform", "cores", "metadata");
        Map<String, Object> details = new LinkedHashMap<>();
        for (String name : new String[] {"name", "ip", "hostname", "platform"}) {
            attributes.optionalText(name).ifPresent(text -> details.put(name, text));
        }
        attributes.optionalInteger("cores").ifPresent(number -> details.put("cores", number));
        attributes
                .optionalObject("metadata")
                .ifPresent(metadata -> details.put("metadata", metadata.json().getMap()));
        return details;
    }
}
