package com.optymyse.inspire.licensing.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optymyse.inspire.licensing.testing.SharedFiles;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * A call that was recorded at a real licensing server.
 *
 * @param file its file, of which the name begins with the story and the call's number in it
 * @param key the license key that it was made with
 */
record RecordedCall(String file, String story, String key, JsonNode request, JsonNode response) {

    /** The installation that made the recorded calls. */
    static final String FINGERPRINT = "707b1226-726d-42b8-be31-8cddbf392f67";

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Set<String> OF_THE_CONNECTION = Set.of("host", "content-length", "connection");
    private static final String LICENSE = "License ";

    /** All calls, each story's in their order. */
    static List<RecordedCall> all() {
        return StreamSupport.stream(SharedFiles.EXCHANGES.json("expected.json").spliterator(), false)
                .map(RecordedCall::of)
                .sorted(Comparator.comparing(RecordedCall::story).thenComparingInt(RecordedCall::number))
                .toList();
    }

    private static RecordedCall of(JsonNode expected) {
        String file = expected.path("file").textValue();
        JsonNode exchange = SharedFiles.EXCHANGES.json(file);
        JsonNode request = exchange.path("request");
        String authorization = headers(request).get("authorization");
        String key = authorization == null
                ? tree(text(request)).at("/meta/key").textValue()
                : authorization.substring(LICENSE.length());
        return new RecordedCall(file, expected.path("story").textValue(), key, request, exchange.path("response"));
    }

    int number() {
        return Integer.parseInt(file.substring(story.length() + 1, story.length() + 3));
    }

    /** The last part of the path, which is a machine's id where one is deleted. */
    String lastOfPath() {
        String target = request.path("target").textValue();
        return target.substring(target.lastIndexOf('/') + 1);
    }

    /** The traits of the recorded answer. */
    Set<String> traits() {
        return AnswerTraits.of(
                response.path("status").intValue(), headers(response), text(response), key + FINGERPRINT);
    }

    /** The same request to the sandbox, for a demo license and with everything that is the sandbox's own. */
    HttpRequest.Builder to(SandboxClient sandbox, String demoKey) throws Exception {
        JsonObject vendor = sandbox.control("GET", "/keys").json();
        JsonObject license = sandbox.control("GET", "/licenses/" + demoKey).json();
        String path = request.path("target")
                .textValue()
                .replaceFirst("/accounts/[^/]+", "/accounts/" + vendor.getString("account"))
                .replaceFirst("/licenses/[0-9a-f-]{36}", "/licenses/" + license.getString("id"));
        HttpRequest.Builder same = sandbox.request(request.path("method").textValue(), path);
        String body = text(request);
        if (!body.isEmpty()) {
            same.method(
                    request.path("method").textValue(),
                    HttpRequest.BodyPublishers.ofString(body(tree(body), demoKey, vendor, license)));
        }
        headers(request).forEach((name, value) -> {
            if (!OF_THE_CONNECTION.contains(name)) {
                same.header(name, name.equals("authorization") ? LICENSE + demoKey : value);
            }
        });
        return same;
    }

    private static String body(JsonNode body, String demoKey, JsonObject vendor, JsonObject license) {
        replace(body.path("meta"), "key", demoKey);
        replace(body.at("/meta/scope"), "product", vendor.getString("product"));
        replace(body.at("/data/relationships/license/data"), "id", license.getString("id"));
        return body.toString();
    }

    private static void replace(JsonNode object, String name, String value) {
        if (object.has(name)) {
            ((ObjectNode) object).put(name, value);
        }
    }

    private static TreeMap<String, String> headers(JsonNode message) {
        TreeMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        message.path("headers")
                .forEach(header ->
                        headers.put(header.path(0).textValue(), header.path(1).textValue()));
        return headers;
    }

    private static String text(JsonNode message) {
        return new String(
                message.path("body").textValue().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException(notJson);
        }
    }
}
