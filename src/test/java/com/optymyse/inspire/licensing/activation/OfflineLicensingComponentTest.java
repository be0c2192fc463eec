package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A site without a connection: license files from the sandbox, and no call to it. */
@QuarkusTest
class OfflineLicensingComponentTest extends LicensingTest {

    private static final String KEY = "DEMO-ENTERPRISE";

    @Inject
    CurrentInstallation current;

    @Inject
    DataSource database;

    private String fingerprint;

    @BeforeEach
    void unlicensed() {
        fingerprint = admin.get("/license").extract().path("installation.fingerprint");
        sandbox.forgetCalls();
    }

    @ParameterizedTest
    @ValueSource(strings = {"machine", "license"})
    void activate_goodFile_everythingGrantedAndNobodyAsked(String kind) {
        admin.activate(KEY, file(kind, "none"))
                .statusCode(200)
                .body("standing", equalTo("licensed"))
                .body("license.validationMode", equalTo("offline"))
                .body("license.lastValidatedAt", nullValue())
                .body("entitlements.granted", everyItem(is(true)))
                .body("limits.maxDisplays", is(500))
                .body("revalidation", nullValue());

        admin.get("/entitlements").body("licensed", is(true));
        assertThat(sandbox.calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "tampered, license-file-not-genuine",
        "other-vendor-key, license-file-not-genuine",
        "other-fingerprint, license-file-not-opened",
        "wrong-key, license-file-not-opened",
        "other-product, license-file-other-product",
        "other-account, license-file-other-product",
        "expired, license-file-expired",
        "issued-in-future, clock-set-back",
        "license-expired, license-expired",
        "license-suspended, license-suspended",
        "truncated, license-file-malformed",
        "not-entitled, offline-not-entitled"
    })
    void activate_defectiveFile_ownCodeAndPresentLicenseUntouched(String defect, String code) {
        admin.activate(KEY, file("machine", "none")).statusCode(200);
        String before = admin.license();

        admin.activate(KEY, file("machine", defect)).statusCode(422).body("code", equalTo(code));
        admin.post(
                        "/license/preview",
                        Map.of("method", "offline", "licenseKey", KEY, "licenseFile", file("machine", defect)))
                .statusCode(422)
                .body("code", equalTo(code));

        assertThat(admin.license()).isEqualTo(before);
        assertThat(sandbox.calls()).isEmpty();
    }

    @Test
    void preview_licenseFile_saysWhenItEndsHere() {
        Instant before = Instant.now();
        String file = sandbox.file(
                KEY,
                Map.of("fingerprint", fingerprint, "ttl", Duration.ofDays(9).toSeconds()));

        String end = preview(file).statusCode(200).extract().path("fileEndsAt");

        assertThat(Instant.parse(end).minus(Duration.ofDays(9))).isBetween(before.minusSeconds(1), Instant.now());
        preview(sandbox.file(KEY, Map.of("fingerprint", fingerprint, "ttl", "")))
                .statusCode(200)
                .body("fileEndsAt", nullValue());
        admin.post("/license/preview", Map.of("method", "online", "licenseKey", KEY))
                .statusCode(200)
                .body("fileEndsAt", nullValue());
    }

    /** The vendor has limited nothing, so that this is what a key may do. */
    @Test
    void activate_fileMadeByTheKeyAlone_countsWithoutAnEnd() {
        String file = sandbox.holder(KEY).endlessFile(fingerprint);
        assertThat(sandbox.machines(KEY)).isEmpty();

        admin.activate(KEY, file)
                .statusCode(200)
                .body("standing", equalTo("licensed"))
                .body("license.certificateExpiresAt", nullValue());
    }

    private ValidatableResponse preview(String file) {
        return admin.post("/license/preview", Map.of("method", "offline", "licenseKey", KEY, "licenseFile", file));
    }

    /** What binds a machine file to its installation, a license file does not have. */
    @ParameterizedTest
    @CsvSource({
        "tampered, license-file-not-genuine",
        "other-vendor-key, license-file-not-genuine",
        "relabeled, license-file-not-genuine",
        "wrong-key, license-file-not-opened",
        "other-product, license-file-other-product",
        "other-account, license-file-other-product",
        "expired, license-file-expired",
        "issued-in-future, clock-set-back",
        "license-expired, license-expired",
        "license-suspended, license-suspended",
        "truncated, license-file-malformed",
        "not-entitled, offline-not-entitled"
    })
    void activate_defectiveLicenseFile_ownCode(String defect, String code) {
        admin.activate(KEY, file("license", defect)).statusCode(422).body("code", equalTo(code));

        admin.get("/license").body("standing", equalTo("unlicensed"));
    }

    /** Nothing tells then whether an old file with a clock set back is not just that. */
    @Test
    void activate_timesEditedInTheDatabase_refusedUntilTheServerHasAnswered() throws Throwable {
        admin.activate(KEY, file("machine", "none")).statusCode(200);
        edit("DELETE FROM license", "UPDATE installation SET signed_time = NULL, seen_time = NULL");

        admin.activate(KEY, file("machine", "none")).statusCode(422).body("code", equalTo("clock-set-back"));
        admin.get("/license").body("problems.code", hasItem("known-time-edited"));

        admin.activate(KEY).statusCode(200).body("problems", empty());
        admin.activate(KEY, file("machine", "none")).statusCode(200).body("license.validationMode", equalTo("offline"));
    }

    private void edit(String... statements) throws Throwable {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        VertxContextSupport.subscribeAndAwait(() -> current.reload());
    }

    @Test
    void activate_fileOfAnotherInstallation_namesThisOnesFingerprint() {
        admin.activate(KEY, file("machine", "other-fingerprint")).body("detail", containsString(fingerprint));
    }

    /** Downgraded from 500 displays to 5, and back by the file of before. */
    @Test
    void activate_fileFromBeforeADowngrade_refusedWhateverIsAcknowledged() {
        String before = file("machine", "none");
        sandbox.change(KEY, Map.of("metadata", Map.of("maxDisplays", 5)));
        admin.activate(KEY, file("machine", "none")).statusCode(200).body("limits.maxDisplays", is(5));

        accept(before).statusCode(422).body("code", equalTo("license-file-older"));
        admin.post("/license/deactivate").statusCode(200);
        accept(before).statusCode(422).body("code", equalTo("license-file-older"));
    }

    private ValidatableResponse accept(String older) {
        return admin.post(
                "/license/activate",
                Map.of("method", "offline", "licenseKey", KEY, "licenseFile", older, "acceptOlder", true));
    }

    @Test
    void activate_fileFromBeforeASuspension_refusedAlsoOnceDeactivatedUntilReinstated() {
        String before = file("machine", "none");
        admin.activate(KEY).statusCode(200);
        sandbox.act(KEY, "suspend");
        sandbox.moveClock(Duration.ofSeconds(2));
        admin.post("/license/revalidate").statusCode(200).body("standing", equalTo("restricted"));

        admin.activate(KEY, before)
                .statusCode(422)
                .body("code", equalTo("license-suspended"))
                .body("detail", containsString("after the license was reinstated"));
        admin.post("/license/deactivate").statusCode(200);
        admin.activate(KEY, before).statusCode(422).body("code", equalTo("license-suspended"));

        sandbox.act(KEY, "reinstate");
        admin.activate(KEY, file("machine", "none")).statusCode(200).body("standing", equalTo("licensed"));
    }

    @Test
    void activate_fileFromBeforeARefusedActivation_refusedToo() {
        String before = file("machine", "none");
        sandbox.act(KEY, "suspend");
        sandbox.moveClock(Duration.ofSeconds(2));
        admin.activate(KEY).statusCode(422).body("code", equalTo("license-suspended"));

        admin.activate(KEY, before).statusCode(422).body("code", equalTo("license-suspended"));

        sandbox.act(KEY, "reinstate");
        admin.activate(KEY).statusCode(200);
        admin.activate(KEY, before).statusCode(200).body("license.validationMode", equalTo("offline"));
    }

    /** As at a site that goes from online to offline with a file that was made before the last re-validation. */
    @Test
    void activate_olderFileThatGrantsNoMore_licensedAlsoWhenItIsReadAgain() throws Throwable {
        String older = file("machine", "none");
        admin.activate(KEY).statusCode(200);

        admin.activate(KEY, older)
                .statusCode(200)
                .body("standing", equalTo("licensed"))
                .body("license.validationMode", equalTo("offline"));

        VertxContextSupport.subscribeAndAwait(() -> current.reload());
        admin.get("/license").body("standing", equalTo("licensed")).body("problems", empty());
    }

    @Test
    void revalidate_offlineLicense_conflictThatSaysWhatToDo() {
        admin.activate(KEY, file("machine", "none")).statusCode(200);

        admin.post("/license/revalidate")
                .statusCode(409)
                .body("code", equalTo("offline-license"))
                .body("detail", containsString("newer file"));

        assertThat(sandbox.calls()).isEmpty();
    }

    @Test
    void deactivate_offlineLicense_saysThatSupportFreesTheSeat() {
        admin.activate(KEY, file("machine", "none")).statusCode(200);

        admin.post("/license/deactivate")
                .statusCode(200)
                .body("standing", equalTo("unlicensed"))
                .body("release", equalTo("not-possible"))
                .body("releaseDetail", containsString("support"))
                .body("installation.pendingReleases", empty());

        assertThat(sandbox.calls()).isEmpty();
    }

    @Test
    void activate_fileInPlaceOfAnotherOnlineLicense_itsSeatIsQueued() {
        admin.activate("DEMO-STARTER").statusCode(200);

        admin.activate(KEY, file("machine", "none"))
                .statusCode(200)
                .body("license.validationMode", equalTo("offline"))
                .body("installation.pendingReleases", hasSize(1));
    }

    @Test
    void preview_online_readsAndChangesNothing() {
        admin.activate("DEMO-STARTER").statusCode(200);
        sandbox.forgetCalls();
        String before = admin.license();

        admin.post("/license/preview", Map.of("method", "online", "licenseKey", KEY))
                .statusCode(200)
                .body("name.before", equalTo("Starter"))
                .body("name.after", equalTo("Enterprise"))
                .body("gained.code", hasItems("SSO_SAML"))
                .body("lost", empty())
                .body("limits.after.maxAgiles", is(-1));

        assertThat(sandbox.calls()).containsOnly("me", "entitlements");
        assertThat(admin.license()).isEqualTo(before);
    }

    private String file(String kind, String defect) {
        return sandbox.file(
                KEY,
                defect.equals("none")
                        ? Map.of("kind", kind, "fingerprint", fingerprint)
                        : Map.of("kind", kind, "fingerprint", fingerprint, "defect", defect));
    }
}
