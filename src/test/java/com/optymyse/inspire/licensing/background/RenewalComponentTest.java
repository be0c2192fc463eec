package com.optymyse.inspire.licensing.background;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.license.Standing;
import com.optymyse.inspire.licensing.testing.Api;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import com.optymyse.inspire.licensing.testing.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A license comes to its end while the background looks now and then, as it does by itself. */
@QuarkusTest
class RenewalComponentTest extends LicensingTest {

    private static final Duration TERM = Duration.ofHours(30);
    private static final Duration LOOK = Duration.ofMinutes(5);
    private static final Duration AFTERWARDS = Duration.ofHours(2);

    @Inject
    CurrentInstallation current;

    @Inject
    TestClock clock;

    @Inject
    BackgroundTasks tasks;

    @BeforeEach
    void licensedForAWhile() {
        sandbox.change(
                "DEMO-STARTER", Map.of("expiry", clock.instant().plus(TERM).toString()));
        new Api(sandbox.token("Admin")).activate("DEMO-STARTER").statusCode(200);
    }

    @AfterEach
    void byTheRealTime() {
        clock.reset();
    }

    @Test
    void renewedAnHourBeforeItsEnd_noGap() throws Throwable {
        letTimePass(Duration.ZERO, TERM.minusHours(1), Standing.LICENSED);

        sandbox.act("DEMO-STARTER", "renew");

        letTimePass(TERM.minusHours(1), TERM.plus(AFTERWARDS), Standing.LICENSED);
    }

    @Test
    void notRenewed_restrictedFromItsEnd() throws Throwable {
        letTimePass(Duration.ZERO, TERM.minus(LOOK), Standing.LICENSED);

        letTimePass(TERM.plus(LOOK), TERM.plus(AFTERWARDS), Standing.RESTRICTED);
    }

    /** At every look, before and after what the background does then. */
    private void letTimePass(Duration from, Duration to, Standing expected) throws Throwable {
        for (Duration elapsed = from; elapsed.compareTo(to) < 0; elapsed = elapsed.plus(LOOK)) {
            clock.move(elapsed);
            sandbox.moveClock(elapsed);
            assertStanding(expected, elapsed);
            VertxContextSupport.subscribeAndAwait(tasks::revalidateDue);
            assertStanding(expected, elapsed);
        }
    }

    private void assertStanding(Standing expected, Duration elapsed) {
        assertThat(current.now().licensing().standing()).as("after %s", elapsed).isEqualTo(expected);
    }
}
