package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.optymyse.inspire.licensing.testing.LicensingTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where the vendor lets a fingerprint have one seat in all: what is ours is given back, and what is not is named. */
@QuarkusTest
class FingerprintTakenComponentTest extends LicensingTest {

    private static final String UNIQUE = "DEMO-UNIQUE";
    private static final String ENTERPRISE = "DEMO-ENTERPRISE";

    /** For the call that is not answered; all others have their time. */
    private static final Duration SHORT = Duration.ofMillis(1500);

    @Inject
    CallLimits limits;

    @AfterEach
    void asConfigured() {
        limits.reset();
    }

    /** The seat of an activation that failed after the server had taken it, which nobody is shown. */
    @Test
    void activate_ownOrphanHasIt_isGivenBackAndLicensed() {
        limits.limit("create", SHORT);
        sandbox.fault("late", "create");
        sandbox.fault("refuse", "check-out");
        admin.activate(ENTERPRISE).statusCode(503);
        limits.reset();
        sandbox.noFaults();
        assertThat(sandbox.machines(ENTERPRISE)).hasSize(1);

        admin.activate(UNIQUE).statusCode(200).body("standing", equalTo("licensed"));

        assertThat(sandbox.machines(ENTERPRISE)).isEmpty();
        admin.get("/license").body("installation.pendingReleases", empty());
    }

    @Test
    void activate_ownBlockedReleaseHasItAndMayBeGivenBackNow_isGivenBackAndLicensed() {
        blockedRelease();
        sandbox.act(ENTERPRISE, "reinstate");

        admin.activate(UNIQUE).statusCode(200).body("standing", equalTo("licensed"));

        assertThat(sandbox.machines(ENTERPRISE)).isEmpty();
    }

    @Test
    void activate_ownBlockedReleaseHasItStill_isNamed() {
        blockedRelease();

        admin.activate(UNIQUE)
                .statusCode(422)
                .body("code", equalTo("fingerprint-taken"))
                .body("holder", equalTo("earlier-license"))
                .body("detail", containsString("LICENSE_SUSPENDED"));

        assertThat(sandbox.machines(ENTERPRISE)).hasSize(1);
        assertThat(sandbox.machines(UNIQUE)).isEmpty();
    }

    @Test
    void activate_presentLicenseHasIt_saysToDeactivateItAndTouchesItsSeatNot() {
        admin.activate(ENTERPRISE).statusCode(200);
        List<String> seat = sandbox.machines(ENTERPRISE);
        sandbox.forgetCalls();

        admin.activate(UNIQUE)
                .statusCode(422)
                .body("code", equalTo("fingerprint-taken"))
                .body("holder", equalTo("present-license"))
                .body("detail", containsString("Deactivate the current license first"));

        assertThat(sandbox.machines(ENTERPRISE)).isEqualTo(seat);
        assertThat(sandbox.calls()).doesNotContain("delete");
        admin.get("/license").body("license.key", equalTo(ENTERPRISE));
    }

    @Test
    void activate_presentLicenseMayNotReleaseIt_saysWhy() {
        admin.activate(ENTERPRISE).statusCode(200);
        sandbox.act(ENTERPRISE, "suspend");

        admin.activate(UNIQUE)
                .statusCode(422)
                .body("code", equalTo("fingerprint-taken"))
                .body("holder", equalTo("present-license-blocked"))
                .body("detail", containsString("its key has no permission to release it (LICENSE_SUSPENDED)"));
    }

    /** Another license has the fingerprint, and this one has no seat left either: releasing the other would not help. */
    @Test
    void activate_presentLicenseHasItAndNoSeatIsLeft_isTheLimit() {
        admin.activate(ENTERPRISE).statusCode(200);
        sandbox.change(UNIQUE, Map.of("policy", Map.of("maxMachines", 0)));

        admin.activate(UNIQUE)
                .statusCode(422)
                .body("code", equalTo("machine-limit-reached"))
                .body("holder", nullValue());

        admin.get("/license").body("license.key", equalTo(ENTERPRISE)).body("installation.pendingReleases", empty());
    }

    /** Another request of the same moment, as the server's code says, has created it or will have. */
    @Test
    void activate_seatIsCreatedAtTheSameTime_saysToTryAgainAndLeavesNothing() {
        sandbox.fault(Map.of("mode", "limit", "on", "create", "code", "ID_CONFLICT"));

        admin.activate(UNIQUE)
                .statusCode(502)
                .body("code", equalTo("licensing-server-error"))
                .body("detail", containsString("Try again in a minute"));

        assertThat(sandbox.machines(UNIQUE)).isEmpty();
        sandbox.noFaults();
        admin.activate(UNIQUE).statusCode(200).body("installation.pendingReleases", empty());
        assertThat(sandbox.machines(UNIQUE)).hasSize(1);
    }

    /** A limit is looked at once the machine is found, so that the seat is known to be there. */
    @Test
    void activate_presentLicenseHasItAndIsOverALimit_saysToDeactivateIt() {
        admin.activate(ENTERPRISE).statusCode(200);
        sandbox.fault(Map.of("mode", "limit", "on", "check-out"));

        admin.activate(UNIQUE).statusCode(422).body("holder", equalTo("present-license"));
    }

    @Test
    void activate_presentLicenseCannotBeAskedAbout_isUnknown() {
        admin.activate(ENTERPRISE).statusCode(200);
        sandbox.fault(Map.of("mode", "error", "on", "check-out", "after", 1));

        admin.activate(UNIQUE).statusCode(422).body("holder", equalTo("unknown"));
    }

    @Test
    void activate_presentLicenseIsHeldOffline_saysThatItMayHaveIt() {
        admin.activate(ENTERPRISE).statusCode(200);
        String fingerprint = admin.get("/license").extract().path("installation.fingerprint");
        admin.activate(ENTERPRISE, sandbox.file(ENTERPRISE, Map.of("kind", "machine", "fingerprint", fingerprint)))
                .statusCode(200);
        sandbox.forgetCalls();

        admin.activate(UNIQUE)
                .statusCode(422)
                .body("code", equalTo("fingerprint-taken"))
                .body("holder", equalTo("present-license-offline"));

        assertThat(sandbox.calls()).doesNotContain("delete");
        admin.get("/license").body("license.validationMode", equalTo("offline"));
    }

    @Test
    void activate_seatGivenUpHere_isAnotherLicenseThatIsNotKnown() {
        blockedRelease();
        String machine = sandbox.machines(ENTERPRISE).getFirst();
        admin.post("/license/releases/" + machine + "/dismiss").statusCode(200);

        admin.activate(UNIQUE).statusCode(422).body("holder", equalTo("another-license"));
    }

    /** Of three licenses: one whose seat is owed, the present one, and one that can't have a seat beside the first. */
    @Test
    void activate_blockedReleaseHasItBesideThePresentLicense_namedAndThenReleasedAndNeverThePresentSeat() {
        blockedReleaseBesideEnterprise();
        List<String> seat = sandbox.machines(ENTERPRISE);
        sandbox.forgetCalls();

        admin.activate("DEMO-UNIQUE-B").statusCode(422).body("holder", equalTo("earlier-license"));

        assertThat(sandbox.calls()).containsOnlyOnce("delete");
        assertThat(sandbox.machines("DEMO-UNIQUE-A")).hasSize(1);
        assertThat(sandbox.machines(ENTERPRISE)).isEqualTo(seat);

        sandbox.act("DEMO-UNIQUE-A", "reinstate");
        admin.activate("DEMO-UNIQUE-B").statusCode(200);
        assertThat(sandbox.machines("DEMO-UNIQUE-A")).isEmpty();
        assertThat(sandbox.machines(ENTERPRISE)).isEmpty();
        assertThat(sandbox.machines("DEMO-UNIQUE-B")).hasSize(1);
    }

    @Test
    void activate_blockedReleaseHasItAndThePresentLicenseMayNotReleaseItsSeat_blockedReleaseIsNamed() {
        blockedReleaseBesideEnterprise();
        sandbox.act(ENTERPRISE, "suspend");

        admin.activate("DEMO-UNIQUE-B")
                .statusCode(422)
                .body("holder", equalTo("earlier-license"))
                .body("detail", containsString("its key has no permission for that (LICENSE_SUSPENDED)"));
    }

    private void blockedReleaseBesideEnterprise() {
        admin.activate("DEMO-UNIQUE-A").statusCode(200);
        sandbox.act("DEMO-UNIQUE-A", "suspend");
        admin.activate(ENTERPRISE).statusCode(200);
    }

    private void blockedRelease() {
        admin.activate(ENTERPRISE).statusCode(200);
        sandbox.act(ENTERPRISE, "suspend");
        admin.post("/license/deactivate").statusCode(200).body("release", equalTo("pending"));
    }
}
