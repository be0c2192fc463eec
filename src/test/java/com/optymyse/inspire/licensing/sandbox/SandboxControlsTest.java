package com.optymyse.inspire.licensing.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The controls: licenses and machines behind the service's back, tokens, calls, clock, reset, and the page. */
class SandboxControlsTest extends SandboxTest {

    @ParameterizedTest
    @CsvSource({"suspend, SUSPENDED, reinstate", "expire, EXPIRED, renew", "ban, BANNED, unban"})
    void license_changedAndBack_showsItsStatus(String change, String status, String back) throws Exception {
        assertThat(sandbox.control("POST", "/licenses/DEMO-STARTER/" + change)
                        .json()
                        .getString("status"))
                .isEqualTo(status);
        assertThat(sandbox.control("POST", "/licenses/DEMO-STARTER/" + back)
                        .json()
                        .getString("status"))
                .isEqualTo("ACTIVE");
    }

    @Test
    void patch_mergesWhatIsGiven() throws Exception {
        JsonObject patch = new JsonObject()
                .putNull("name")
                .put("expiry", "2026-04-01T00:00:00Z")
                .put("entitlements", new JsonArray().add("MFA").add("TELEPORT"))
                .put(
                        "metadata",
                        new JsonObject()
                                .putNull("maxAgiles")
                                .put("maxDisplays", 7)
                                .put("gracePeriodDays", 14));

        sandbox.control("PATCH", "/licenses/DEMO-ENTERPRISE", patch);

        JsonObject attributes = sandbox.get("DEMO-ENTERPRISE", "/v1/me").attributes();
        assertThat(attributes.getValue("name")).isNull();
        assertThat(attributes.getString("expiry")).isEqualTo("2026-04-01T00:00:00.000Z");
        assertThat(attributes.getJsonObject("metadata"))
                .isEqualTo(new JsonObject()
                        .put("maxDisplays", 7)
                        .put("aiCreditsPerMonth", 10000)
                        .put("gracePeriodDays", 14));
        assertThat(sandbox.get("DEMO-ENTERPRISE", "/v1/licenses/DEMO-ENTERPRISE/entitlements")
                        .json()
                        .getJsonArray("data"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"key": "OTHER"}
            {"color": "red"}
            {"expiry": "tomorrow"}
            {"entitlements": "MFA"}
            {"entitlements": null}
            {"policy": {"mood": "good"}}
            {"policy": {"expirationStrategy": "NEVER_MIND"}}
            """)
    void patch_notUnderstood_is400AndChangesNothing(String patch) throws Exception {
        String before = sandbox.control("GET", "/licenses").body();

        SandboxClient.Reply reply = sandbox.control("PATCH", "/licenses/DEMO-STARTER", new JsonObject(patch));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(sandbox.control("GET", "/licenses").body()).isEqualTo(before);
    }

    @Test
    void machines_listedAndFreed_oneOrAll() throws Exception {
        sandbox.createMachine("DEMO-ENTERPRISE");
        sandbox.post("DEMO-ENTERPRISE", "/v1/machines", sandbox.machine("DEMO-ENTERPRISE", "second"));
        JsonArray machines = sandbox.machines("DEMO-ENTERPRISE");
        assertThat(machines).hasSize(2);
        assertThat(machines.getJsonObject(0).fieldNames()).containsExactly("id", "fingerprint", "created");
        assertThat(machines.getJsonObject(0).getString("fingerprint")).isEqualTo(SandboxClient.FINGERPRINT);

        sandbox.control(
                "DELETE",
                "/licenses/DEMO-ENTERPRISE/machines/"
                        + machines.getJsonObject(0).getString("id"));
        assertThat(sandbox.machines("DEMO-ENTERPRISE")).hasSize(1);

        assertThat(sandbox.control("DELETE", "/licenses/DEMO-ENTERPRISE/machines")
                        .status())
                .isEqualTo(204);
        assertThat(sandbox.machines("DEMO-ENTERPRISE")).isEmpty();
        assertThat(sandbox.control("DELETE", "/licenses/DEMO-ENTERPRISE/machines/nobody")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void revokedLicense_isUnknownFromThenOn() throws Exception {
        sandbox.createMachine("DEMO-ENTERPRISE");

        sandbox.control("DELETE", "/licenses/DEMO-ENTERPRISE");

        assertThat(sandbox.validate("DEMO-ENTERPRISE").code()).isEqualTo("NOT_FOUND");
        assertThat(sandbox.delete("DEMO-ENTERPRISE", "/v1/machines/" + SandboxClient.FINGERPRINT)
                        .error("code"))
                .isEqualTo("LICENSE_INVALID");
        assertThat(sandbox.control("GET", "/licenses/DEMO-ENTERPRISE/machines").status())
                .isEqualTo(404);
    }

    @Test
    void calls_areRememberedWithoutForeignKeys() throws Exception {
        sandbox.createMachine("DEMO-STARTER");
        sandbox.validate("SOMEBODYS-REAL-LICENSE-KEY");
        sandbox.get("SOMEBODYS-REAL-LICENSE-KEY", "/v1/licenses/SOMEBODYS-REAL-LICENSE-KEY/entitlements");

        JsonArray calls = new JsonArray(sandbox.control("GET", "/calls").body());

        assertThat(calls).hasSize(3);
        assertThat(calls.getJsonObject(0))
                .isEqualTo(new JsonObject()
                        .put("at", "2026-03-31T10:00:00.123Z")
                        .put("kind", "create")
                        .put("method", "POST")
                        .put("path", "/v1/machines")
                        .put("license", "DEMO-STARTER")
                        .put("status", 201)
                        .putNull("code")
                        .putNull("fault"));
        assertThat(calls.getJsonObject(1).getString("code")).isEqualTo("NOT_FOUND");
        assertThat(calls.getJsonObject(2).getString("path")).isEqualTo("/v1/licenses/{key}/entitlements");
        assertThat(calls.encode()).doesNotContain("SOMEBODYS").contains("…-KEY");
        sandbox.control("DELETE", "/calls");
        assertThat(new JsonArray(sandbox.control("GET", "/calls").body())).isEmpty();
    }

    @Test
    void clock_moved_movesTheServersTime() throws Exception {
        sandbox.moveClock(Duration.ofDays(400));

        assertThat(sandbox.control("GET", "/licenses/DEMO-STARTER").json().getString("status"))
                .isEqualTo("EXPIRED");
        assertThat(sandbox.validate("DEMO-STARTER").header("Date")).isEqualTo("Wed, 05 May 2027 10:00:00 GMT");
    }

    @Test
    void reset_afterManyChanges_isAsAtStart() throws Exception {
        String start = sandbox.control("GET", "/licenses").body();
        sandbox.createMachine("DEMO-ENTERPRISE");
        sandbox.control("POST", "/licenses/DEMO-STARTER/suspend");
        sandbox.control("DELETE", "/licenses/DEMO-EXPIRED");
        sandbox.fault("error", "me");
        sandbox.moveClock(Duration.ofDays(400));

        sandbox.control("POST", "/reset");

        assertThat(sandbox.control("GET", "/licenses").body()).isEqualTo(start);
        assertThat(sandbox.control("GET", "/calls").body()).isEqualTo("[]");
        assertThat(sandbox.get("DEMO-STARTER", "/v1/me").status()).isEqualTo(200);
    }

    @Test
    void token_ofAnAdmin_isSignedAndSaysSo() throws Exception {
        String[] token =
                sandbox.control("GET", "/token?role=Admin&role=Auditor").body().split("\\.", -1);

        JsonObject claims = decoded(token[1]);
        assertThat(decoded(token[0]).getString("alg")).isEqualTo("RS256");
        assertThat(claims.getString("iss")).isEqualTo("https://sandbox.inspire.example/");
        assertThat(claims.getString("aud")).isEqualTo("inspire-licensing");
        assertThat(claims.getJsonArray("groups")).containsExactly("Admin", "Auditor");
        assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(3600);
        assertThat(claims.getString("sub")).isEqualTo(claims.getString("upn"));
        assertThat(claims.getString("jti")).isNotBlank();
        assertThat(JdkVerifier.isToken(token)).isTrue();
    }

    @Test
    void token_withEverythingOtherwise_saysThat() throws Exception {
        String query = "role=&sub=signage&expiresIn=-60&issuer=somebody&audience=others";

        String[] token = sandbox.control("GET", "/token?" + query).body().split("\\.", -1);

        JsonObject claims = decoded(token[1]);
        assertThat(claims.getJsonArray("groups")).isEmpty();
        assertThat(claims.getString("sub")).isEqualTo("signage");
        assertThat(claims.getString("iss")).isEqualTo("somebody");
        assertThat(claims.getString("aud")).isEqualTo("others");
        assertThat(claims.getLong("exp"))
                .isGreaterThan(claims.getLong("iat"))
                .isLessThan(Clock.systemUTC().instant().getEpochSecond());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/application-dev.properties", "/application-test.properties"})
    void keys_areThoseThatTheServiceTrustsInDevelopment(String file) throws Exception {
        JsonObject keys = sandbox.control("GET", "/keys").json();

        Properties configured = new Properties();
        try (InputStream properties = SandboxControlsTest.class.getResourceAsStream(file)) {
            configured.load(properties);
        }

        JsonObject publicKeys = keys.getJsonObject("publicKeys");
        assertThat(configured)
                .containsEntry("licensing.vendor.account", keys.getString("account"))
                .containsEntry("licensing.vendor.product", keys.getString("product"))
                .containsEntry(
                        "licensing.vendor.keys",
                        String.join(
                                ",",
                                publicKeys.getString("ed25519"),
                                publicKeys.getString("rsa2048"),
                                publicKeys.getString("ecdsa-p256")));
    }

    @Test
    void page_listsKeysControlsFaultsAndDefects() throws Exception {
        SandboxClient.Reply page = sandbox.control("GET", "");

        assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.body())
                .contains("DEMO-ENTERPRISE", "POST /sandbox/licenses/{key}/suspend", "rate-limit", "other-vendor-key")
                .contains("DEMO-UNIQUE-A", "DEMO-UNIQUE-B", "DEMO-OVERDUE", "DEMO-OTHER-PRODUCT")
                .contains("PUT /sandbox/licenses/{key}/policy", "limit")
                .doesNotContain("{licenses}", "{controls}", "{faults}", "{defects}", "{base}");
    }

    private static JsonObject decoded(String part) {
        return new JsonObject(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }
}
