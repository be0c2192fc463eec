package com.optymyse.inspire.licensing.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** validate-key: scopes, echo, order of checks, and what is not understood. */
class SandboxValidationTest extends SandboxTest {

    private static final String PRODUCT = "63b65840-d501-4924-ac44-3504ac76a0fa";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"product": "63b65840-d501-4924-ac44-3504ac76a0fa"} | VALID
            {"product": "another"}                              | PRODUCT_SCOPE_MISMATCH
            {"policy": "another"}                               | POLICY_SCOPE_MISMATCH
            {"user": "somebody"}                                | USER_SCOPE_MISMATCH
            {"user": null}                                      | VALID
            {"entitlements": []}                                | ENTITLEMENTS_SCOPE_EMPTY
            {"entitlements": ["MFA", "TELEPORT"]}               | ENTITLEMENTS_MISSING
            {"entitlements": ["MFA", "SSO_SAML", "MFA"]}        | VALID
            {"machine": "another"}                              | MACHINE_SCOPE_MISMATCH
            {"fingerprint": ""}                                 | FINGERPRINT_SCOPE_EMPTY
            {"fingerprints": []}                                | FINGERPRINT_SCOPE_EMPTY
            {"fingerprint": "another"}                          | FINGERPRINT_SCOPE_MISMATCH
            {"fingerprint": "installation-1"}                   | VALID
            {"fingerprints": ["another", "installation-1"]}     | VALID
            {"components": []}                                  | COMPONENTS_SCOPE_EMPTY
            {"components": ["one"]}                             | COMPONENTS_SCOPE_MISMATCH
            {"checksum": "one"}                                 | CHECKSUM_SCOPE_MISMATCH
            {"version": "1.0"}                                  | VERSION_SCOPE_MISMATCH
            {}                                                  | VALID
            """)
    void validateKey_scopeOfAnActivatedLicense_decides(String scope, String code) throws Exception {
        sandbox.createMachine("DEMO-ENTERPRISE");

        SandboxClient.Reply reply = sandbox.validate("DEMO-ENTERPRISE", new JsonObject(scope));

        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.valid()).isEqualTo(code.equals("VALID"));
    }

    @ParameterizedTest
    @CsvSource({
        "product, PRODUCT_SCOPE_REQUIRED",
        "policy, POLICY_SCOPE_REQUIRED",
        "user, USER_SCOPE_REQUIRED",
        "machine, MACHINE_SCOPE_REQUIRED",
        "fingerprint, FINGERPRINT_SCOPE_REQUIRED",
        "components, COMPONENTS_SCOPE_REQUIRED",
        "checksum, CHECKSUM_SCOPE_REQUIRED",
        "version, VERSION_SCOPE_REQUIRED"
    })
    void validateKey_policyDemandsAScope_namesIt(String scope, String code) throws Exception {
        policy("DEMO-ENTERPRISE", new JsonObject().put("requiredScopes", new JsonArray().add(scope)));

        assertThat(sandbox.validate("DEMO-ENTERPRISE", new JsonObject()).code()).isEqualTo(code);
    }

    @Test
    void validateKey_severalThingsWrong_saysTheFirstInTheServersOrder() throws Exception {
        sandbox.control("POST", "/licenses/DEMO-CHECK-IN/expire");
        JsonObject wrong = new JsonObject().put("product", "another").put("fingerprint", "another");

        assertThat(sandbox.validate("DEMO-CHECK-IN", wrong).code()).isEqualTo("OVERDUE");
        sandbox.post("DEMO-CHECK-IN", "/v1/licenses/DEMO-CHECK-IN/actions/check-in", new JsonObject());
        assertThat(sandbox.validate("DEMO-CHECK-IN", wrong).code()).isEqualTo("PRODUCT_SCOPE_MISMATCH");
        wrong.put("product", PRODUCT);
        assertThat(sandbox.validate("DEMO-CHECK-IN", wrong).code()).isEqualTo("NO_MACHINES");
        sandbox.createMachine("DEMO-CHECK-IN");
        assertThat(sandbox.validate("DEMO-CHECK-IN", wrong).code()).isEqualTo("FINGERPRINT_SCOPE_MISMATCH");
        wrong.put("fingerprint", SandboxClient.FINGERPRINT);
        assertThat(sandbox.validate("DEMO-CHECK-IN", wrong).code()).isEqualTo("EXPIRED");
        sandbox.control("POST", "/licenses/DEMO-CHECK-IN/suspend");
        assertThat(sandbox.validate("DEMO-CHECK-IN", wrong).code()).isEqualTo("SUSPENDED");
        sandbox.control("POST", "/licenses/DEMO-CHECK-IN/ban");
        assertThat(sandbox.validate("DEMO-CHECK-IN", wrong).code()).isEqualTo("BANNED");
    }

    @Test
    void validateKey_expiredButTolerated_isExpiredAndValid() throws Exception {
        policy("DEMO-EXPIRED", new JsonObject().put("expirationStrategy", "MAINTAIN_ACCESS"));

        SandboxClient.Reply reply = sandbox.validate("DEMO-EXPIRED", new JsonObject());

        assertThat(reply.code()).isEqualTo("EXPIRED");
        assertThat(reply.valid()).isTrue();
    }

    @Test
    void validateKey_strictPolicy_looksAtMachinesWithoutScope() throws Exception {
        policy("DEMO-ENTERPRISE", new JsonObject().put("strict", true));
        assertThat(sandbox.validate("DEMO-ENTERPRISE", new JsonObject()).code()).isEqualTo("NO_MACHINES");

        sandbox.createMachine("DEMO-ENTERPRISE");
        policy("DEMO-ENTERPRISE", new JsonObject().put("maxMachines", 0));

        assertThat(sandbox.validate("DEMO-ENTERPRISE", new JsonObject()).code()).isEqualTo("TOO_MANY_MACHINES");
    }

    @Test
    void validateKey_nonceAndScope_areEchoed() throws Exception {
        JsonObject scope = new JsonObject().put("fingerprint", "f").put("product", PRODUCT);

        JsonObject meta = sandbox.validate("DEMO-ENTERPRISE", scope).json().getJsonObject("meta");

        assertThat(meta.getInteger("nonce")).isEqualTo(4711);
        assertThat(meta.getJsonObject("scope")).isEqualTo(scope);
        assertThat(meta.getString("ts")).isEqualTo("2026-03-31T10:00:00.123Z");
    }

    @Test
    void validateKey_withoutNonceAndScope_echoesNeither() throws Exception {
        JsonObject body = new JsonObject().put("meta", new JsonObject().put("key", "DEMO-ENTERPRISE"));

        SandboxClient.Reply reply =
                sandbox.call(sandbox.request("POST", "/v1/accounts/sandbox/licenses/actions/validate-key", body));

        assertThat(reply.json().getJsonObject("meta").fieldNames())
                .containsExactlyInAnyOrder("ts", "valid", "detail", "code");
        assertThat(reply.attributes().getString("lastValidated")).isEqualTo("2026-03-31T10:00:00.123Z");
    }

    @Test
    void validateKey_termFromFirstValidation_beginsOnce() throws Exception {
        assertThat(sandbox.get("DEMO-TERM", "/v1/me").attributes().getString("expiry"))
                .isNull();

        SandboxClient.Reply first = sandbox.validate("DEMO-TERM");

        assertThat(first.attributes().getString("expiry")).isEqualTo("2026-04-30T10:00:00.123Z");
        assertThat(sandbox.validate("DEMO-TERM").attributes().getString("expiry"))
                .isEqualTo("2026-04-30T10:00:00.123Z");
        assertThat(sandbox.validate("DEMO-ENTERPRISE").attributes().getString("expiry"))
                .isNull();
    }

    @Test
    void validateKey_withASuspendedCredential_isRefusedBeforeTheVerdict() throws Exception {
        SandboxClient.Reply reply = sandbox.call(sandbox.as(
                "DEMO-SUSPENDED",
                sandbox.request(
                        "POST",
                        "/v1/licenses/actions/validate-key",
                        sandbox.validation("DEMO-SUSPENDED", new JsonObject()))));

        assertThat(reply.status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                        | /meta
            {"meta": {}}                                              | /meta/key
            {"meta": {"key": " "}}                                    | /meta/key
            {"meta": {"key": 1}}                                      | /meta/key
            {"meta": {"key": "K", "nonce": "one"}}                    | /meta/nonce
            {"meta": {"key": "K", "nonce": 1.5}}                      | /meta/nonce
            {"meta": {"key": "K", "mood": "good"}}                    | /meta/mood
            {"meta": {"key": "K"}, "data": {}}                        | /data
            {"meta": {"key": "K", "scope": []}}                       | /meta/scope
            {"meta": {"key": "K", "scope": {"environment": "e"}}}     | /meta/scope/environment
            {"meta": {"key": "K", "scope": {"fingerprint": 1}}}       | /meta/scope/fingerprint
            {"meta": {"key": "K", "scope": {"entitlements": "MFA"}}}  | /meta/scope/entitlements
            {"meta": {"key": "K", "scope": {"entitlements": [1]}}}    | /meta/scope/entitlements
            """)
    void validateKey_notUnderstood_pointsAtIt(String body, String pointer) throws Exception {
        SandboxClient.Reply reply =
                sandbox.call(sandbox.request("POST", "/v1/licenses/actions/validate-key", new JsonObject(body)));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().getJsonArray("errors").getJsonObject(0).getJsonObject("source"))
                .isEqualTo(new JsonObject().put("pointer", pointer));
    }

    private static void policy(String key, JsonObject policy) throws Exception {
        assertThat(sandbox.control("PATCH", "/licenses/" + key, new JsonObject().put("policy", policy))
                        .status())
                .isEqualTo(200);
    }
}
