package com.optymyse.inspire.licensing.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.HeldLicense.Attempts;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import com.optymyse.inspire.licensing.testing.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A licensing server that asks for a pause is left alone for as long as it asks, by admins for a minute at most. */
@QuarkusTest
class BusyServerComponentTest extends LicensingTest {

    private static final String KEY = "DEMO-ENTERPRISE";
    private static final String BUSY = "licensing-server-busy";

    @Inject
    CurrentInstallation current;

    @Inject
    TestClock clock;

    @Inject
    BackgroundTasks tasks;

    @BeforeEach
    void licensed() {
        admin.activate(KEY).statusCode(200);
        sandbox.forgetCalls();
    }

    @AfterEach
    void byTheRealTime() {
        clock.reset();
        sandbox.reset();
    }

    @ParameterizedTest
    @CsvSource({"rate-limit, 25, 25", "rate-limit, 3600, 60", "rate-limit, , 60", "error, 25, 25", "error, 3600, 60"})
    void revalidate_serverAsksForAPause_isBusyAndToldWhenToTryAgain(String mode, String asked, int told) {
        busy(mode, asked);

        revalidate().header("Retry-After", equalTo(String.valueOf(told)));

        admin.get("/license").body("standing", equalTo("licensed")).body("revalidation.outcome", equalTo(BUSY));
    }

    /** It has not failed, so that no failure is counted and the time is its own. */
    @Test
    void revalidate_serverAsksForAPause_nextIsPlannedAfterIt() {
        Attempts before = attempts();
        busy("rate-limit", "25");

        revalidate();

        assertThat(attempts().failures()).isEqualTo(before.failures());
        assertThat(Duration.between(attempts().lastAt(), attempts().nextAt()))
                .isBetween(Duration.ofSeconds(25), Duration.ofSeconds(55));
    }

    @Test
    void adminsRequests_pauseUnderWay_areRefusedWithoutAskingTheServer() {
        busy("rate-limit", "25");
        revalidate();
        sandbox.noFaults();
        sandbox.forgetCalls();

        revalidate().header("Retry-After", Integer::parseInt, allOf(greaterThan(0), lessThanOrEqualTo(25)));
        admin.activate(KEY).statusCode(503).body("code", equalTo(BUSY));
        admin.post("/license/preview", Map.of("method", "online", "licenseKey", KEY))
                .statusCode(503)
                .body("code", equalTo(BUSY));

        assertThat(sandbox.calls()).isEmpty();
    }

    @Test
    void revalidate_aMinuteAfterALongPauseWasAskedFor_asksTheServer() {
        busy("rate-limit", "3600");
        revalidate();
        sandbox.noFaults();
        installation.letServerPausePass(Duration.ofSeconds(50));
        revalidate();

        installation.letServerPausePass(Duration.ofSeconds(10));

        admin.post("/license/revalidate").statusCode(200).body("revalidation.outcome", equalTo("good"));
    }

    @Test
    void revalidateDue_pauseUnderWay_asksOnlyWhenItIsOver() throws Throwable {
        busy("rate-limit", "3600");
        revalidate();
        sandbox.noFaults();
        sandbox.forgetCalls();
        installation.letServerPausePass(Duration.ofMinutes(59));
        clock.move(Duration.ofHours(1));
        run(tasks::revalidateDue);
        assertThat(sandbox.calls()).isEmpty();

        installation.letServerPausePass(Duration.ofMinutes(1));
        run(tasks::revalidateDue);

        assertThat(sandbox.calls()).containsExactly("validate", "check-out");
    }

    @Test
    void revalidateDue_aDayAskedFor_waitsAnHour() throws Throwable {
        busy("rate-limit", "86400");
        revalidate();
        sandbox.noFaults();
        installation.letServerPausePass(Duration.ofHours(1));
        clock.move(Duration.ofHours(1));

        run(tasks::revalidateDue);

        admin.get("/license").body("revalidation.outcome", equalTo("good"));
    }

    @Test
    void deactivate_pauseUnderWay_doneAtOnceAndTheSeatGivenBackAfterIt() throws Throwable {
        busy("rate-limit", "3600");
        revalidate();
        sandbox.noFaults();
        sandbox.forgetCalls();

        admin.post("/license/deactivate").statusCode(200).body("release", equalTo("pending"));
        installation.letReleasesBeDue();
        run(tasks::releaseDue);
        assertThat(sandbox.calls()).isEmpty();

        installation.letServerPausePass(Duration.ofHours(1));
        installation.letReleasesBeDue();
        run(tasks::releaseDue);

        assertThat(sandbox.machines(KEY)).isEmpty();
        admin.get("/license").body("installation.pendingReleases", empty());
    }

    @Test
    void deactivate_serverAsksForAPause_oneSeatIsTriedAndNoOther() {
        sandbox.fault("refuse", "delete");
        admin.post("/license/deactivate").statusCode(200);
        admin.activate("DEMO-STARTER").statusCode(200);
        sandbox.fault(Map.of("mode", "rate-limit", "on", "delete"));
        installation.letReleasesBeDue();
        sandbox.forgetCalls();

        admin.post("/license/deactivate").statusCode(200).body("installation.pendingReleases", hasSize(2));

        assertThat(sandbox.calls()).containsExactly("delete");
    }

    private void busy(String mode, String retryAfter) {
        Map<String, Object> fault = new HashMap<>(Map.of("mode", mode, "status", 503));
        fault.put("retryAfter", retryAfter);
        sandbox.fault(fault);
    }

    private ValidatableResponse revalidate() {
        return admin.post("/license/revalidate").statusCode(503).body("code", equalTo(BUSY));
    }

    private Attempts attempts() {
        return current.now().stored().license().held().attempts();
    }

    private static void run(Supplier<Uni<Void>> task) throws Throwable {
        VertxContextSupport.subscribeAndAwait(task);
    }
}
