package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.Held;
import com.optymyse.inspire.licensing.installation.InstallationStore;
import com.optymyse.inspire.licensing.testing.KnownTime;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import com.optymyse.inspire.licensing.testing.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A site without a connection, whose clocks were once far ahead: the license file that the vendor makes for it heals that. */
@QuarkusTest
class ClockChallengeComponentTest extends LicensingTest {

    private static final String KEY = "DEMO-ENTERPRISE";
    private static final Duration LEAD = Duration.ofDays(400);
    private static final Duration NEARLY = LEAD.minusHours(1);
    private static final Duration SOON = Duration.ofMinutes(5);

    @Inject
    InstallationStore store;

    @Inject
    KnownTime time;

    @Inject
    TestClock clock;

    @BeforeEach
    void unlicensedAndOnceAhead() throws Throwable {
        time.wasAheadBy(LEAD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"machine", "license"})
    void fileOrderedForTheChallenge_setsTheTimeOnEveryReplicaAndUsesTheChallengeUp(String kind) throws Throwable {
        CurrentInstallation replica = Held.current(store, clock);
        VertxContextSupport.subscribeAndAwait(replica::reload);
        assertThat(lead(replica)).isGreaterThan(NEARLY);
        String challenge = challenge();
        assertThat(challenge).matches("[A-HJ-NP-Z2-9]{16}");
        String file = file(kind, challenge);

        admin.activate(KEY, file)
                .statusCode(200)
                .body("standing", equalTo("licensed"))
                .body("installation.clockChallenge", nullValue())
                .body("problems", empty());

        VertxContextSupport.subscribeAndAwait(replica::reload);
        assertThat(lead(replica)).isLessThan(SOON);
        assertThat(time.lead()).isLessThan(SOON);

        time.wasAheadBy(LEAD);
        assertThat(challenge()).isNotEqualTo(challenge);
        admin.activate(KEY, file);
        assertThat(time.lead()).isGreaterThan(NEARLY);
    }

    @Test
    void fileOrderedWithoutTheChallenge_setsNothing() {
        admin.activate(KEY, sandbox.file(KEY, Map.of("fingerprint", fingerprint())))
                .statusCode(422)
                .body("code", equalTo("license-file-expired"));
        admin.activate(KEY, sandbox.holder(KEY).endlessFile(fingerprint())).statusCode(200);

        assertThat(time.lead()).isGreaterThan(NEARLY);
    }

    /** What an admin sends to the vendor. */
    @Test
    void doubtAboutTheTime_askedForInTheRequestForAFile() {
        admin.get("/license")
                .body("installation.fileRequest", containsString(challenge()))
                .body("problems.find { it.code == 'host-clock-behind' }.detail", containsString(challenge()));
    }

    private String file(String kind, String challenge) {
        Map<String, String> metadata = Map.of("clockChallenge", challenge);
        if (kind.equals("machine")) {
            return sandbox.holder(KEY).endlessFile(fingerprint(), metadata);
        }
        sandbox.change(KEY, Map.of("metadata", metadata));
        return sandbox.file(KEY, Map.of("kind", "license"));
    }

    private Duration lead(CurrentInstallation replica) {
        return Duration.between(clock.instant(), replica.effectiveTime());
    }

    private String challenge() {
        return admin.get("/license").extract().path("installation.clockChallenge");
    }

    private String fingerprint() {
        return admin.get("/license").extract().path("installation.fingerprint");
    }
}
