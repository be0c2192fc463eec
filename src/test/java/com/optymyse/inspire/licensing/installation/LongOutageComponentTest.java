package com.optymyse.inspire.licensing.installation;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.certificate.CertificateVerifier;
import com.optymyse.inspire.licensing.license.Standing;
import com.optymyse.inspire.licensing.testing.Api;
import com.optymyse.inspire.licensing.testing.FreshInstallation;
import com.optymyse.inspire.licensing.testing.PostgresTestResource;
import com.optymyse.inspire.licensing.testing.SandboxControl;
import com.optymyse.inspire.licensing.testing.SandboxTestResource;
import com.optymyse.inspire.licensing.testing.TestClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The licensing server is away for days, and replicas start anew meanwhile. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SandboxTestResource.class)
class LongOutageComponentTest {

    private static final Duration SET_BACK = Duration.ofDays(-30);

    SandboxControl sandbox;

    @Inject
    FreshInstallation installation;

    @Inject
    CurrentInstallation current;

    @Inject
    InstallationStore store;

    @Inject
    CertificateVerifier verifier;

    @Inject
    GraceConfig grace;

    @Inject
    InstallationConfig config;

    @Inject
    TestClock clock;

    private Api admin;

    @BeforeEach
    void unlicensed() {
        sandbox.reset();
        installation.begin();
        admin = new Api(sandbox.token("Admin"));
    }

    @AfterEach
    void byTheRealTime() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void serverAway_graceThenRestrictedThenLicensedAgain(boolean setBackInBetween) throws Throwable {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        assertEverywhere(Standing.LICENSED);
        sandbox.fault("refuse", "");

        for (int day = 1; day <= 16; day++) {
            if (setBackInBetween) {
                clock.move(Duration.ofDays(day).plus(SET_BACK));
                admin.post("/license/revalidate").statusCode(503);
                assertThat(startedNow().licensing().standing().licensed() || day > 14)
                        .as("a clock set back takes nothing away on day %s", day)
                        .isTrue();
            }
            clock.move(Duration.ofDays(day).plusHours(1));
            admin.post("/license/revalidate").statusCode(503);
            assertEverywhere(expected(day));
        }

        sandbox.moveClock(Duration.ofDays(16).plusHours(1));
        sandbox.noFaults();
        admin.post("/license/revalidate").statusCode(200);
        assertEverywhere(Standing.LICENSED);
    }

    private static Standing expected(int day) {
        if (day < 2) {
            return Standing.LICENSED;
        }
        return day < 14 ? Standing.GRACE : Standing.RESTRICTED;
    }

    /** What runs and what starts now say the same. */
    private void assertEverywhere(Standing expected) throws Throwable {
        assertThat(current.now().licensing().standing()).isEqualTo(expected);
        assertThat(startedNow().licensing().standing()).isEqualTo(expected);
    }

    /** What a replica knows that starts at this moment. */
    private Snapshot startedNow() throws Throwable {
        CurrentInstallation fresh = new CurrentInstallation(store, verifier, grace, config, clock, System::nanoTime);
        VertxContextSupport.subscribeAndAwait(fresh::reload);
        return fresh.now();
    }
}
