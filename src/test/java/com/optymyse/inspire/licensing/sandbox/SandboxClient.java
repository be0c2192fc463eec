package com.optymyse.inspire.licensing.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;

/** A sandbox of the test's own, and a client that speaks to it as a service would. */
final class SandboxClient implements AutoCloseable {

    /** When the sandbox starts; it stays then until a test moves its clock. */
    static final Instant START = Instant.parse("2026-03-31T10:00:00.123Z");

    static final String FINGERPRINT = "installation-1";

    private final Sandbox sandbox = Sandbox.start(0, Clock.fixed(START, ZoneOffset.UTC));
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** An answer with what its signature covers of the request. */
    record Reply(String method, String target, int status, HttpHeaders headers, String body) {

        JsonObject json() {
            return new JsonObject(body);
        }

        JsonObject attributes() {
            return json().getJsonObject("data").getJsonObject("attributes");
        }

        String code() {
            return json().getJsonObject("meta").getString("code");
        }

        boolean valid() {
            return json().getJsonObject("meta").getBoolean("valid");
        }

        String error(String member) {
            return json().getJsonArray("errors").getJsonObject(0).getString(member);
        }

        String header(String name) {
            return headers.firstValue(name).orElseThrow(() -> new AssertionError("No header " + name + ": " + headers));
        }

        boolean isSigned() {
            return headers.firstValue("Keygen-Signature").isPresent();
        }
    }

    /** Calls the API or a control, below the sandbox's base path. */
    Reply call(HttpRequest.Builder request) throws IOException, InterruptedException {
        return reply(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    }

    CompletableFuture<Reply> callLater(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .thenApply(SandboxClient::reply);
    }

    HttpRequest.Builder request(String method, String path) {
        return HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                .timeout(Duration.ofMinutes(1))
                .method(method, HttpRequest.BodyPublishers.noBody());
    }

    HttpRequest.Builder request(String method, String path, JsonObject body) {
        return request(method, path)
                .header("Content-Type", "application/vnd.api+json")
                .method(method, HttpRequest.BodyPublishers.ofString(body.encode()));
    }

    HttpRequest.Builder as(String key, HttpRequest.Builder request) {
        return request.header("Authorization", "License " + key);
    }

    Reply control(String method, String path) throws IOException, InterruptedException {
        return call(request(method, path));
    }

    Reply control(String method, String path, JsonObject body) throws IOException, InterruptedException {
        return call(request(method, path, body));
    }

    Reply get(String key, String path) throws IOException, InterruptedException {
        return call(as(key, request("GET", path)));
    }

    Reply post(String key, String path, JsonObject body) throws IOException, InterruptedException {
        return call(as(key, request("POST", path, body)));
    }

    Reply delete(String key, String path) throws IOException, InterruptedException {
        return call(as(key, request("DELETE", path)));
    }

    /** Validates with fingerprint and product, as the service does. */
    Reply validate(String key) throws IOException, InterruptedException {
        return validate(key, new JsonObject().put("fingerprint", FINGERPRINT));
    }

    Reply validate(String key, JsonObject scope) throws IOException, InterruptedException {
        return call(request("POST", "/v1/licenses/actions/validate-key", validation(key, scope)));
    }

    JsonObject validation(String key, JsonObject scope) {
        return new JsonObject()
                .put("meta", new JsonObject().put("key", key).put("nonce", 4711).put("scope", scope));
    }

    /** Takes a seat with the usual fingerprint. */
    Reply createMachine(String key) throws IOException, InterruptedException {
        return post(key, "/v1/machines", machine(key, FINGERPRINT));
    }

    JsonObject machine(String key, String fingerprint) throws IOException, InterruptedException {
        JsonObject license = new JsonObject()
                .put("type", "licenses")
                .put("id", control("GET", "/licenses/" + key).json().getString("id"));
        return new JsonObject()
                .put(
                        "data",
                        new JsonObject()
                                .put("type", "machines")
                                .put("attributes", new JsonObject().put("fingerprint", fingerprint))
                                .put(
                                        "relationships",
                                        new JsonObject().put("license", new JsonObject().put("data", license))));
    }

    Reply checkOut(String key) throws IOException, InterruptedException {
        JsonObject meta = new JsonObject()
                .put("encrypt", true)
                .put("ttl", 1_209_600)
                .put("include", new JsonArray().add("license").add("license.entitlements"))
                .put("algorithm", "aes-256-gcm+ed25519");
        return post(key, "/v1/machines/" + FINGERPRINT + "/actions/check-out", new JsonObject().put("meta", meta));
    }

    JsonArray machines(String key) throws IOException, InterruptedException {
        return new JsonArray(control("GET", "/licenses/" + key + "/machines").body());
    }

    void fault(String mode, String on) throws IOException, InterruptedException {
        control("POST", "/faults", new JsonObject().put("mode", mode).put("on", on));
    }

    void moveClock(Duration offset) throws IOException, InterruptedException {
        control("POST", "/clock", new JsonObject().put("offsetSeconds", offset.toSeconds()));
    }

    void reset() throws IOException, InterruptedException {
        control("POST", "/reset");
    }

    URI url() {
        return sandbox.url();
    }

    @Override
    public void close() {
        http.shutdownNow();
        sandbox.close();
    }

    private static Reply reply(HttpResponse<String> response) {
        HttpRequest request = response.request();
        String query = request.uri().getRawQuery();
        String target = request.uri().getRawPath() + (query == null ? "" : "?" + query);
        return new Reply(request.method(), target, response.statusCode(), response.headers(), response.body());
    }
}
