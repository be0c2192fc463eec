package com.optymyse.inspire.licensing.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies that several licenses share, and licenses that are moved between them. */
class SandboxPoliciesTest extends SandboxTest {

    @ParameterizedTest
    @CsvSource({
        "UNIQUE_PER_LICENSE, DEMO-UNIQUE-A,      true",
        "UNIQUE_PER_POLICY,  DEMO-UNIQUE-A,      false",
        "UNIQUE_PER_POLICY,  DEMO-ENTERPRISE,    true",
        "UNIQUE_PER_PRODUCT, DEMO-ENTERPRISE,    false",
        "UNIQUE_PER_PRODUCT, DEMO-OTHER-PRODUCT, true",
        "UNIQUE_PER_ACCOUNT, DEMO-OTHER-PRODUCT, false"
    })
    void createMachine_fingerprintOfAnotherLicense_isFreeOrTaken(String strategy, String holder, boolean free)
            throws Exception {
        policy("DEMO-UNIQUE-B", new JsonObject().put("machineUniquenessStrategy", strategy));
        sandbox.createMachine(holder);

        SandboxClient.Reply reply = sandbox.createMachine("DEMO-UNIQUE-B");

        assertThat(reply.status()).isEqualTo(free ? 201 : 422);
        if (!free) {
            assertThat(reply.error("code")).isEqualTo("FINGERPRINT_TAKEN");
        }
    }

    @Test
    void uniqueA_andB_followOnePolicy_whichChangesForBoth() throws Exception {
        policy("DEMO-UNIQUE-A", new JsonObject().put("maxMachines", 7));

        assertThat(policyId("DEMO-UNIQUE-A")).isEqualTo(policyId("DEMO-UNIQUE-B"));
        assertThat(sandbox.get("DEMO-UNIQUE-B", "/v1/me").attributes().getInteger("maxMachines"))
                .isEqualTo(7);
        assertThat(sandbox.get("DEMO-ENTERPRISE", "/v1/me").attributes().getInteger("maxMachines"))
                .isEqualTo(2);
    }

    @Test
    void move_toThePolicyOfAnother_keepsTheSeats() throws Exception {
        sandbox.createMachine("DEMO-ENTERPRISE");

        SandboxClient.Reply moved = move("DEMO-ENTERPRISE", new JsonObject().put("of", "DEMO-HEARTBEAT"));

        assertThat(moved.status()).isEqualTo(200);
        assertThat(policyId("DEMO-ENTERPRISE")).isEqualTo(policyId("DEMO-HEARTBEAT"));
        assertThat(sandbox.machines("DEMO-ENTERPRISE")).hasSize(1);
        assertThat(sandbox.validate("DEMO-ENTERPRISE").code()).isEqualTo("HEARTBEAT_NOT_STARTED");
    }

    @ParameterizedTest
    @CsvSource({"{}, 400", "{\"of\": 1}, 400", "{\"of\": \"NOBODY-SOLD-THIS\"}, 404"})
    void move_toNoPolicy_isRefused(String body, int status) throws Exception {
        String before = policyId("DEMO-ENTERPRISE");

        assertThat(move("DEMO-ENTERPRISE", new JsonObject(body)).status()).isEqualTo(status);

        assertThat(policyId("DEMO-ENTERPRISE")).isEqualTo(before);
    }

    @Test
    void heartbeatFromFirstPing_neverPinged_isNotStarted() throws Exception {
        policy("DEMO-HEARTBEAT", new JsonObject().put("heartbeatBasis", "FROM_FIRST_PING"));

        JsonObject created = sandbox.createMachine("DEMO-HEARTBEAT").attributes();

        assertThat(created.getString("heartbeatStatus")).isEqualTo("NOT_STARTED");
        assertThat(created.getValue("nextHeartbeat")).isNull();
        assertThat(sandbox.validate("DEMO-HEARTBEAT").code()).isEqualTo("HEARTBEAT_NOT_STARTED");
    }

    @Test
    void otherProduct_isAMismatchOfTheScope() throws Exception {
        JsonObject scope = new JsonObject()
                .put("product", sandbox.control("GET", "/keys").json().getString("product"));

        assertThat(sandbox.validate("DEMO-OTHER-PRODUCT", scope).code()).isEqualTo("PRODUCT_SCOPE_MISMATCH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+12026-11-26T00:00:00Z", "+123456-01-01T00:00:00Z"})
    void expiry_beyondTheYear9999_hasNoSign(String expiry) throws Exception {
        sandbox.control("PATCH", "/licenses/DEMO-ENTERPRISE", new JsonObject().put("expiry", expiry));

        assertThat(sandbox.validate("DEMO-ENTERPRISE").attributes().getString("expiry"))
                .isEqualTo(expiry.substring(1).replace("Z", ".000Z"));
    }

    private static void policy(String key, JsonObject policy) throws Exception {
        assertThat(sandbox.control("PATCH", "/licenses/" + key, new JsonObject().put("policy", policy))
                        .status())
                .isEqualTo(200);
    }

    private static SandboxClient.Reply move(String key, JsonObject body) throws Exception {
        return sandbox.control("PUT", "/licenses/" + key + "/policy", body);
    }

    private static String policyId(String key) throws Exception {
        return sandbox.get(key, "/v1/me")
                .json()
                .getJsonObject("data")
                .getJsonObject("relationships")
                .getJsonObject("policy")
                .getJsonObject("data")
                .getString("id");
    }
}
