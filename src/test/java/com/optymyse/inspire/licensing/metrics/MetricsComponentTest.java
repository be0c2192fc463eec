package com.optymyse.inspire.licensing.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.audit.AuditVerification;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import com.optymyse.inspire.licensing.testing.Metrics;
import com.optymyse.inspire.licensing.testing.TestClock;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MetricsComponentTest extends LicensingTest {

    private static final String QUEUED = "licensing_pending_releases{state=\"queued\"}";
    private static final String BLOCKED = "licensing_pending_releases{state=\"blocked\"}";
    private static final String LEFT_ALONE = "licensing_pending_releases{state=\"unknown\"}";
    private static final String AGE = "licensing_pending_release_age_seconds";
    private static final double HOUR = 3_600;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Inject
    AuditVerification watch;

    @Inject
    TestClock clock;

    @AfterEach
    void byTheRealTime() {
        clock.reset();
    }

    @Test
    void pendingReleases_none_zero() {
        assertThat(metric(QUEUED)).isZero();
        assertThat(metric(BLOCKED)).isZero();
        assertThat(metric(LEFT_ALONE)).isZero();
        assertThat(metric(AGE)).isZero();
    }

    @Test
    void pendingReleases_serverAway_countedAndGrowingOlder() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        sandbox.fault("refuse", "");
        admin.post("/license/deactivate").statusCode(200);

        clock.move(Duration.ofHours(2));

        assertThat(metric(QUEUED)).isEqualTo(1);
        assertThat(metric(BLOCKED)).isZero();
        assertThat(metric(AGE)).isBetween(2 * HOUR, 3 * HOUR);
    }

    @Test
    void pendingReleases_refusedByTheServer_countedAsBlocked() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        sandbox.act("DEMO-ENTERPRISE", "suspend");
        admin.post("/license/deactivate").statusCode(200);

        assertThat(metric(QUEUED)).isZero();
        assertThat(metric(BLOCKED)).isEqualTo(1);
    }

    @Test
    void auditTrail_verified_soundAndItsNewestEntry() throws Throwable {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        admin.activate("DEMO-EXPIRED").statusCode(422);

        VertxContextSupport.subscribeAndAwait(watch::verify);

        assertThat(metric("licensing_audit_trail_sound")).isEqualTo(1);
        assertThat(metric("licensing_audit_trail_newest")).isEqualTo(2);
    }

    private double metric(String name) {
        return Metrics.value(metrics, name);
    }
}
