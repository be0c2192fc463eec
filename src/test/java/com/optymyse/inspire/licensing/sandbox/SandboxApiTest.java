package com.optymyse.inspire.licensing.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses, headers, credentials, machines and pages of the API, and how its answers are signed. */
class SandboxApiTest extends SandboxTest {

    private static final String ACCOUNT = "eed5b9a9-64e1-4b78-a4c1-29286a09b058";
    private static final String MACHINE = "0b9ad1ee-0d1c-4a1f-9d52-58b2d9b3d6a1";

    @ParameterizedTest
    @ValueSource(strings = {"/v1/me", "/v1/accounts/" + ACCOUNT + "/me", "/v1/accounts/sandbox/me?any=1&other=%20"})
    void me_withEachAddress_isSignedForThatTarget(String path) throws Exception {
        SandboxClient.Reply reply = sandbox.get("DEMO-STARTER", path);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.attributes().getString("key")).isEqualTo("DEMO-STARTER");
        assertThat(JdkVerifier.isGenuine(reply)).isTrue();
        assertThat(JdkVerifier.parameter(reply, "keyid")).isEqualTo(ACCOUNT);
        assertThat(JdkVerifier.parameter(reply, "headers")).isEqualTo("(request-target) host date digest");
        assertThat(reply.header("Date")).isEqualTo("Tue, 31 Mar 2026 10:00:00 GMT");
        assertThat(reply.header("Content-Type")).isEqualTo("application/vnd.api+json; charset=utf-8");
    }

    @Test
    void everyKindOfAnswer_isSignedForItsMethodAndBody() throws Exception {
        SandboxClient.Reply created = sandbox.createMachine("DEMO-FULL");
        SandboxClient.Reply missing = sandbox.delete("DEMO-FULL", "/v1/machines/nobody");
        sandbox.createMachine("DEMO-STARTER");
        SandboxClient.Reply deleted = sandbox.delete("DEMO-STARTER", "/v1/machines/" + SandboxClient.FINGERPRINT);

        assertThat(created.status()).isEqualTo(422);
        assertThat(JdkVerifier.isGenuine(created)).isTrue();
        assertThat(missing.status()).isEqualTo(404);
        assertThat(JdkVerifier.isGenuine(missing)).isTrue();
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
        assertThat(JdkVerifier.isGenuine(deleted)).isTrue();
        assertThat(JdkVerifier.isGenuine(sandbox.get("NOBODY", "/v1/me"))).isTrue();
        assertThat(JdkVerifier.isGenuine(sandbox.get("DEMO-BANNED", "/v1/me"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "rsa-sha256", "rsa-pss-sha256", "ecdsa-p256"})
    void acceptSignature_ofEachScheme_isHonored(String scheme) throws Exception {
        SandboxClient.Reply reply = sandbox.call(
                starter("/v1/me").header("Keygen-Accept-Signature", "keyid=\"any\", algorithm=\"" + scheme + "\""));

        assertThat(JdkVerifier.parameter(reply, "algorithm")).isEqualTo(scheme);
        assertThat(JdkVerifier.isGenuine(reply)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Keygen-Accept-Signature, algorithm=\"rot13\"",
        "Keygen-Accept-Signature, anything",
        "Keygen-Environment, production",
        "Keygen-Version, 9.9"
    })
    void header_notSupported_isASigned400(String name, String value) throws Exception {
        SandboxClient.Reply reply = sandbox.call(starter("/v1/me").header(name, value));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.isSigned()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1.7, 1.7", "v1.7, 1.7"})
    void version_known_isEchoed(String asked, String echoed) throws Exception {
        SandboxClient.Reply reply = sandbox.call(starter("/v1/me").header("Keygen-Version", asked));

        assertThat(reply.header("Keygen-Version")).isEqualTo(echoed);
    }

    @ParameterizedTest
    @CsvSource({"Accept, text/html", "Accept, image/png", "Content-Type, application/vnd.api+xml"})
    void mediaType_notSupported_isAnUnsigned400(String name, String value) throws Exception {
        SandboxClient.Reply reply = sandbox.call(starter("/v1/me").header(name, value));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error("code")).isEqualTo("MIME_TYPE_INVALID");
        assertThat(reply.isSigned()).isFalse();
    }

    @Test
    void mediaType_plainJson_isAnsweredInKind() throws Exception {
        SandboxClient.Reply reply = sandbox.call(starter("/v1/me").header("Accept", "text/html, application/json;q=1"));

        assertThat(reply.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/nothing", "/v1/accounts/another/me", "/v1/accounts/" + ACCOUNT})
    void address_unknown_isAnUnsigned404(String path) throws Exception {
        SandboxClient.Reply reply = sandbox.get("DEMO-STARTER", path);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.isSigned()).isFalse();
    }

    @Test
    void body_notJson_isAnUnsigned400() throws Exception {
        SandboxClient.Reply reply = sandbox.call(sandbox.request("POST", "/v1/licenses/actions/validate-key")
                .POST(HttpRequest.BodyPublishers.ofString("[1")));

        assertThat(reply.error("code")).isEqualTo("JSON_INVALID");
        assertThat(reply.isSigned()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Bearer abc, TOKEN_INVALID", "License, TOKEN_MISSING", "License nobody, LICENSE_INVALID"})
    void credential_notKnown_is401(String header, String code) throws Exception {
        SandboxClient.Reply reply =
                sandbox.call(sandbox.request("GET", "/v1/me").header("Authorization", header));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.error("code")).isEqualTo(code);
    }

    @Test
    void credential_missing_is401() throws Exception {
        assertThat(sandbox.control("GET", "/v1/me").error("code")).isEqualTo("TOKEN_MISSING");
    }

    @Test
    void credential_idOfALicense_isNoKey() throws Exception {
        String id = sandbox.control("GET", "/licenses/DEMO-STARTER").json().getString("id");

        assertThat(sandbox.get(id, "/v1/me").error("code")).isEqualTo("LICENSE_INVALID");
        assertThat(sandbox.validate(id).code()).isEqualTo("NOT_FOUND");
    }

    @Test
    void license_ownOrAnothers_isToldOrHidden() throws Exception {
        String id = sandbox.control("GET", "/licenses/DEMO-STARTER").json().getString("id");

        assertThat(sandbox.get("DEMO-STARTER", "/v1/licenses/" + id).status()).isEqualTo(200);
        assertThat(sandbox.get("DEMO-STARTER", "/v1/licenses/DEMO-STARTER").status())
                .isEqualTo(200);
        assertThat(sandbox.get("DEMO-ENTERPRISE", "/v1/licenses/" + id).status())
                .isEqualTo(404);
        assertThat(sandbox.get("DEMO-ENTERPRISE", "/v1/licenses/" + id + "/entitlements")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void createMachine_withAnIdOfTheClients_takesIt() throws Exception {
        JsonObject body = sandbox.machine("DEMO-STARTER", "f:1");
        body.getJsonObject("data")
                .put("id", MACHINE)
                .getJsonObject("attributes")
                .put("hostname", "wall")
                .put("cores", 4);

        SandboxClient.Reply created = sandbox.post("DEMO-STARTER", "/v1/machines", body);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().getJsonObject("data").getString("id")).isEqualTo(MACHINE);
        assertThat(created.header("Location")).endsWith("/machines/" + MACHINE);
        assertThat(created.attributes().getString("hostname")).isEqualTo("wall");
        assertThat(sandbox.get("DEMO-STARTER", "/v1/machines/" + MACHINE)
                        .attributes()
                        .getInteger("cores"))
                .isEqualTo(4);
        assertThat(sandbox.get("DEMO-STARTER", "/v1/machines/f%3A1").status()).isEqualTo(200);
        assertThat(sandbox.get("DEMO-ENTERPRISE", "/v1/machines/" + MACHINE).status())
                .isEqualTo(404);
    }

    @Test
    void createMachine_onceMoreOnAFullLicense_tellsAllErrorsWithTheFingerprintFirst() throws Exception {
        JsonObject body = sandbox.machine("DEMO-STARTER", SandboxClient.FINGERPRINT);
        body.getJsonObject("data").put("id", MACHINE);
        sandbox.post("DEMO-STARTER", "/v1/machines", body);

        SandboxClient.Reply again = sandbox.post("DEMO-STARTER", "/v1/machines", body);

        assertThat(again.json().getJsonArray("errors").stream()
                        .map(JsonObject.class::cast)
                        .map(error -> error.getString("code")))
                .containsExactly("FINGERPRINT_TAKEN", "ID_CONFLICT", "MACHINE_LIMIT_EXCEEDED");
    }

    @Test
    void createMachine_oddFingerprints_areRefused() throws Exception {
        JsonObject body = sandbox.machine("DEMO-ENTERPRISE", "one");
        body.getJsonObject("data").put("id", MACHINE);
        sandbox.post("DEMO-ENTERPRISE", "/v1/machines", body);

        assertThat(sandbox.post("DEMO-ENTERPRISE", "/v1/machines", sandbox.machine("DEMO-ENTERPRISE", MACHINE))
                        .error("code"))
                .isEqualTo("FINGERPRINT_CONFLICT");
        assertThat(sandbox.post("DEMO-ENTERPRISE", "/v1/machines", sandbox.machine("DEMO-ENTERPRISE", "actions"))
                        .error("code"))
                .isEqualTo("FINGERPRINT_NOT_ALLOWED");
    }

    @Test
    void createMachine_forAnotherOrNoLicense_isRefused() throws Exception {
        SandboxClient.Reply anothers =
                sandbox.post("DEMO-STARTER", "/v1/machines", sandbox.machine("DEMO-ENTERPRISE", "f"));
        JsonObject nobodys = new JsonObject(
                sandbox.machine("DEMO-STARTER", "f").encode().replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"none\""));

        assertThat(anothers.status()).isEqualTo(403);
        assertThat(anothers.error("code")).isNull();
        assertThat(sandbox.post("DEMO-STARTER", "/v1/machines", nobodys).error("code"))
                .isEqualTo("LICENSE_NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "type":"machines"          | "type":"toasters"                      | /data/type
            "type":"machines"          | "type":"machines","id":"not-a-uuid"    | /data/id
            "fingerprint":"f"          | "fingerprint":" "                      | /data/attributes/fingerprint
            "fingerprint":"f"          | "fingerprint":"f","color":"red"        | /data/attributes/color
            "fingerprint":"f"          | "fingerprint":"f","cores":"four"       | /data/attributes/cores
            "fingerprint":"f"          | "name":"f"                             | /data/attributes/fingerprint
            "type":"licenses"          | "type":"policies"                      | /data/relationships/license/data/type
            {"license":                | {"lizenz":                             | /data/relationships/lizenz
            """)
    void createMachine_notUnderstood_pointsAtIt(String right, String wrong, String pointer) throws Exception {
        String body = sandbox.machine("DEMO-STARTER", "f").encode();

        SandboxClient.Reply reply =
                sandbox.post("DEMO-STARTER", "/v1/machines", new JsonObject(body.replace(right, wrong)));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().getJsonArray("errors").getJsonObject(0).getJsonObject("source"))
                .isEqualTo(new JsonObject().put("pointer", pointer));
        assertThat(sandbox.machines("DEMO-STARTER")).isEmpty();
    }

    @Test
    void entitlements_withoutPage_areCappedByTheLimit() throws Exception {
        thirtyEntitlements();

        assertThat(entitlements("").getJsonArray("data")).hasSize(10);
        assertThat(entitlements("?limit=25").getJsonArray("data")).hasSize(25);
        assertThat(entitlements("?limit=100").getJsonArray("data")).hasSize(30);
        assertThat(entitlements("?limit=25").containsKey("links")).isFalse();
    }

    @Test
    void entitlements_byPage_haveLinksToTheOthers() throws Exception {
        thirtyEntitlements();

        JsonObject last = entitlements("?page%5Bnumber%5D=2&page%5Bsize%5D=20");

        assertThat(last.getJsonArray("data")).hasSize(10);
        JsonObject links = last.getJsonObject("links");
        assertThat(links.getValue("next")).isNull();
        assertThat(links.getString("prev")).endsWith("/entitlements?page[number]=1&page[size]=20");
        assertThat(links.getJsonObject("meta"))
                .isEqualTo(new JsonObject().put("pages", 2).put("count", 30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=ten", "page%5Bsize%5D=101", "page%5Bnumber%5D=0"})
    void entitlements_oddPage_is400(String query) throws Exception {
        assertThat(sandbox.get("DEMO-STARTER", "/v1/licenses/DEMO-STARTER/entitlements?" + query)
                        .status())
                .isEqualTo(400);
    }

    private static HttpRequest.Builder starter(String path) {
        return sandbox.as("DEMO-STARTER", sandbox.request("GET", path));
    }

    private static JsonObject entitlements(String query) throws Exception {
        return sandbox.get("DEMO-STARTER", "/v1/licenses/DEMO-STARTER/entitlements" + query)
                .json();
    }

    private static void thirtyEntitlements() throws Exception {
        JsonArray codes = new JsonArray();
        IntStream.range(0, 30).forEach(number -> codes.add("CODE_" + number));
        sandbox.control("PATCH", "/licenses/DEMO-STARTER", new JsonObject().put("entitlements", codes));
    }
}
