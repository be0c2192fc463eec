package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.optymyse.inspire.licensing.testing.LicensingTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the licensing server does during a re-validation, only what it has signed counts. */
@QuarkusTest
@Tag("thorough")
class RevalidationFaultsComponentTest extends LicensingTest {

    @BeforeEach
    void licensed() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
    }

    /** The replica still shows no machine, as before the activation; only the check-out can say that the seat is gone. */
    @Test
    void revalidate_replicaBehind_licensedStill() {
        sandbox.fault("lag", "validate");
        sandbox.forgetCalls();

        admin.post("/license/revalidate")
                .statusCode(200)
                .body("standing", equalTo("licensed"))
                .body("revalidation.outcome", equalTo("good"));

        assertThat(sandbox.calls()).containsExactly("validate", "check-out");
        assertThat(sandbox.machines("DEMO-ENTERPRISE")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"validate", "check-out"})
    void revalidate_faults_neverAVerdict(String on) {
        for (String mode : new String[] {"refuse", "error", "unsigned", "tampered", "garbage", "rate-limit"}) {
            sandbox.fault(mode, on);
            int status = admin.post("/license/revalidate").extract().statusCode();
            assertThat(status).as(mode).isIn(502, 503);
            admin.get("/license").body("standing", equalTo("licensed"));
        }
    }

    /** A check-in that is not signed proves nothing, so that the overdue one before it is no verdict either. */
    @ParameterizedTest
    @CsvSource({"unsigned", "tampered", "error"})
    void revalidate_checkInThatProvesNothing_neverAVerdict(String mode) {
        sandbox.change("DEMO-ENTERPRISE", Map.of("policy", Map.of("checkInDays", 30)));
        sandbox.fault(mode, "check-in");
        sandbox.forgetCalls();

        int status = admin.post("/license/revalidate").extract().statusCode();

        assertThat(status).isIn(502, 503);
        assertThat(sandbox.calls()).containsExactly("validate", "check-in");
        admin.get("/license").body("standing", equalTo("licensed"));
    }
}
