package com.optymyse.inspire.licensing.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits that stand against a call although a validation finds nothing. */
class SandboxLimitsTest extends SandboxTest {

    private static final String KEY = "DEMO-ENTERPRISE";
    private static final String CHECK_IN = "/v1/licenses/DEMO-CHECK-IN/actions/check-in";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MACHINE_CORE_LIMIT_EXCEEDED",
                "MACHINE_MEMORY_LIMIT_EXCEEDED",
                "MACHINE_DISK_LIMIT_EXCEEDED",
                "NAME_TOO_LONG"
            })
    void limit_onCheckOut_isASigned422OfAValidLicense(String code) throws Exception {
        sandbox.createMachine(KEY);
        limit(new JsonObject().put("code", code).put("times", 1));

        SandboxClient.Reply refused = sandbox.checkOut(KEY);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.error("code")).isEqualTo(code);
        assertThat(JdkVerifier.isGenuine(refused)).isTrue();
        assertThat(sandbox.validate(KEY).code()).isEqualTo("VALID");
        assertThat(machine().getValue("lastCheckOut")).isNull();
        assertThat(sandbox.checkOut(KEY).status()).isEqualTo(200);
    }

    @Test
    void limit_onCheckOutOfNoMachine_is404() throws Exception {
        limit(new JsonObject());

        assertThat(sandbox.checkOut(KEY).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"check-out, MACHINE_CORE_LIMIT_EXCEEDED", "create, MACHINE_LIMIT_EXCEEDED", "check-in, "})
    void limit_withoutCode_hasTheUsualOne(String on, String code) throws Exception {
        sandbox.createMachine(KEY);
        sandbox.post("DEMO-CHECK-IN", CHECK_IN, new JsonObject());
        limit(new JsonObject().put("on", on));

        SandboxClient.Reply refused = switch (on) {
            case "check-out" -> sandbox.checkOut(KEY);
            case "create" -> sandbox.createMachine("DEMO-ONLINE-ONLY");
            default -> sandbox.post("DEMO-CHECK-IN", CHECK_IN, new JsonObject());
        };

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.error("code")).isEqualTo(code);
    }

    @Test
    void limit_ofNoCode_has422Alone() throws Exception {
        sandbox.createMachine(KEY);
        limit(new JsonObject().put("code", ""));

        SandboxClient.Reply refused = sandbox.checkOut(KEY);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.error("code")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"METADATA_TOO_LONG", "NAME_TOO_LONG"})
    void limit_onCheckIn_leavesTheLicenseOverdue(String code) throws Exception {
        limit(new JsonObject().put("on", "check-in").put("code", code));

        SandboxClient.Reply refused = sandbox.post("DEMO-CHECK-IN", CHECK_IN, new JsonObject());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.error("code")).isEqualTo(code);
        assertThat(sandbox.validate("DEMO-CHECK-IN").code()).isEqualTo("OVERDUE");
    }

    @Test
    void overdue_ofTooMuchMetadata_isNotCheckedInUntilItIsLess() throws Exception {
        SandboxClient.Reply refused =
                sandbox.post("DEMO-OVERDUE", "/v1/licenses/DEMO-OVERDUE/actions/check-in", new JsonObject());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.error("code")).isEqualTo("METADATA_TOO_LONG");
        assertThat(sandbox.validate("DEMO-OVERDUE").code()).isEqualTo("OVERDUE");
        sandbox.control(
                "PATCH", "/licenses/DEMO-OVERDUE", new JsonObject().put("metadata", new JsonObject().putNull("note")));
        assertThat(sandbox.post("DEMO-OVERDUE", "/v1/licenses/DEMO-OVERDUE/actions/check-in", new JsonObject())
                        .status())
                .isEqualTo(200);
    }

    private static void limit(JsonObject fault) throws Exception {
        assertThat(sandbox.control("POST", "/faults", fault.copy().put("mode", "limit"))
                        .status())
                .isEqualTo(200);
    }

    private static JsonObject machine() throws Exception {
        return sandbox.get(KEY, "/v1/machines/" + SandboxClient.FINGERPRINT).attributes();
    }
}
