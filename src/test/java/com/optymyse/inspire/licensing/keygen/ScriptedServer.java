package com.optymyse.inspire.licensing.keygen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.optymyse.inspire.licensing.keygen.StubServer.Received;
import com.optymyse.inspire.licensing.keygen.StubServer.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Responses as the licensing server gives them, signed by a vendor of the test's own at a time of the test's choice. */
final class ScriptedServer {

    static final String KEY = "SECRET-KEY-OF-THE-LICENSE-1234";
    static final String FINGERPRINT = "installation:1";
    static final String LICENSE = "c2c1a7a5-7a0a-4e58-9a62-31f9d7d2a001";
    static final String MACHINE = "c2c1a7a5-7a0a-4e58-9a62-31f9d7d2a002";
    static final String MACHINE_FILE = "-----BEGIN MACHINE FILE-----\nZXhhbXBsZQ==\n-----END MACHINE FILE-----\n";

    private static final JsonMapper MAPPER = new JsonMapper();

    private final TestVendor vendor;
    private final Instant date;

    ScriptedServer(TestVendor vendor, Instant date) {
        this.vendor = vendor;
        this.date = date;
    }

    /** A good response to whatever is asked. */
    Reply good(Received request) {
        return switch (operation(request)) {
            case "validate-key" -> signed(request, 200, validation(request));
            case "me" -> signed(request, 200, "{\"data\":" + license() + "}");
            case "entitlements" -> signed(request, 200, entitlements(0, 2));
            case "check-in" -> signed(request, 200, "{\"data\":" + license() + "}");
            case "machines" -> signed(request, 201, resource("machines", MACHINE));
            case "check-out" -> signed(request, 200, machineFile());
            default -> signed(request, 204, "");
        };
    }

    /** The last part of the path; for a deletion the machine's id. */
    static String operation(Received request) {
        String path = request.target().replaceFirst("\\?.*", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    Reply signed(Received request, int status, String body) {
        byte[] bytes = bytes(body);
        return Reply.of(status, headers(request, bytes), bytes);
    }

    Reply error(Received request, int status, String code) {
        return signed(request, status, "{\"errors\":[{\"title\":\"No\",\"code\":\"" + code + "\"}]}");
    }

    Map<String, List<String>> headers(Received request, byte[] body) {
        Map<String, List<String>> headers =
                new HashMap<>(vendor.headers(request.requestTarget(), "localhost", date, body));
        headers.put("Content-Type", List.of("application/vnd.api+json; charset=utf-8"));
        return headers;
    }

    /** The response to a validation that repeats what was asked. */
    static String validation(Received request) {
        JsonNode meta = json(request.body()).path("meta");
        return "{\"data\":" + license() + ",\"meta\":{\"valid\":true,\"code\":\"VALID\",\"nonce\":" + meta.path("nonce")
                + ",\"scope\":" + meta.path("scope") + "}}";
    }

    static String entitlements(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(number -> "{\"type\":\"entitlements\",\"id\":\"e" + number
                        + "\",\"attributes\":{\"name\":\"Feature " + number + "\",\"code\":\"CODE_" + number + "\"}}")
                .collect(Collectors.joining(",", "{\"data\":[", "]}"));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException(notJson);
        }
    }

    private static String machineFile() {
        return "{\"data\":{\"type\":\"machine-files\",\"id\":\"f\",\"attributes\":{\"certificate\":\""
                + MACHINE_FILE.replace("\n", "\\n") + "\"}}}";
    }

    private static String license() {
        return """
                {"type": "licenses", "id": "%s",
                 "attributes": {"key": "%s", "name": "Enterprise", "expiry": null, "status": "ACTIVE", "metadata": {}},
                 "relationships": {"account": {"data": {"type": "accounts", "id": "%s"}},
                                   "product": {"data": {"type": "products", "id": "%s"}}}}
                """.replaceFirst("%s", LICENSE)
                .replaceFirst("%s", KEY)
                .replaceFirst("%s", TestVendor.ACCOUNT)
                .replaceFirst("%s", TestVendor.PRODUCT);
    }

    private static String resource(String type, String id) {
        return "{\"data\":{\"type\":\"" + type + "\",\"id\":\"" + id + "\"}}";
    }
}
