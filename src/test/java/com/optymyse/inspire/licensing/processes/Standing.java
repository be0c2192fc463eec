package com.optymyse.inspire.licensing.processes;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a replica says of the license, as far as it does not change by itself.
 *
 * @param key the license held; empty for none
 * @param standing licensed, grace, restricted or unlicensed
 * @param reason why it is not simply licensed; empty when it is
 * @param displays the limit of displays, which stands for all that is granted
 */
record Standing(String key, String standing, String reason, int displays) {

    static final Standing UNLICENSED = new Standing("", "unlicensed", "not-activated", 0);
    static final Standing ENTERPRISE = licensed("DEMO-ENTERPRISE", 500);
    static final Standing STARTER = licensed("DEMO-STARTER", 10);

    static Standing licensed(String key, int displays) {
        return new Standing(key, "licensed", "", displays);
    }

    /** From the body of GET /license and of every operation that answers with the same. */
    static Standing of(JsonNode license) {
        return new Standing(
                license.path("license").path("key").asText(""),
                license.path("standing").asText(""),
                license.path("reason").asText(""),
                license.path("limits").path("maxDisplays").asInt(-2));
    }
}
