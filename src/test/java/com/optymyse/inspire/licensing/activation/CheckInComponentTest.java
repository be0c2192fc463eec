package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.optymyse.inspire.licensing.testing.LicensingTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a check-in is worth where validations come from a replica that has not seen it, or where it is refused. */
@QuarkusTest
class CheckInComponentTest extends LicensingTest {

    private static final String CHECK_IN = "DEMO-CHECK-IN";
    private static final String ENTERPRISE = "DEMO-ENTERPRISE";

    @Test
    void activate_replicaSeesTheCheckInLater_licensed() {
        lag(3);

        admin.activate(CHECK_IN).statusCode(200).body("standing", equalTo("licensed"));

        assertThat(sandbox.calls())
                .containsExactly(
                        "validate", "check-in", "validate", "validate", "validate", "create", "validate", "check-out");
    }

    /** Overdue hides that there is no seat: the check-out tells, before the seat is taken and after. */
    @Tag("thorough")
    @Test
    void activate_replicaNeverSeesTheCheckIn_seatTakenAndLicensed() {
        lag(100);

        admin.activate(CHECK_IN).statusCode(200).body("standing", equalTo("licensed"));

        assertThat(sandbox.machines(CHECK_IN)).hasSize(1);
        assertThat(sandbox.calls()).endsWith("validate", "check-out", "create", "validate", "check-out");
    }

    @Test
    void activate_checkInIsNotDemanded_goesOn() {
        admin.activate(CHECK_IN).statusCode(200);
        admin.post("/license/deactivate").statusCode(200);
        refuseCheckIn("");

        admin.activate(CHECK_IN).statusCode(200).body("standing", equalTo("licensed"));
    }

    @Test
    void activate_checkInRefused_notAllowedWithItsCodeAndNoSeatTaken() {
        sandbox.forgetCalls();

        admin.activate("DEMO-OVERDUE")
                .statusCode(422)
                .body("code", equalTo("license-not-allowed"))
                .body("detail", containsString("METADATA_TOO_LONG"));

        assertThat(sandbox.calls()).containsExactly("validate", "check-in");
    }

    @Test
    void revalidate_replicaSeesTheCheckInLater_licensed() {
        overdue(30);
        lag(3);

        revalidate().body("standing", equalTo("licensed")).body("revalidation.outcome", equalTo("good"));

        assertThat(sandbox.calls())
                .containsExactly("validate", "check-in", "validate", "validate", "validate", "check-out");
    }

    @Tag("thorough")
    @Test
    void revalidate_replicaNeverSeesTheCheckIn_checkOutDecides() {
        overdue(30);
        lag(100);

        revalidate().body("standing", equalTo("licensed"));
        sandbox.removeMachines(ENTERPRISE);
        revalidate().body("standing", equalTo("restricted")).body("reason", equalTo("seat-removed"));
    }

    /** The check-in counted, and a machine is found before limits are looked at: only the certificate is not renewed. */
    @Tag("thorough")
    @Test
    void revalidate_replicaNeverSeesTheCheckInAndCheckOutMeetsALimit_goodAndNotRenewed() {
        overdue(30);
        lag(100);
        sandbox.fault(Map.of("mode", "limit", "on", "check-out"));

        revalidate()
                .body("standing", equalTo("licensed"))
                .body("revalidation.outcome", equalTo("good"))
                .body("problems[0].code", equalTo("certificate-not-renewed"));
    }

    /** The next check-in was due a day before this one, so it proves nothing. */
    @Tag("thorough")
    @Test
    void revalidate_overdueInSpiteOfTheCheckIn_isTheVerdict() {
        overdue(-1);

        revalidate()
                .body("reason", equalTo("refused-by-server"))
                .body("problems[0].values", equalTo(Map.of("serverCode", "OVERDUE")));
    }

    @Test
    void revalidate_checkInRefused_secondOverdueIsTheVerdictAndItsCodeIsNamed() {
        overdue(30);
        refuseCheckIn("NAME_TOO_LONG");

        revalidate()
                .body("standing", equalTo("restricted"))
                .body("reason", equalTo("refused-by-server"))
                .body("problems[0].code", equalTo("refused-by-server"))
                .body("problems[0].detail", containsString("NAME_TOO_LONG"))
                .body("problems[0].values", equalTo(Map.of("serverCode", "OVERDUE", "checkInCode", "NAME_TOO_LONG")));

        assertThat(sandbox.calls()).containsExactly("validate", "check-in", "validate");
    }

    private ValidatableResponse revalidate() {
        sandbox.forgetCalls();
        return admin.post("/license/revalidate").statusCode(200);
    }

    /** An activated license whose policy demands check-ins from now on, and which never was checked in. */
    private void overdue(int days) {
        admin.activate(ENTERPRISE).statusCode(200);
        sandbox.change(ENTERPRISE, Map.of("policy", Map.of("checkInDays", days)));
    }

    private void lag(int validations) {
        sandbox.fault(Map.of("mode", "lag", "times", validations));
        sandbox.forgetCalls();
    }

    private void refuseCheckIn(String code) {
        sandbox.fault(Map.of("mode", "limit", "on", "check-in", "code", code));
    }
}
