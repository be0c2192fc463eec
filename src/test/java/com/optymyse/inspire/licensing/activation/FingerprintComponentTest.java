package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.optymyse.inspire.licensing.testing.LicensingTest;
import com.optymyse.inspire.licensing.testing.TestFingerprint;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody configures another fingerprint than the one under which the installation is known. */
@QuarkusTest
class FingerprintComponentTest extends LicensingTest {

    private static final String RENAMED = "renamed:site-1";

    @Inject
    TestFingerprint configuration;

    private String first;

    @BeforeEach
    void unlicensed() {
        first = admin.get("/license").extract().path("installation.fingerprint");
    }

    @AfterEach
    void asItWas() {
        configuration.reset();
    }

    @Test
    void status_otherFingerprintConfigured_reportedAndNotYetUsed() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200).body("problems", empty());

        configuration.configure(RENAMED);

        admin.get("/license")
                .body("installation.fingerprint", equalTo(first))
                .body("standing", equalTo("licensed"))
                .body("problems.values.configured", hasItem(RENAMED));
    }

    @Test
    void revalidate_otherFingerprintConfigured_asksForTheOneInUse() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        configuration.configure(RENAMED);

        admin.post("/license/revalidate")
                .statusCode(200)
                .body("standing", equalTo("licensed"))
                .body("installation.fingerprint", equalTo(first));
    }

    @Test
    void activate_online_takesTheConfiguredFingerprintAndReleasesTheOldSeat() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        List<String> oldSeat = sandbox.machines("DEMO-ENTERPRISE");
        configuration.configure(RENAMED);

        admin.activate("DEMO-ENTERPRISE")
                .statusCode(200)
                .body("standing", equalTo("licensed"))
                .body("installation.fingerprint", equalTo(RENAMED))
                .body("installation.pendingReleases", empty())
                .body("problems", empty());

        assertThat(sandbox.machines("DEMO-ENTERPRISE")).hasSize(1).doesNotContainAnyElementsOf(oldSeat);
        admin.get("/license").body("licensed", is(true)).body("installation.fingerprint", equalTo(RENAMED));
    }

    @Test
    void activate_online_refused_keepsTheFingerprintInUse() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        configuration.configure(RENAMED);

        admin.activate("DEMO-SUSPENDED").statusCode(422);

        admin.get("/license").body("standing", equalTo("licensed")).body("installation.fingerprint", equalTo(first));
    }

    @Test
    void activate_offline_takesFilesForTheConfiguredFingerprintAlone() {
        configuration.configure(RENAMED);

        admin.activate("DEMO-ENTERPRISE", file(first)).statusCode(422).body("detail", containsString(RENAMED));
        admin.get("/license").body("installation.fingerprint", not(equalTo(RENAMED)));

        admin.post(
                        "/license/preview",
                        Map.of("method", "offline", "licenseKey", "DEMO-ENTERPRISE", "licenseFile", file(RENAMED)))
                .statusCode(200);
        admin.activate("DEMO-ENTERPRISE", file(RENAMED))
                .statusCode(200)
                .body("installation.fingerprint", equalTo(RENAMED))
                .body("problems", empty());
    }

    private String file(String fingerprint) {
        return sandbox.file("DEMO-ENTERPRISE", Map.of("kind", "machine", "fingerprint", fingerprint));
    }
}
