package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.oneOf;

import com.optymyse.inspire.licensing.incident.Incident;
import com.optymyse.inspire.licensing.incident.Incidents;
import com.optymyse.inspire.licensing.licensingserver.Deadline;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import com.optymyse.inspire.licensing.testing.LogRecorder;
import com.optymyse.inspire.licensing.testing.TestMonotonicClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the licensing server does, on whichever call: the right code, no half license, and no seat left behind. */
@QuarkusTest
class FaultsComponentTest extends LicensingTest {

    private static final Set<String> UNANSWERED = Set.of("timeout", "late");

    /** For the calls that are not answered; all others have their time. */
    private static final Duration SHORT = Duration.ofMillis(1500);

    @Inject
    CallLimits limits;

    @Inject
    SeatReleases releases;

    @Inject
    TestMonotonicClock monotonic;

    @Inject
    Incidents incidents;

    @AfterEach
    void asConfigured() {
        limits.reset();
    }

    /** However often it fails meanwhile. */
    @Test
    void server_failsAndWorksAgain_isOneWarningOfEach() {
        admin.activate("DEMO-STARTER").statusCode(200);
        monotonic.pass(Incident.QUIET);
        incidents.look();

        try (LogRecorder log = LogRecorder.start()) {
            sandbox.fault("refuse", "");
            admin.post("/license/revalidate").statusCode(503);
            admin.post("/license/revalidate").statusCode(503);
            sandbox.noFaults();
            admin.post("/license/revalidate").statusCode(200);
            incidents.look();
            assertThat(log.lines(Level.WARNING, "The licensing server is "))
                    .singleElement()
                    .asString()
                    .startsWith("The licensing server is not available. ");
            monotonic.pass(Incident.QUIET);
            incidents.look();

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(log.lines(Level.WARNING, "The licensing server is "))
                            .hasSize(2)
                            .last()
                            .isEqualTo("The licensing server is available again."));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "refuse, validate, 503, licensing-server-unreachable",
        "refuse, create, 503, licensing-server-unreachable",
        "refuse, check-out, 503, licensing-server-unreachable",
        "error, validate, 502, licensing-server-error",
        "error, create, 502, licensing-server-error",
        "error, check-out, 502, licensing-server-error",
        "rate-limit, validate, 503, licensing-server-busy",
        "rate-limit, create, 503, licensing-server-busy",
        "rate-limit, check-out, 503, licensing-server-busy",
        "unsigned, validate, 502, licensing-server-untrusted",
        "unsigned, check-out, 502, licensing-server-untrusted",
        "tampered, validate, 502, licensing-server-untrusted",
        "tampered, check-out, 502, licensing-server-untrusted",
        "garbage, validate, 502, licensing-server-untrusted",
        "garbage, create, 502, licensing-server-untrusted",
        "garbage, check-out, 502, licensing-server-untrusted",
        "timeout, create, 503, licensing-server-unreachable",
        "late, check-out, 503, licensing-server-unreachable"
    })
    void activate_fault_ownCodeAndNothingLeft(String mode, String on, int status, String code) throws Throwable {
        fault(mode, on);

        admin.activate("DEMO-ENTERPRISE").statusCode(status).body("code", equalTo(code));

        assertNothingLeft("DEMO-ENTERPRISE");
    }

    /** The seat is taken by then, so that it has to be given back. */
    @Tag("thorough")
    @ParameterizedTest
    @CsvSource({
        "refuse, 503, licensing-server-unreachable",
        "error, 502, licensing-server-error",
        "rate-limit, 503, licensing-server-busy",
        "unsigned, 502, licensing-server-untrusted",
        "tampered, 502, licensing-server-untrusted",
        "garbage, 502, licensing-server-untrusted",
        "late, 503, licensing-server-unreachable"
    })
    void activate_faultOnTheSecondValidationAlone_ownCodeAndNothingLeft(String mode, int status, String code)
            throws Throwable {
        if (UNANSWERED.contains(mode)) {
            limits.limitAfter(1, "validate", SHORT);
        }
        sandbox.fault(Map.of("mode", mode, "on", "validate", "after", 1, "times", 1));

        admin.activate("DEMO-ENTERPRISE").statusCode(status).body("code", equalTo(code));

        assertNothingLeft("DEMO-ENTERPRISE");
    }

    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(strings = {"refuse", "error", "rate-limit", "unsigned", "tampered", "garbage", "timeout"})
    void activate_faultOnTheCheckIn_refusedBeforeASeatIsTaken(String mode) {
        fault(mode, "check-in");

        admin.activate("DEMO-CHECK-IN").statusCode(oneOf(502, 503));

        assertThat(sandbox.machines("DEMO-CHECK-IN")).isEmpty();
        admin.get("/license").body("standing", equalTo("unlicensed"));
    }

    /** The new license holds at once; the seat of the old one is given back when the server lets us. */
    @ParameterizedTest
    @ValueSource(strings = {"refuse", "error", "unsigned", "tampered", "garbage"})
    void replace_faultOnTheRelease_replacedAndDrainedLater(String mode) throws Throwable {
        admin.activate("DEMO-STARTER").statusCode(200);
        sandbox.fault(mode, "delete");

        admin.activate("DEMO-ENTERPRISE").statusCode(200).body("installation.pendingReleases.size()", is(1));

        drainLater();
        assertThat(sandbox.machines("DEMO-STARTER")).isEmpty();
        assertThat(sandbox.machines("DEMO-ENTERPRISE")).hasSize(1);
    }

    /** The seat that stands in the way is our own, and the next try to give it back is hours off. */
    @Test
    void activate_ownReleaseStandsInTheWay_givenBackFirst() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        sandbox.fault("refuse", "delete");
        admin.post("/license/deactivate").statusCode(200).body("release", equalTo("pending"));
        sandbox.noFaults();

        admin.activate("DEMO-UNIQUE").statusCode(200).body("standing", equalTo("licensed"));

        assertThat(sandbox.machines("DEMO-ENTERPRISE")).isEmpty();
    }

    /** The deletion that was not answered may reach the server at any time; it must not hit a seat that is in use then. */
    @Test
    void activate_ownReleaseOfThatSeatNotAnswered_takesAnotherSeat() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        List<String> given = sandbox.machines("DEMO-ENTERPRISE");
        fault("timeout", "delete");
        admin.post("/license/deactivate").statusCode(200).body("release", equalTo("pending"));
        sandbox.noFaults();

        admin.activate("DEMO-ENTERPRISE").statusCode(200).body("installation.pendingReleases", empty());

        assertThat(sandbox.machines("DEMO-ENTERPRISE")).hasSize(1).doesNotContainAnyElementsOf(given);
    }

    /** Both deletions may still reach the server, and the seat that stands in the way is the one that they name. */
    @Tag("thorough")
    @Test
    void activate_ownReleaseOfThatSeatStillNotAnswered_refusedUntilItIs() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        List<String> given = sandbox.machines("DEMO-ENTERPRISE");
        fault("timeout", "delete");
        admin.post("/license/deactivate").statusCode(200).body("release", equalTo("pending"));

        admin.activate("DEMO-ENTERPRISE")
                .statusCode(409)
                .body("code", equalTo("operation-in-progress"))
                .body("detail", containsString("still releasing this installation's earlier seat"));

        admin.get("/license").body("standing", equalTo("unlicensed"));
        sandbox.noFaults();
        admin.activate("DEMO-ENTERPRISE").statusCode(200).body("standing", equalTo("licensed"));
        assertThat(sandbox.machines("DEMO-ENTERPRISE")).hasSize(1).doesNotContainAnyElementsOf(given);
    }

    /** The same where not even the creation of another seat is answered. */
    @Tag("thorough")
    @Test
    void activate_neitherReleaseNorCreationAnswered_refusedUntilTheReleaseIs() throws Throwable {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        fault("timeout", "delete");
        admin.post("/license/deactivate").statusCode(200).body("release", equalTo("pending"));
        sandbox.fault("error", "create");

        admin.activate("DEMO-ENTERPRISE").statusCode(409).body("code", equalTo("operation-in-progress"));

        assertNothingLeft("DEMO-ENTERPRISE");
    }

    /** The machine is created, only its answer is lost: the check-out finds it. */
    @ParameterizedTest
    @ValueSource(strings = {"unsigned", "tampered", "late"})
    void activate_answerOfTheCreationLost_licensedAllTheSame(String mode) {
        fault(mode, "create");

        admin.activate("DEMO-ENTERPRISE").statusCode(200).body("standing", equalTo("licensed"));

        assertThat(sandbox.machines("DEMO-ENTERPRISE")).hasSize(1);
        admin.get("/license").body("installation.pendingReleases", empty());
    }

    @Test
    void activate_replicaBehind_licensed() {
        sandbox.fault("lag", "validate");

        admin.activate("DEMO-ENTERPRISE").statusCode(200).body("standing", equalTo("licensed"));
    }

    /** A replica that still shows the seat just given back must not make us believe that we have it. */
    @Test
    void activate_replicaShowsTheSeatJustReleased_seatTakenAnew() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        sandbox.fault("lag", "validate");
        admin.post("/license/deactivate").statusCode(200).body("release", equalTo("completed"));

        admin.activate("DEMO-ENTERPRISE").statusCode(200).body("standing", equalTo("licensed"));

        assertThat(sandbox.machines("DEMO-ENTERPRISE")).hasSize(1);
    }

    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(strings = {"refuse", "error", "rate-limit", "unsigned", "tampered", "garbage", "timeout"})
    void activate_faultOnEveryCall_presentLicenseUntouched(String mode) {
        admin.activate("DEMO-STARTER").statusCode(200);
        fault(mode, "");

        admin.activate("DEMO-ENTERPRISE").statusCode(oneOf(502, 503));

        sandbox.noFaults();
        admin.get("/license").body("license.key", equalTo("DEMO-STARTER")).body("licensed", is(true));
        assertThat(sandbox.machines("DEMO-STARTER")).hasSize(1);
        assertThat(sandbox.machines("DEMO-ENTERPRISE")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"refuse", "error", "rate-limit", "garbage", "timeout", "unsigned", "tampered"})
    void deactivate_faultOnTheRelease_unlicensedAndDrainedLater(String mode) throws Throwable {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        fault(mode, "delete");

        admin.post("/license/deactivate")
                .statusCode(200)
                .body("standing", equalTo("unlicensed"))
                .body("release", equalTo("pending"));

        assertNothingLeft("DEMO-ENTERPRISE");
    }

    /** Each of these waits until a call counts as not answered; above there is one of each kind. */
    @Tag("thorough")
    @Tag("thorough")
    @ParameterizedTest
    @CsvSource({"timeout, validate", "timeout, check-out", "late, validate"})
    void activate_notAnsweredElsewhere_unreachableAndNothingLeft(String mode, String on) throws Throwable {
        activate_fault_ownCodeAndNothingLeft(mode, on, 503, "licensing-server-unreachable");
    }

    @Tag("thorough")
    @Test
    void activate_secondValidationHangs_unreachableAndNothingLeft() throws Throwable {
        activate_faultOnTheSecondValidationAlone_ownCodeAndNothingLeft("timeout", 503, "licensing-server-unreachable");
    }

    @Tag("thorough")
    @Test
    void activate_checkInAnsweredLate_refusedBeforeASeatIsTaken() {
        activate_faultOnTheCheckIn_refusedBeforeASeatIsTaken("late");
    }

    @Tag("thorough")
    @Test
    void activate_everyAnswerLate_presentLicenseUntouched() {
        activate_faultOnEveryCall_presentLicenseUntouched("late");
    }

    @Tag("thorough")
    @Test
    void deactivate_releaseAnsweredLate_unlicensedAndDrainedLater() throws Throwable {
        deactivate_faultOnTheRelease_unlicensedAndDrainedLater("late");
    }

    /** An answer that is late would come long after the limit, and be a good one. */
    private void fault(String mode, String on) {
        if (UNANSWERED.contains(mode)) {
            limits.limit(on, SHORT);
        }
        sandbox.fault(mode, on);
    }

    private void assertNothingLeft(String key) throws Throwable {
        sandbox.noFaults();
        admin.get("/license").body("standing", equalTo("unlicensed"));
        drainLater();
        assertThat(sandbox.machines(key)).isEmpty();
    }

    private void drainLater() throws Throwable {
        sandbox.noFaults();
        installation.letServerPauseEnd();
        installation.letReleasesBeDue();
        VertxContextSupport.subscribeAndAwait(() -> releases.releaseDue(Deadline.after(Duration.ofSeconds(30))));
    }
}
