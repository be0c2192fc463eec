package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.testing.Api;
import com.optymyse.inspire.licensing.testing.FreshInstallation;
import com.optymyse.inspire.licensing.testing.Metrics;
import com.optymyse.inspire.licensing.testing.PostgresTestResource;
import com.optymyse.inspire.licensing.testing.SandboxControl;
import com.optymyse.inspire.licensing.testing.SandboxTestResource;
import com.optymyse.inspire.licensing.testing.SavedTables;
import com.optymyse.inspire.licensing.testing.TestClock;
import com.optymyse.inspire.licensing.testing.TestFingerprint;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One seat at the licensing server, and two databases whose installations both have it. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SandboxTestResource.class)
class SeatSharedComponentTest {

    private static final String KEY = "DEMO-STARTER";
    private static final Duration DAY = Duration.ofDays(1);

    /** As the alert SeatShared has it. */
    private static final String METRIC = "licensing_seat_shared";

    SandboxControl sandbox;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Inject
    FreshInstallation installation;

    @Inject
    CurrentInstallation current;

    @Inject
    TestClock clock;

    @Inject
    TestFingerprint fingerprint;

    @Inject
    DataSource database;

    private Duration elapsed = Duration.ZERO;

    @BeforeEach
    void begin() {
        sandbox.reset();
    }

    /** Only a fresh signed response sets back what the service has seen of the server's time. */
    @AfterEach
    void byTheRealTime() {
        sandbox.reset();
        installation.begin();
        api().activate(KEY).statusCode(200);
    }

    @Test
    void sameFingerprintInTwoDatabases_bothSaySoAfterThreeDaysAndNobodyIsRestricted() throws Throwable {
        List<SavedTables> databases = new ArrayList<>(List.of(activated()));
        passes(Duration.ofMinutes(10));
        databases.add(activated());
        assertThat(sandbox.machines(KEY)).hasSize(1);

        for (int day = 0; day < 3; day++) {
            passes(DAY.minusHours(1));
            for (int one = 0; one < 2; one++) {
                passes(Duration.ofMinutes(30));
                databases.set(one, revalidated(databases.get(one)));
            }
        }

        for (SavedTables one : databases) {
            serve(one);
            assertThat(Metrics.value(metrics, METRIC)).isEqualTo(1);
            api().get("/license").body("problems.code", hasItem("seat-shared")).body("standing", equalTo("licensed"));
            api().get("/license/history")
                    .body("entries.findAll { it.action == 'seat-shared' }.size()", equalTo(1))
                    .body("entries.find { it.action == 'seat-shared' }.code", equalTo("seat-shared"));
        }

        // It goes by itself when nobody else is there any more.
        for (int time = 0; time < 6; time++) {
            passes(DAY.multipliedBy(10).plusHours(1));
            api().post("/license/revalidate").statusCode(200);
        }
        api().get("/license").body("problems.code", not(hasItem("seat-shared"))).body("standing", equalTo("licensed"));
        assertThat(Metrics.value(metrics, METRIC)).isZero();
    }

    /** The server has done what it was asked for, and what it answers is lost on the way. */
    @Tag("thorough")
    @Test
    void oneDatabase_withAnswersThatDoNotCountEachDay_saysNothing() throws Throwable {
        activated();

        for (int day = 0; day < 4; day++) {
            passes(DAY);
            sandbox.fault("tampered", "check-out");
            api().post("/license/revalidate").statusCode(502);
            sandbox.noFaults();
            passes(Duration.ofMinutes(1));
            api().post("/license/revalidate").statusCode(200);
        }

        assertThat(current.now().stored().anomalies().others()).isEmpty();
    }

    private SavedTables activated() throws Exception {
        installation.begin();
        fingerprint.configure("the-only-one");
        passes(Duration.ZERO);
        api().activate(KEY).statusCode(200);
        return SavedTables.of(database);
    }

    private SavedTables revalidated(SavedTables one) throws Throwable {
        serve(one);
        ValidatableResponse answer = api().post("/license/revalidate");
        answer.statusCode(200);
        return SavedTables.of(database);
    }

    /** The service is led to another database. */
    private void serve(SavedTables one) throws Throwable {
        one.putBack(database);
        VertxContextSupport.subscribeAndAwait(current::reload);
    }

    private void passes(Duration time) {
        elapsed = elapsed.plus(time);
        clock.move(elapsed);
        sandbox.moveClock(elapsed);
    }

    private Api api() {
        return new Api(sandbox.token("Admin"));
    }
}
