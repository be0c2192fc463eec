package com.optymyse.inspire.licensing.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sandbox misbehaves as it is told, and no longer than that. */
class SandboxFaultsTest extends SandboxTest {

    private static final String KEY = "DEMO-ENTERPRISE";

    @Test
    void refuse_onCreate_closesTheConnectionAndTakesNoSeat() throws Exception {
        sandbox.fault("refuse", "create");

        assertThatThrownBy(() -> sandbox.createMachine(KEY)).isInstanceOf(IOException.class);

        assertThat(sandbox.machines(KEY)).isEmpty();
        assertThat(lastCall().getString("fault")).isEqualTo("refuse");
        assertThat(lastCall().getValue("status")).isNull();
    }

    @Test
    void timeout_onMe_neverAnswers() throws Exception {
        sandbox.fault("timeout", "me");

        assertThatThrownBy(() -> sandbox.call(
                        sandbox.as(KEY, sandbox.request("GET", "/v1/me")).timeout(Duration.ofMillis(300))))
                .isInstanceOf(HttpTimeoutException.class);
    }

    @ParameterizedTest
    @CsvSource({"error, 500, 500", "error, 503, 503", "rate-limit, 500, 429"})
    void errorAndRateLimit_onCreate_areUnsignedAndTakeNoSeat(String mode, int status, int answered) throws Exception {
        sandbox.control(
                "POST",
                "/faults",
                new JsonObject().put("mode", mode).put("on", "create").put("status", status));

        SandboxClient.Reply reply = sandbox.createMachine(KEY);

        assertThat(reply.status()).isEqualTo(answered);
        assertThat(reply.isSigned()).isFalse();
        assertThat(reply.headers().firstValue("Retry-After").isPresent()).isEqualTo(answered == 429);
        assertThat(sandbox.machines(KEY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"rate-limit | 429 | 3600", "error | 503 | Thu, 26 Nov 2026 10:00:00 GMT", "rate-limit | 429 |"})
    void errorAndRateLimit_retryAfterSet_isTheHeader(String mode, int status, String retryAfter) throws Exception {
        sandbox.control(
                "POST",
                "/faults",
                new JsonObject().put("mode", mode).put("status", 503).put("retryAfter", retryAfter));

        SandboxClient.Reply reply = sandbox.get(KEY, "/v1/me");

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.headers().firstValue("Retry-After")).isEqualTo(Optional.ofNullable(retryAfter));
    }

    @Test
    void garbage_onValidate_is200WithHtml() throws Exception {
        sandbox.fault("garbage", "validate");

        SandboxClient.Reply reply = sandbox.validate(KEY);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).startsWith("text/html");
        assertThat(reply.isSigned()).isFalse();
    }

    @Test
    void unsigned_onCreate_doesItWithoutSignature() throws Exception {
        sandbox.fault("unsigned", "create");

        SandboxClient.Reply reply = sandbox.createMachine(KEY);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.isSigned()).isFalse();
        assertThat(reply.headers().firstValue("Digest")).isEmpty();
        assertThat(sandbox.machines(KEY)).hasSize(1);
    }

    @Test
    void tampered_withAndWithoutBody_nolongerVerifies() throws Exception {
        sandbox.control("POST", "/faults", new JsonObject().put("mode", "tampered"));

        SandboxClient.Reply created = sandbox.createMachine(KEY);
        SandboxClient.Reply deleted = sandbox.delete(KEY, "/v1/machines/" + SandboxClient.FINGERPRINT);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().getBoolean("tampered")).isTrue();
        assertThat(JdkVerifier.isGenuine(created)).isFalse();
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(JdkVerifier.isGenuine(deleted)).isFalse();
    }

    @Test
    @Timeout(120)
    void late_onCreate_takesTheSeatBeforeItAnswers() throws Exception {
        JsonObject late = new JsonObject().put("mode", "late").put("on", "create");
        sandbox.control("POST", "/faults", late.copy().put("delayMs", 3_600_000));
        CompletableFuture<SandboxClient.Reply> answer = sandbox.callLater(
                sandbox.as(KEY, sandbox.request("POST", "/v1/machines", sandbox.machine(KEY, "late-one"))));

        while (sandbox.machines(KEY).isEmpty()) {
            Thread.onSpinWait();
        }

        assertThat(answer).isNotDone();
        answer.cancel(true);
        sandbox.control("POST", "/faults?delayMs=1", late);
        SandboxClient.Reply soon = sandbox.createMachine(KEY);
        assertThat(soon.status()).isEqualTo(201);
        assertThat(JdkVerifier.isGenuine(soon)).isTrue();
    }

    @Test
    void drip_onCreate_sendsAllOfItInTheEnd() throws Exception {
        sandbox.control("POST", "/faults", new JsonObject().put("mode", "drip").put("delayMs", 1));

        SandboxClient.Reply created = sandbox.createMachine(KEY);

        assertThat(created.status()).isEqualTo(201);
        assertThat(JdkVerifier.isGenuine(created)).isTrue();
    }

    @Test
    @Timeout(30)
    void drip_slowly_takesTheSeatBeforeTheAnswerIsComplete() throws Exception {
        sandbox.control("POST", "/faults", new JsonObject().put("mode", "drip").put("delayMs", 3_600_000));
        CompletableFuture<SandboxClient.Reply> answer = sandbox.callLater(
                sandbox.as(KEY, sandbox.request("POST", "/v1/machines", sandbox.machine(KEY, "slow-one"))));

        while (sandbox.machines(KEY).isEmpty()) {
            Thread.onSpinWait();
        }

        assertThat(answer).isNotDone();
        answer.cancel(true);
    }

    @Test
    void lag_afterCreation_validatesThreeTimesAsBefore() throws Exception {
        sandbox.control("POST", "/faults", new JsonObject().put("mode", "lag"));

        sandbox.createMachine(KEY);

        for (int validation = 0; validation < 3; validation++) {
            assertThat(sandbox.validate(KEY).code()).isEqualTo("NO_MACHINES");
        }
        assertThat(sandbox.validate(KEY).code()).isEqualTo("VALID");
    }

    @Test
    void lag_afterDeletion_validatesWhatIsGone_whileCheckOutKnows() throws Exception {
        sandbox.createMachine(KEY);
        sandbox.control("POST", "/faults", new JsonObject().put("mode", "lag").put("times", 1));

        sandbox.delete(KEY, "/v1/machines/" + SandboxClient.FINGERPRINT);

        assertThat(sandbox.checkOut(KEY).status()).isEqualTo(404);
        assertThat(sandbox.validate(KEY).code()).isEqualTo("VALID");
        assertThat(sandbox.validate(KEY).code()).isEqualTo("NO_MACHINES");
    }

    @Test
    void lag_afterCheckIn_isOverdueThreeTimesMore() throws Exception {
        sandbox.control("POST", "/faults", new JsonObject().put("mode", "lag"));

        SandboxClient.Reply checkedIn =
                sandbox.post("DEMO-CHECK-IN", "/v1/licenses/DEMO-CHECK-IN/actions/check-in", new JsonObject());

        String lastCheckIn = checkedIn.attributes().getString("lastCheckIn");
        for (int validation = 0; validation < 3; validation++) {
            SandboxClient.Reply lagging = sandbox.validate("DEMO-CHECK-IN");
            assertThat(lagging.code()).isEqualTo("OVERDUE");
            assertThat(lagging.attributes().getString("lastCheckIn")).isLessThan(lastCheckIn);
        }
        SandboxClient.Reply seen = sandbox.validate("DEMO-CHECK-IN");
        assertThat(seen.code()).isEqualTo("NO_MACHINES");
        assertThat(seen.attributes().getString("lastCheckIn")).isEqualTo(lastCheckIn);
    }

    @Test
    void fault_withTimes_endsByItself() throws Exception {
        sandbox.control(
                "POST",
                "/faults",
                new JsonObject().put("mode", "error").put("on", "me").put("times", 2));

        assertThat(sandbox.get(KEY, "/v1/me").status()).isEqualTo(500);
        assertThat(sandbox.get(KEY, "/v1/me").status()).isEqualTo(500);
        assertThat(sandbox.get(KEY, "/v1/me").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "validate, POST, /v1/licenses/actions/validate-key",
        "me, GET, /v1/me",
        "entitlements, GET, /v1/licenses/DEMO-ENTERPRISE/entitlements",
        "check-in, POST, /v1/licenses/DEMO-ENTERPRISE/actions/check-in",
        "create, POST, /v1/machines",
        "check-out, POST, /v1/machines/any/actions/check-out",
        "delete, DELETE, /v1/machines/any"
    })
    void fault_onOneKindOfCall_leavesTheOthersAlone(String on, String method, String path) throws Exception {
        sandbox.fault("error", on);

        assertThat(sandbox.call(sandbox.as(KEY, sandbox.request(method, path))).status())
                .isEqualTo(500);
        assertThat(sandbox.get(KEY, "/v1/licenses/" + KEY).status()).isEqualTo(200);
        assertThat(lastCall().getString("kind")).isEqualTo("read");
    }

    @Test
    void fault_onEveryCallAndOneKind_prefersTheKind_andNoneEndsThem() throws Exception {
        sandbox.control("POST", "/faults", new JsonObject().put("mode", "error"));
        sandbox.fault("rate-limit", "me");
        assertThat(sandbox.get(KEY, "/v1/me").status()).isEqualTo(429);
        assertThat(sandbox.get(KEY, "/v1/licenses/" + KEY).status()).isEqualTo(500);

        sandbox.fault("none", "me");
        assertThat(sandbox.get(KEY, "/v1/me").status()).isEqualTo(500);

        sandbox.control("POST", "/faults", new JsonObject().put("mode", "none"));
        assertThat(sandbox.get(KEY, "/v1/me").status()).isEqualTo(200);
        assertThat(new JsonArray(sandbox.control("GET", "/faults").body())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"mode\": 1}",
                "{\"mode\": \"sulk\"}",
                "{\"mode\": \"error\", \"on\": \"tuesday\"}",
                "{\"mode\": \"error\", \"times\": 0}",
                "{\"mode\": \"error\", \"status\": 404}",
                "{\"mode\": \"late\", \"delayMs\": -1}",
                "{\"mode\": \"lag\", \"on\": \"create\"}",
                "{\"mode\": \"limit\", \"on\": \"validate\"}",
                "{\"mode\": \"error\", \"code\": \"NAME_TOO_LONG\"}",
                "{\"mode\": \"error\", \"color\": \"red\"}"
            })
    void fault_notUnderstood_is400AndChangesNothing(String body) throws Exception {
        SandboxClient.Reply reply = sandbox.control("POST", "/faults", new JsonObject(body));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().getString("error")).isNotBlank();
        assertThat(new JsonArray(sandbox.control("GET", "/faults").body())).isEmpty();
    }

    private static JsonObject lastCall() throws Exception {
        JsonArray calls = new JsonArray(sandbox.control("GET", "/calls").body());
        return calls.getJsonObject(calls.size() - 1);
    }
}
