package com.optymyse.inspire.licensing.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.optymyse.inspire.licensing.license.Standing;
import com.optymyse.inspire.licensing.testing.Api;
import com.optymyse.inspire.licensing.testing.FreshInstallation;
import com.optymyse.inspire.licensing.testing.PostgresTestResource;
import com.optymyse.inspire.licensing.testing.Restart;
import com.optymyse.inspire.licensing.testing.SandboxControl;
import com.optymyse.inspire.licensing.testing.SandboxTestResource;
import com.optymyse.inspire.licensing.testing.TestClock;
import com.optymyse.inspire.licensing.testing.TestMonotonicClock;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The licensing server is away for days, and the service starts anew each day. The resource has an argument so that the
 * application is this test's own, which it restarts.
 */
@QuarkusTest
@Tag("thorough")
@WithTestResource(
        value = PostgresTestResource.class,
        initArgs = @ResourceArg(name = "for", value = "LongOutageComponentTest"))
@WithTestResource(SandboxTestResource.class)
class LongOutageComponentTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SET_BACK = Duration.ofDays(30);

    SandboxControl sandbox;

    @Inject
    FreshInstallation installation;

    @Inject
    CurrentInstallation current;

    @Inject
    ClockWatch clockWatch;

    @Inject
    TestClock clock;

    @Inject
    TestMonotonicClock monotonic;

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

    /** @param from the day from which on the host's clock is 30 days behind */
    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, 1, 7})
    void serverAway_graceThenRestrictedThenLicensedAgain(int from) throws Throwable {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        Instant end = Objects.requireNonNull(current.now().licensing().fallsAt());
        sandbox.fault("refuse", "");
        monotonic.pass(HOUR);

        for (int day = 1; day <= 16; day++) {
            monotonic.pass(DAY);
            clock.move(DAY.multipliedBy(day).plus(HOUR).minus(day >= from ? SET_BACK : Duration.ZERO));
            VertxContextSupport.subscribeAndAwait(clockWatch::watch);
            assertStanding(expected(day), end);
            restart();
            assertStanding(expected(day), end);
            admin.post("/license/revalidate").statusCode(503);
            assertStanding(expected(day), end);
        }

        sandbox.moveClock(DAY.multipliedBy(16).plus(HOUR));
        sandbox.noFaults();
        admin.post("/license/revalidate").statusCode(200).body("standing", equalTo("licensed"));
        restart();
        admin.get("/license").body("standing", equalTo("licensed"));
        assertThat(current.now().licensing().fallsAt()).isAfter(end.plus(DAY));
    }

    private static Standing expected(int day) {
        if (day < 2) {
            return Standing.LICENSED;
        }
        return day < 14 ? Standing.GRACE : Standing.RESTRICTED;
    }

    /** The grace ends at one and the same moment, whatever the clock says; once it is over, nothing is left to fall. */
    private void assertStanding(Standing expected, Instant end) {
        Licensing licensing = current.now().licensing();
        assertThat(licensing.standing()).isEqualTo(expected);
        assertThat(licensing.fallsAt()).isEqualTo(expected.licensed() ? end : null);
    }

    private void restart() throws Throwable {
        Restart.forgetEverything();
        assertThat(current.isLoaded()).isFalse();
        VertxContextSupport.subscribeAndAwait(current::reload);
    }
}
