package com.optymyse.inspire.licensing.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each demo license answers as the real licensing server does in the same case. */
class SandboxFlowsTest extends SandboxTest {

    @Test
    void enterprise_activatedAndReleased_isValidBetween() throws Exception {
        assertThat(sandbox.validate("DEMO-ENTERPRISE").code()).isEqualTo("NO_MACHINES");
        assertThat(sandbox.createMachine("DEMO-ENTERPRISE").status()).isEqualTo(201);

        SandboxClient.Reply valid = sandbox.validate("DEMO-ENTERPRISE");
        assertThat(valid.code()).isEqualTo("VALID");
        assertThat(valid.valid()).isTrue();
        assertThat(sandbox.checkOut("DEMO-ENTERPRISE").status()).isEqualTo(200);

        SandboxClient.Reply released = sandbox.delete("DEMO-ENTERPRISE", "/v1/machines/" + SandboxClient.FINGERPRINT);
        assertThat(released.status()).isEqualTo(204);
        assertThat(released.isSigned()).isTrue();
        assertThat(sandbox.machines("DEMO-ENTERPRISE")).isEmpty();
        assertThat(sandbox.delete("DEMO-ENTERPRISE", "/v1/machines/" + SandboxClient.FINGERPRINT)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void starter_isNodeLocked_saysNoMachineInTheSingular() throws Exception {
        assertThat(sandbox.validate("DEMO-STARTER").code()).isEqualTo("NO_MACHINE");
    }

    @Test
    void expired_activatedAllTheSame_isExpiredOnlyThen() throws Exception {
        SandboxClient.Reply first = sandbox.validate("DEMO-EXPIRED");
        assertThat(first.code()).isEqualTo("NO_MACHINES");
        assertThat(first.attributes().getString("expiry")).isEqualTo("2026-03-01T10:00:00.123Z");

        assertThat(sandbox.createMachine("DEMO-EXPIRED").status()).isEqualTo(201);

        SandboxClient.Reply second = sandbox.validate("DEMO-EXPIRED");
        assertThat(second.code()).isEqualTo("EXPIRED");
        assertThat(second.valid()).isFalse();
        SandboxClient.Reply file = sandbox.checkOut("DEMO-EXPIRED");
        assertThat(file.status()).isEqualTo(200);
        JsonObject license = JdkVerifier.Parts.of(file.attributes().getString("certificate"))
                .decrypted("DEMO-EXPIRED" + SandboxClient.FINGERPRINT)
                .getJsonArray("included")
                .getJsonObject(0);
        assertThat(license.getJsonObject("attributes").getString("status")).isEqualTo("EXPIRED");
        assertThat(sandbox.delete("DEMO-EXPIRED", "/v1/machines/" + SandboxClient.FINGERPRINT)
                        .status())
                .isEqualTo(204);
    }

    @Test
    void suspended_isRefusedEveryCall_releaseIncluded() throws Exception {
        SandboxClient.Reply validation = sandbox.validate("DEMO-SUSPENDED");
        assertThat(validation.code()).isEqualTo("SUSPENDED");
        assertThat(validation.attributes().getBoolean("suspended")).isTrue();

        for (SandboxClient.Reply reply : new SandboxClient.Reply[] {
            sandbox.get("DEMO-SUSPENDED", "/v1/me"),
            sandbox.createMachine("DEMO-SUSPENDED"),
            sandbox.checkOut("DEMO-SUSPENDED"),
            sandbox.delete("DEMO-SUSPENDED", "/v1/machines/" + SandboxClient.FINGERPRINT)
        }) {
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.error("code")).isEqualTo("LICENSE_SUSPENDED");
            assertThat(reply.isSigned()).isTrue();
        }
    }

    @Test
    void suspendedAfterActivation_keepsItsSeatUntilReinstated() throws Exception {
        sandbox.createMachine("DEMO-ENTERPRISE");
        String machine = "/v1/machines/" + SandboxClient.FINGERPRINT;

        sandbox.control("POST", "/licenses/DEMO-ENTERPRISE/suspend");
        assertThat(sandbox.delete("DEMO-ENTERPRISE", machine).status()).isEqualTo(403);
        assertThat(sandbox.machines("DEMO-ENTERPRISE")).hasSize(1);

        sandbox.control("POST", "/licenses/DEMO-ENTERPRISE/reinstate");
        assertThat(sandbox.delete("DEMO-ENTERPRISE", machine).status()).isEqualTo(204);
    }

    @Test
    void full_heldByAnother_isMismatchAndThenLimit() throws Exception {
        assertThat(sandbox.validate("DEMO-FULL").code()).isEqualTo("FINGERPRINT_SCOPE_MISMATCH");

        SandboxClient.Reply refused = sandbox.createMachine("DEMO-FULL");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.isSigned()).isTrue();
        assertThat(refused.error("code")).isEqualTo("MACHINE_LIMIT_EXCEEDED");
        assertThat(refused.json().getJsonArray("errors").getJsonObject(0).getJsonObject("source"))
                .isEqualTo(new JsonObject().put("pointer", "/data"));
        assertThat(sandbox.checkOut("DEMO-FULL").status()).isEqualTo(404);
    }

    @Test
    void unknownKey_isNotFoundInValidation_andInvalidAsCredential() throws Exception {
        SandboxClient.Reply validation = sandbox.validate("NOBODY-SOLD-THIS");
        assertThat(validation.status()).isEqualTo(200);
        assertThat(validation.code()).isEqualTo("NOT_FOUND");
        assertThat(validation.json().getValue("data")).isNull();
        assertThat(validation.json().containsKey("data")).isTrue();

        SandboxClient.Reply me = sandbox.get("NOBODY-SOLD-THIS", "/v1/me");
        assertThat(me.status()).isEqualTo(401);
        assertThat(me.error("code")).isEqualTo("LICENSE_INVALID");
        assertThat(me.isSigned()).isTrue();
    }

    @Test
    void expireAndRenew_changeTheExpiryAlone() throws Exception {
        sandbox.createMachine("DEMO-ENTERPRISE");

        sandbox.control("POST", "/licenses/DEMO-ENTERPRISE/expire");
        assertThat(sandbox.validate("DEMO-ENTERPRISE").code()).isEqualTo("EXPIRED");

        sandbox.control("POST", "/licenses/DEMO-ENTERPRISE/renew");
        SandboxClient.Reply renewed = sandbox.validate("DEMO-ENTERPRISE");
        assertThat(renewed.code()).isEqualTo("VALID");
        assertThat(renewed.attributes().getString("expiry")).isEqualTo("2027-03-31T10:00:00.123Z");
    }

    @Test
    void checkIn_isOverdueUntilCheckedIn_andAgainAMonthLater() throws Exception {
        SandboxClient.Reply overdue = sandbox.validate("DEMO-CHECK-IN");
        assertThat(overdue.code()).isEqualTo("OVERDUE");
        assertThat(overdue.attributes().getBoolean("requireCheckIn")).isTrue();
        String id = overdue.json().getJsonObject("data").getString("id");

        SandboxClient.Reply checkedIn =
                sandbox.post("DEMO-CHECK-IN", "/v1/licenses/" + id + "/actions/check-in", new JsonObject());

        assertThat(checkedIn.attributes().getString("nextCheckIn")).isEqualTo("2026-04-30T10:00:00.123Z");
        assertThat(sandbox.validate("DEMO-CHECK-IN").code()).isEqualTo("NO_MACHINES");
        sandbox.moveClock(Duration.ofDays(31));
        assertThat(sandbox.validate("DEMO-CHECK-IN").code()).isEqualTo("OVERDUE");
    }

    @Test
    void checkIn_whereNotRequired_isUnprocessable() throws Exception {
        SandboxClient.Reply reply =
                sandbox.post("DEMO-STARTER", "/v1/licenses/DEMO-STARTER/actions/check-in", new JsonObject());

        assertThat(reply.status()).isEqualTo(422);
    }

    @Test
    void heartbeat_neverSent_killsTheMachineAndCullsIt() throws Exception {
        SandboxClient.Reply first = sandbox.validate("DEMO-HEARTBEAT");
        assertThat(first.attributes().getBoolean("requireHeartbeat")).isTrue();
        SandboxClient.Reply created = sandbox.createMachine("DEMO-HEARTBEAT");
        assertThat(created.attributes().getString("heartbeatStatus")).isEqualTo("ALIVE");
        assertThat(sandbox.validate("DEMO-HEARTBEAT").code()).isEqualTo("VALID");

        sandbox.moveClock(Duration.ofMinutes(11));
        assertThat(sandbox.validate("DEMO-HEARTBEAT").code()).isEqualTo("HEARTBEAT_DEAD");

        sandbox.moveClock(Duration.ofMinutes(13));
        assertThat(sandbox.validate("DEMO-HEARTBEAT").code()).isEqualTo("NO_MACHINES");
    }

    @Test
    void token_validatesAnonymously_butMayNotAuthenticate() throws Exception {
        assertThat(sandbox.validate("DEMO-TOKEN").code()).isEqualTo("NO_MACHINES");

        SandboxClient.Reply refused = sandbox.createMachine("DEMO-TOKEN");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.error("code")).isEqualTo("LICENSE_NOT_ALLOWED");
    }

    @Test
    void unique_fingerprintHeldByAnotherLicense_isTaken() throws Exception {
        sandbox.createMachine("DEMO-ENTERPRISE");
        assertThat(sandbox.validate("DEMO-UNIQUE").code()).isEqualTo("NO_MACHINES");

        SandboxClient.Reply taken = sandbox.createMachine("DEMO-UNIQUE");

        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.error("code")).isEqualTo("FINGERPRINT_TAKEN");
        assertThat(sandbox.checkOut("DEMO-UNIQUE").status()).isEqualTo(404);
    }

    @Test
    void revoke_onceExpired_isRefusedEveryCall() throws Exception {
        sandbox.createMachine("DEMO-REVOKE");
        assertThat(sandbox.validate("DEMO-REVOKE").code()).isEqualTo("VALID");

        sandbox.control("POST", "/licenses/DEMO-REVOKE/expire");

        assertThat(sandbox.validate("DEMO-REVOKE").code()).isEqualTo("EXPIRED");
        SandboxClient.Reply refused = sandbox.checkOut("DEMO-REVOKE");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.error("code")).isEqualTo("LICENSE_EXPIRED");
    }

    @Test
    void banned_isRefusedEveryCall() throws Exception {
        SandboxClient.Reply validation = sandbox.validate("DEMO-BANNED");
        assertThat(validation.code()).isEqualTo("BANNED");
        assertThat(validation.attributes().getString("status")).isEqualTo("BANNED");

        assertThat(sandbox.get("DEMO-BANNED", "/v1/me").error("code")).isEqualTo("LICENSE_BANNED");
    }

    @Test
    void entitlements_ofEachLicense_areThoseOnTheProductPage() throws Exception {
        assertThat(entitlements("DEMO-ENTERPRISE"))
                .containsExactlyInAnyOrder(
                        "DEVICE_GROUPS",
                        "VIDEO_WALL_SYNC",
                        "SCREEN_SHARE_WEBRTC",
                        "DIRECT_RENDERER",
                        "ON_PREMISE_DEPLOYMENT",
                        "SSO_SAML",
                        "MFA",
                        "OBSERVABILITY",
                        "MULTI_TENANT",
                        "OFFLINE_LICENSING");
        assertThat(entitlements("DEMO-ONLINE-ONLY")).hasSize(9).doesNotContain("OFFLINE_LICENSING");
        assertThat(entitlements("DEMO-STARTER")).containsExactlyInAnyOrder("DEVICE_GROUPS", "MFA");
    }

    @Test
    void inactiveAndExpiring_areTheNamesThatTheServerGives() throws Exception {
        assertThat(sandbox.get("DEMO-STARTER", "/v1/me").attributes().getString("status"))
                .isEqualTo("ACTIVE");
        sandbox.moveClock(Duration.ofDays(363));
        assertThat(sandbox.get("DEMO-STARTER", "/v1/me").attributes().getString("status"))
                .isEqualTo("EXPIRING");
        assertThat(sandbox.get("DEMO-ENTERPRISE", "/v1/me").attributes().getString("status"))
                .isEqualTo("INACTIVE");
    }

    private static List<String> entitlements(String key) throws Exception {
        JsonArray data = sandbox.get(key, "/v1/licenses/" + key + "/entitlements?limit=100")
                .json()
                .getJsonArray("data");
        return data.stream()
                .map(JsonObject.class::cast)
                .map(entitlement -> entitlement.getJsonObject("attributes").getString("code"))
                .toList();
    }
}
