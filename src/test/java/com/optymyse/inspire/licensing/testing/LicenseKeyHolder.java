package com.optymyse.inspire.licensing.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Somebody who has a license key and nothing else, and asks the licensing server as a service does. */
public final class LicenseKeyHolder {

    private final URI server;
    private final String key;

    LicenseKeyHolder(URI server, String key) {
        this.server = server;
        this.key = key;
    }

    /** A machine file that never ends. There is no machine at the server before it is made, and none afterwards. */
    public String endlessFile(String fingerprint) {
        return endlessFile(fingerprint, Map.of());
    }

    /** The same of a machine that has this metadata. */
    public String endlessFile(String fingerprint, Map<String, ?> metadata) {
        String machine = create(fingerprint, metadata).statusCode(201).extract().path("data.id");
        String file = checkOut(machine).statusCode(200).extract().path("data.attributes.certificate");
        call().delete(server + "/v1/machines/" + machine).then().statusCode(204);
        return file;
    }

    private ValidatableResponse create(String fingerprint, Map<String, ?> metadata) {
        String license =
                call().get(server + "/v1/me").then().statusCode(200).extract().path("data.id");
        return call().body(Map.of(
                        "data",
                        Map.of(
                                "type",
                                "machines",
                                "attributes",
                                Map.of("fingerprint", fingerprint, "metadata", metadata),
                                "relationships",
                                Map.of("license", Map.of("data", Map.of("type", "licenses", "id", license))))))
                .post(server + "/v1/machines")
                .then();
    }

    private ValidatableResponse checkOut(String machine) {
        Map<String, Object> wanted =
                new HashMap<>(Map.of("encrypt", true, "include", List.of("license", "license.entitlements")));
        wanted.put("ttl", null);
        return call().body(Map.of("meta", wanted))
                .post(server + "/v1/machines/" + machine + "/actions/check-out")
                .then();
    }

    private RequestSpecification call() {
        return given().contentType(ContentType.JSON).header("Authorization", "License " + key);
    }
}
