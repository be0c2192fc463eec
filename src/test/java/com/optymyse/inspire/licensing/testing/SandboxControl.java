package com.optymyse.inspire.licensing.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.lessThan;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The controls of a sandbox, as a test uses them. */
public final class SandboxControl {

    private final URI url;

    public SandboxControl(URI url) {
        this.url = url;
    }

    /** Everything as at the start: licenses, machines, faults, clock. */
    public void reset() {
        post("/reset", Map.of());
    }

    /** A token for a caller with a role; none for an empty one. */
    public String token(String role) {
        return given().queryParam("role", role.isEmpty() ? List.of() : List.of(role))
                .get(url + "/token")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** A token with other claims than usual. */
    public String token(Map<String, ?> parameters) {
        return given().queryParams(parameters)
                .get(url + "/token")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** The ids of the machines on a license. */
    public List<String> machines(String key) {
        return given().get(url + "/licenses/" + key + "/machines")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("id");
    }

    public void removeMachines(String key) {
        given().delete(url + "/licenses/" + key + "/machines").then().statusCode(204);
    }

    /** Suspends, reinstates, expires, renews, bans or unbans a license. */
    public void act(String key, String action) {
        post("/licenses/" + key + "/" + action, Map.of());
    }

    /** Changes a license's entitlements, metadata, name or expiry. */
    public void change(String key, Map<String, ?> changes) {
        given().contentType(ContentType.JSON)
                .body(changes)
                .patch(url + "/licenses/" + key)
                .then()
                .statusCode(200);
    }

    /** Puts the licensing server's clock ahead of the real time, or back with a negative duration. */
    public void moveClock(Duration by) {
        post("/clock", Map.of("offsetSeconds", by.toSeconds()));
    }

    /** Lets every call of a kind fail; all calls when the kind is empty. */
    public void fault(String mode, String on) {
        post("/faults", on.isEmpty() ? Map.of("mode", mode) : Map.of("mode", mode, "on", on));
    }

    /** Lets a number of calls of a kind fail. */
    public void fault(Map<String, ?> fault) {
        post("/faults", fault);
    }

    public void noFaults() {
        post("/faults", Map.of("mode", "none"));
    }

    /** The kinds of the API calls made since they were last forgotten, in their order. */
    public List<String> calls() {
        return given().get(url + "/calls")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("kind");
    }

    public void forgetCalls() {
        given().delete(url + "/calls").then().statusCode(204);
    }

    /** Somebody who has this license key. */
    public LicenseKeyHolder holder(String key) {
        return new LicenseKeyHolder(url, key);
    }

    /** A license file; parameters as the sandbox's index page tells them. */
    public String file(String key, Map<String, ?> parameters) {
        return given().queryParams(parameters)
                .get(url + "/licenses/" + key + "/file")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private Response post(String path, Map<String, ?> body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post(url + path)
                .then()
                .statusCode(lessThan(300))
                .extract()
                .response();
    }
}
