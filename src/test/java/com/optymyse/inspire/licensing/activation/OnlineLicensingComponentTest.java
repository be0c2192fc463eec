package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.optymyse.inspire.licensing.testing.LicensingTest;
import com.optymyse.inspire.licensing.testing.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The main story, against a real PostgreSQL and the sandbox. */
@QuarkusTest
class OnlineLicensingComponentTest extends LicensingTest {

    @Inject
    TestClock clock;

    @Inject
    DataSource database;

    @AfterEach
    void byTheRealTime() {
        clock.reset();
    }

    @Test
    void status_beforeAnything_unlicensed() {
        admin.get("/license")
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("licensed", is(false))
                .body("standing", equalTo("unlicensed"))
                .body("reason", equalTo("not-activated"))
                .body("license", nullValue())
                .body("limits.maxDisplays", is(0))
                .body("entitlements", hasSize(10))
                .body("entitlements.granted", everyItem(is(false)))
                .body("installation.fingerprint", notNullValue())
                .body("installation.trust", equalTo("configured"));
    }

    @Test
    void activate_enterprise_everythingGrantedAndSeatTaken() {
        admin.activate("DEMO-ENTERPRISE")
                .statusCode(200)
                .body("licensed", is(true))
                .body("standing", equalTo("licensed"))
                .body("reason", nullValue())
                .body("license.key", equalTo("DEMO-ENTERPRISE"))
                .body("license.name", equalTo("Enterprise"))
                .body("license.status", equalTo("active"))
                .body("license.validationMode", equalTo("online"))
                .body("license.expiresAt", nullValue())
                .body("license.lastValidatedAt", notNullValue())
                .body("limits.maxDisplays", is(500))
                .body("limits.maxAgiles", is(-1))
                .body("limits.aiCreditsPerMonth", is(10_000))
                .body("entitlements", hasSize(10))
                .body("entitlements.granted", everyItem(is(true)))
                .body("forecast.if", contains("server stays unreachable", "server stays unreachable"))
                .body("revalidation.outcome", equalTo("good"))
                .body("problems", empty());

        assertThat(sandbox.machines("DEMO-ENTERPRISE")).hasSize(1);
        admin.get("/license").statusCode(200).body("standing", equalTo("licensed"));
        admin.get("/entitlements")
                .statusCode(200)
                .body("licensed", is(true))
                .body("entitlements.granted", everyItem(is(true)));
        admin.get("/limits").statusCode(200).body("maxDisplays", is(500));
        admin.get("/entitlements/SSO_SAML")
                .statusCode(200)
                .body("granted", is(true))
                .body("feature", equalTo("SAML/OIDC single sign-on"));
        admin.get("/entitlements/NO_SUCH_CODE").statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void activate_twice_sameStateAndOneSeat() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        List<String> machines = sandbox.machines("DEMO-ENTERPRISE");
        int revision = admin.get("/license").extract().path("revision");

        admin.activate(" DEMO-ENTERPRISE\n").statusCode(200).body("revision", is(revision));

        assertThat(sandbox.machines("DEMO-ENTERPRISE")).isEqualTo(machines);
        assertThat(machines).hasSize(1);
    }

    @Test
    void replace_starterByEnterprise_exactlyOneMachineLeft() {
        admin.activate("DEMO-STARTER").statusCode(200).body("license.name", equalTo("Starter"));

        admin.activate("DEMO-ENTERPRISE")
                .statusCode(200)
                .body("license.key", equalTo("DEMO-ENTERPRISE"))
                .body("installation.pendingReleases", empty());

        assertThat(sandbox.machines("DEMO-STARTER")).isEmpty();
        assertThat(sandbox.machines("DEMO-ENTERPRISE")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "DEMO-EXPIRED, 422, license-expired",
        "DEMO-SUSPENDED, 422, license-suspended",
        "DEMO-BANNED, 422, license-banned",
        "DEMO-FULL, 422, machine-limit-reached",
        "DEMO-HEARTBEAT, 422, license-not-allowed",
        "DEMO-TOKEN, 422, license-not-allowed",
        "NO-SUCH-KEY, 422, license-key-unknown"
    })
    void activate_refusedKey_ownCodeAndNothingChanged(String key, int status, String code) {
        admin.activate("DEMO-STARTER").statusCode(200);
        List<String> seats = sandbox.machines("DEMO-STARTER");
        String before = admin.get("/entitlements").extract().asString();
        sandbox.forgetCalls();

        admin.activate(key).statusCode(status).body("code", equalTo(code));

        assertThat(admin.get("/entitlements").extract().asString()).isEqualTo(before);
        assertThat(sandbox.machines("DEMO-STARTER")).isEqualTo(seats);
        admin.get("/license").body("installation.pendingReleases", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"DEMO-EXPIRED", "DEMO-SUSPENDED", "DEMO-BANNED", "DEMO-HEARTBEAT", "NO-SUCH-KEY"})
    void activate_refusedByAttributes_noMachineEverCreated(String key) {
        sandbox.forgetCalls();

        admin.activate(key).statusCode(422);

        assertThat(sandbox.calls()).containsExactly("validate");
    }

    @Test
    void activate_checkInDemanded_checkedInAndLicensed() {
        admin.activate("DEMO-CHECK-IN").statusCode(200).body("standing", equalTo("licensed"));

        assertThat(sandbox.calls()).contains("check-in");
    }

    @Test
    void activate_uniqueFingerprintHeldByPresentLicense_saysToDeactivateIt() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);

        admin.activate("DEMO-UNIQUE")
                .statusCode(422)
                .body("code", equalTo("fingerprint-taken"))
                .body("detail", containsString("Deactivate the current license first"));

        admin.get("/license").body("license.key", equalTo("DEMO-ENTERPRISE"));
        admin.post("/license/deactivate").statusCode(200).body("release", equalTo("completed"));
        admin.activate("DEMO-UNIQUE").statusCode(200).body("standing", equalTo("licensed"));
    }

    @Test
    void revalidate_afterAChangeAtTheServer_shown() {
        admin.activate("DEMO-STARTER").statusCode(200);
        sandbox.change("DEMO-STARTER", Map.of("metadata", Map.of("maxDisplays", 77)));

        admin.post("/license/revalidate").statusCode(200).body("limits.maxDisplays", is(77));

        admin.get("/limits").body("maxDisplays", is(77));
    }

    @Test
    void revalidate_suspendedThenReinstated_restrictedThenLicensed() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        sandbox.act("DEMO-ENTERPRISE", "suspend");

        admin.post("/license/revalidate")
                .statusCode(200)
                .body("licensed", is(false))
                .body("standing", equalTo("restricted"))
                .body("reason", equalTo("license-suspended"))
                .body("license.status", equalTo("suspended"))
                .body("limits.maxDisplays", is(0));
        sandbox.act("DEMO-ENTERPRISE", "reinstate");

        admin.post("/license/revalidate").statusCode(200).body("standing", equalTo("licensed"));
    }

    @Test
    void revalidate_seatRemovedAtTheServer_saidAndNotTakenAgain() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        sandbox.removeMachines("DEMO-ENTERPRISE");

        admin.post("/license/revalidate").statusCode(200).body("reason", equalTo("seat-removed"));
        admin.post("/license/revalidate").statusCode(200).body("reason", equalTo("seat-removed"));

        assertThat(sandbox.machines("DEMO-ENTERPRISE")).isEmpty();
        admin.activate("DEMO-ENTERPRISE").statusCode(200).body("standing", equalTo("licensed"));
    }

    @Test
    void revalidate_expiredThenRenewed_expiredThenLicensed() {
        admin.activate("DEMO-STARTER").statusCode(200);
        sandbox.act("DEMO-STARTER", "expire");

        admin.post("/license/revalidate")
                .statusCode(200)
                .body("reason", equalTo("license-expired"))
                .body("license.status", equalTo("expired"));
        sandbox.act("DEMO-STARTER", "renew");

        admin.post("/license/revalidate").statusCode(200).body("standing", equalTo("licensed"));
    }

    /** The license is good by the vendor's time; no seat is taken only because this host's clock is wrong. */
    @Test
    void activate_clockFarAhead_saidAndNoSeatTaken() {
        clock.move(Duration.ofDays(3650));

        admin.activate("DEMO-STARTER").statusCode(422).body("code", equalTo("clock-wrong"));

        assertThat(sandbox.calls()).doesNotContain("create");
    }

    @Test
    void revalidate_serverAway_saidAndLicenseKept() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        sandbox.fault("refuse", "");

        admin.post("/license/revalidate").statusCode(503).body("code", equalTo("licensing-server-unreachable"));

        admin.get("/license")
                .body("standing", equalTo("licensed"))
                .body("revalidation.outcome", equalTo("licensing-server-unreachable"));
    }

    @Test
    void revalidate_nothingActivated_conflict() {
        admin.post("/license/revalidate").statusCode(409).body("code", equalTo("not-licensed"));
    }

    @Test
    void deactivate_licensed_unlicensedAndSeatFree() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);

        admin.post("/license/deactivate")
                .statusCode(200)
                .body("standing", equalTo("unlicensed"))
                .body("license", nullValue())
                .body("release", equalTo("completed"));

        assertThat(sandbox.machines("DEMO-ENTERPRISE")).isEmpty();
        admin.get("/entitlements").body("entitlements.granted", everyItem(is(false)));
        admin.post("/license/deactivate").statusCode(409).body("code", equalTo("not-licensed"));
    }

    @Test
    void deactivate_serverAwayThenSameKeyAgain_oneSeatAndNothingOwed() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        sandbox.fault("refuse", "");

        admin.post("/license/deactivate")
                .statusCode(200)
                .body("standing", equalTo("unlicensed"))
                .body("release", equalTo("pending"))
                .body("installation.pendingReleases", hasSize(1))
                .body("installation.pendingReleases[0].state", equalTo("queued"));
        sandbox.noFaults();

        admin.activate("DEMO-ENTERPRISE")
                .statusCode(200)
                .body("standing", equalTo("licensed"))
                .body("installation.pendingReleases", empty());
        assertThat(sandbox.machines("DEMO-ENTERPRISE")).hasSize(1);
    }

    @Test
    void deactivate_suspended_blockedReleaseIsShown() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        sandbox.act("DEMO-ENTERPRISE", "suspend");

        admin.post("/license/deactivate")
                .statusCode(200)
                .body("release", equalTo("pending"))
                .body("installation.pendingReleases[0].state", equalTo("blocked"))
                .body("installation.pendingReleases[0].lastError", equalTo("LICENSE_SUSPENDED"))
                .body("installation.pendingReleases[0].licenseKey", equalTo("…"));
    }

    @Test
    void retry_blockedRelease_staysUntilTheLicenseIsReinstated() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        sandbox.act("DEMO-ENTERPRISE", "suspend");
        String machine = admin.post("/license/deactivate").extract().path("installation.pendingReleases[0].machineId");

        admin.post("/license/releases/" + machine + "/retry")
                .statusCode(200)
                .body("installation.pendingReleases[0].state", equalTo("blocked"))
                .body("installation.pendingReleases[0].attempts", equalTo(2))
                .body("installation.pendingReleases[0].lastError", equalTo("LICENSE_SUSPENDED"));
        admin.get("/license/history")
                .body("entries[0].action", equalTo("release"))
                .body("entries[0].outcome", equalTo("refused"));
        sandbox.act("DEMO-ENTERPRISE", "reinstate");

        admin.post("/license/releases/" + machine + "/retry")
                .statusCode(200)
                .body("installation.pendingReleases", empty());
        assertThat(sandbox.machines("DEMO-ENTERPRISE")).isEmpty();
        admin.post("/license/releases/" + machine + "/retry").statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void activate_noSeatLeft_namesWhoHasOne() {
        admin.activate("DEMO-FULL")
                .statusCode(422)
                .body("code", equalTo("machine-limit-reached"))
                .body("detail", containsString("The only seat of this license is in use"))
                .body("serverCode", equalTo("MACHINE_LIMIT_EXCEEDED"))
                .body("seats.count", equalTo(1))
                .body("values", equalTo(Map.of("serverCode", "MACHINE_LIMIT_EXCEEDED", "count", 1)))
                .body("seats.newest.fingerprint", contains("another-installation"));
    }

    /** The label came along when the key was copied; what is stored is what the server knows. */
    @Test
    void activate_keyWithItsLabel_isTheLicenseOfTheKey() {
        admin.activate("License key: \u201CDEMO-ENTERPRISE\u201D.")
                .statusCode(200)
                .body("license.key", equalTo("DEMO-ENTERPRISE"));

        admin.get("/license/history").body("entries.action", contains("activate"));
    }

    @Test
    void dismiss_blockedRelease_isGivenUpAndRecorded() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        sandbox.act("DEMO-ENTERPRISE", "suspend");
        String machine = admin.post("/license/deactivate")
                .body("installation.pendingReleases[0].state", equalTo("blocked"))
                .extract()
                .path("installation.pendingReleases[0].machineId");

        admin.post("/license/releases/" + machine + "/dismiss")
                .statusCode(200)
                .body("installation.pendingReleases", empty());

        assertThat(sandbox.machines("DEMO-ENTERPRISE")).containsExactly(machine);
        admin.get("/license/history")
                .body("entries[0].action", equalTo("dismiss-release"))
                .body("entries[0].detail", containsString(machine));
        admin.post("/license/releases/" + machine + "/dismiss").statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void dismiss_releaseStillBeingTried_conflictAndKept() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        sandbox.fault("refuse", "");
        String machine = admin.post("/license/deactivate").extract().path("installation.pendingReleases[0].machineId");

        admin.post("/license/releases/" + machine + "/dismiss")
                .statusCode(409)
                .body("code", equalTo("release-not-blocked"));

        admin.get("/license").body("installation.pendingReleases", hasSize(1));
    }

    /** Nobody but the newer version knows what it would mean to give it up. */
    @Test
    void dismiss_releaseInAStateOfANewerVersion_conflictAndShownAsLeftAlone() throws SQLException {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        sandbox.fault("refuse", "");
        String machine = admin.post("/license/deactivate").extract().path("installation.pendingReleases[0].machineId");
        execute(
                "ALTER TABLE release DROP CONSTRAINT release_state_check",
                "UPDATE release SET state = 'handed-over'",
                "ALTER TABLE release ADD CONSTRAINT release_state_check"
                        + " CHECK (state IN ('reserved', 'queued', 'blocked')) NOT VALID");

        admin.post("/license/releases/" + machine + "/dismiss")
                .statusCode(409)
                .body("code", equalTo("release-not-blocked"))
                .body("detail", containsString("newer version"));

        admin.get("/license")
                .body("installation.pendingReleases.machineId", contains(machine))
                .body("installation.pendingReleases.state", contains("unknown"));
    }

    @Test
    void entitlements_unchanged_notModified() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        String tag = admin.get("/entitlements").statusCode(200).extract().header("ETag");

        admin.request()
                .header("If-None-Match", tag)
                .get("/entitlements")
                .then()
                .statusCode(304)
                .header("ETag", tag);

        admin.post("/license/deactivate").statusCode(200);
        admin.request().header("If-None-Match", tag).get("/entitlements").then().statusCode(200);
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
