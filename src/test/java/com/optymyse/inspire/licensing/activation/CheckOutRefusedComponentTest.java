package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.licensingserver.Deadline;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A check-out that the licensing server refuses although it calls the license valid. */
@QuarkusTest
class CheckOutRefusedComponentTest extends LicensingTest {

    private static final String KEY = "DEMO-ENTERPRISE";
    private static final String CORES = "MACHINE_CORE_LIMIT_EXCEEDED";

    @Inject
    SeatReleases releases;

    @Inject
    CurrentInstallation current;

    @ParameterizedTest
    @CsvSource({
        CORES + ", 422, machine-limit-reached, " + CORES,
        "NAME_TOO_LONG, 422, license-not-allowed, NAME_TOO_LONG",
        "'', 502, licensing-server-error, says nothing about the license"
    })
    void activate_checkOutRefused_ownCodeAndSeatGivenBack(String code, int status, String problem, String says)
            throws Throwable {
        refuse(code);

        admin.activate(KEY).statusCode(status).body("code", equalTo(problem)).body("detail", containsString(says));

        assertThat(sandbox.machines(KEY)).hasSize(1);
        VertxContextSupport.subscribeAndAwait(
                () -> releases.releaseDue(Deadline.after(Duration.ofMinutes(1))).chain(current::reload));
        assertThat(sandbox.machines(KEY)).isEmpty();
        admin.get("/license").body("standing", equalTo("unlicensed")).body("installation.pendingReleases", empty());
    }

    @ParameterizedTest
    @CsvSource({CORES, "NAME_TOO_LONG"})
    void revalidate_checkOutRefused_licensedAndOnlyTheCertificateNotRenewed(String code) {
        admin.activate(KEY).statusCode(200);
        List<String> seat = sandbox.machines(KEY);
        String end = admin.get("/license").extract().path("license.certificateExpiresAt");
        String before = admin.get("/license").extract().path("license.lastValidatedAt");
        sandbox.moveClock(Duration.ofSeconds(90));
        refuse(code);

        admin.post("/license/revalidate")
                .statusCode(200)
                .body("standing", equalTo("licensed"))
                .body("revalidation.outcome", equalTo("good"))
                .body("license.lastValidatedAt", not(equalTo(before)))
                .body("license.certificateExpiresAt", equalTo(end))
                .body("problems.code", equalTo(List.of("certificate-not-renewed")))
                .body("problems[0].values", equalTo(Map.of("code", code, "endsAt", end)))
                .body("forecast.reason", equalTo(List.of("certificate-ended")))
                .body("forecast.if", equalTo(List.of("certificate is not renewed")));
        assertThat(sandbox.machines(KEY)).isEqualTo(seat);
    }

    @Test
    void revalidate_checkOutGoodAgain_certificateRenewedAndNothingToSay() {
        admin.activate(KEY).statusCode(200);
        refuse(CORES);
        int revision =
                admin.post("/license/revalidate").statusCode(200).extract().path("revision");
        sandbox.noFaults();

        admin.post("/license/revalidate")
                .statusCode(200)
                .body("problems", empty())
                .body("forecast.reason", hasItem("server-unreachable"))
                .body("revision", is(revision + 1));
    }

    /** What was refused before the fault is refused still. */
    @Test
    void revalidate_serverAwayAfterwards_isSaidBesideIt() {
        admin.activate(KEY).statusCode(200);
        refuse(CORES);
        admin.post("/license/revalidate").statusCode(200);
        sandbox.fault("refuse", "");

        admin.post("/license/revalidate").statusCode(503);

        admin.get("/license")
                .body("problems.code", equalTo(List.of("certificate-not-renewed")))
                .body("forecast.reason", equalTo(List.of("server-unreachable", "certificate-ended")));
    }

    @Test
    void revalidate_refusedWithoutACode_failedAndNothingChanged() {
        admin.activate(KEY).statusCode(200);
        refuse("");

        admin.post("/license/revalidate").statusCode(502).body("code", equalTo("licensing-server-error"));

        admin.get("/license").body("standing", equalTo("licensed")).body("problems", empty());
    }

    private void refuse(String code) {
        sandbox.fault(Map.of("mode", "limit", "on", "check-out", "code", code));
    }
}
