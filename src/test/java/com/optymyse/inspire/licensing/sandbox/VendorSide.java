package com.optymyse.inspire.licensing.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.stream.IntStream;

/** Changes licenses and machines of a sandbox as the vendor does, without its caller. */
record VendorSide(SandboxClient sandbox) {

    /** Suspends, reinstates, expires or bans. */
    void act(String key, String action) throws Exception {
        done(sandbox.control("POST", "/licenses/" + key + "/" + action));
    }

    void patch(String key, JsonObject patch) throws Exception {
        done(sandbox.control("PATCH", "/licenses/" + key, patch));
    }

    void patchPolicy(String key, JsonObject policy) throws Exception {
        patch(key, new JsonObject().put("policy", policy));
    }

    /** Moves a license to the policy of another. */
    void move(String key, String other) throws Exception {
        done(sandbox.control("PUT", "/licenses/" + key + "/policy", new JsonObject().put("of", other)));
    }

    /** Gives a license as many entitlements, without asking what they are. */
    void entitle(String key, int count) throws Exception {
        JsonArray codes = new JsonArray();
        IntStream.range(0, count).forEach(number -> codes.add("CODE_" + number));
        patch(key, new JsonObject().put("entitlements", codes));
    }

    /** A seat of a license is taken, by a machine of this fingerprint and id. */
    void seat(String key, String fingerprint, String id) throws Exception {
        JsonObject machine = sandbox.machine(key, fingerprint);
        machine.getJsonObject("data").put("id", id);
        done(sandbox.post(key, "/v1/machines", machine));
    }

    void removeSeats(String key) throws Exception {
        done(sandbox.control("DELETE", "/licenses/" + key + "/machines"));
    }

    void delete(String key) throws Exception {
        done(sandbox.control("DELETE", "/licenses/" + key));
    }

    void validate(String key) throws Exception {
        done(sandbox.validate(key));
    }

    void checkIn(String key) throws Exception {
        done(sandbox.post(key, "/v1/licenses/" + key + "/actions/check-in", new JsonObject()));
    }

    void daysPass(int days) throws Exception {
        sandbox.moveClock(Duration.ofDays(days));
    }

    void limitRate() throws Exception {
        done(sandbox.control("POST", "/faults", new JsonObject().put("mode", "rate-limit")));
    }

    private static void done(SandboxClient.Reply reply) {
        assertThat(reply.status()).as(reply.target() + " " + reply.body()).isLessThan(300);
    }
}
