package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.audit.AuditEntry.Action;
import com.optymyse.inspire.licensing.audit.Caller;
import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.certificate.CertificateVerifier;
import com.optymyse.inspire.licensing.installation.Change;
import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.HeldLicense;
import com.optymyse.inspire.licensing.installation.HeldLicense.Attempts;
import com.optymyse.inspire.licensing.installation.LicenseState;
import com.optymyse.inspire.licensing.installation.StoredInstallation;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.ValidationMode;
import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.testing.Api;
import com.optymyse.inspire.licensing.testing.FreshInstallation;
import com.optymyse.inspire.licensing.testing.OtherSettings;
import com.optymyse.inspire.licensing.testing.SandboxControl;
import com.optymyse.inspire.licensing.testing.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Somebody makes license files with the license key alone: a machine is created, checked out without an end and deleted, as often
 * as they like. The vendor has set both limits.
 */
@QuarkusTest
@TestProfile(OtherSettings.class)
@Tag("thorough")
class VendorLimitsComponentTest {

    private static final String KEY = "DEMO-ENTERPRISE";

    SandboxControl sandbox;

    @Inject
    FreshInstallation installation;

    @Inject
    CurrentInstallation current;

    @Inject
    CertificateVerifier verifier;

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

    @Test
    void filesMadeByTheKeyAlone_ofInstallationsThatAreNotListed_refused() {
        for (int site = 0; site < 3; site++) {
            installation.begin();
            String file = sandbox.holder(KEY).endlessFile(fingerprint());
            assertThat(sandbox.machines(KEY)).isEmpty();

            preview(file).statusCode(422).body("code", equalTo("offline-not-listed"));
            admin.activate(KEY, file)
                    .statusCode(422)
                    .body("code", equalTo("offline-not-listed"))
                    .body("detail", containsString(fingerprint()));
            admin.get("/license").body("standing", equalTo("unlicensed"));
        }
    }

    @Test
    void fileMadeByTheKeyAlone_ofAnInstallationThatIsListed_endsByTheVendorsLimit() {
        sandbox.change(KEY, Map.of("metadata", Map.of("maxDisplays", 500, "offlineFingerprints", fingerprint())));
        String file = sandbox.holder(KEY).endlessFile(fingerprint());
        Instant end = verified(file).issuedAt().plus(OtherSettings.LONGEST_FILE);

        preview(file).statusCode(200).body("fileEndsAt", equalTo(end.toString()));
        admin.activate(KEY, file)
                .statusCode(200)
                .body("standing", equalTo("licensed"))
                .body("license.certificateExpiresAt", equalTo(end.toString()))
                .body("until", equalTo(end.toString()))
                .body("forecast[0].at", equalTo(end.toString()))
                .body("forecast[0].reason", equalTo("certificate-ended"));

        clock.move(OtherSettings.LONGEST_FILE.plus(Duration.ofMinutes(1)));

        admin.get("/license").body("standing", equalTo("restricted")).body("reason", equalTo("certificate-ended"));
        admin.activate(KEY, file).statusCode(422).body("code", equalTo("license-file-expired"));
    }

    /** By a package in which the vendor had set nothing. */
    @Test
    void fileActivatedBeforeTheVendorSetThem_countsAsBefore() throws Throwable {
        Certificate certificate = verified(sandbox.holder(KEY).endlessFile(fingerprint()));
        HeldLicense held = new HeldLicense(
                new LicenseKey(KEY),
                certificate.text(),
                ValidationMode.OFFLINE,
                certificate.machineId(),
                clock.instant(),
                new Verdict.Good(),
                null,
                Attempts.NEVER);
        StoredInstallation before = current.now().stored();
        AuditEntry audit = AuditEntry.succeeded(
                clock.instant(),
                Caller.named("admin"),
                Action.ACTIVATE,
                "A license was activated with a license file.");

        VertxContextSupport.subscribeAndAwait(() -> current.commit(new Change(
                before,
                null,
                new LicenseState.Proven(held, certificate),
                before.marks().afterCertificate(certificate),
                before.known().holding(certificate),
                List.of(),
                audit)));
        clock.move(OtherSettings.LONGEST_FILE.multipliedBy(10));

        admin.get("/license")
                .body("standing", equalTo("licensed"))
                .body("license.certificateExpiresAt", nullValue())
                .body("until", nullValue())
                .body("forecast", empty());
    }

    private ValidatableResponse preview(String file) {
        return admin.post("/license/preview", Map.of("method", "offline", "licenseKey", KEY, "licenseFile", file));
    }

    private Certificate verified(String file) {
        return verifier.verify(file, new LicenseKey(KEY), fingerprint());
    }

    private String fingerprint() {
        return admin.get("/license").extract().path("installation.fingerprint");
    }
}
