package com.optymyse.inspire.licensing.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody edits the database to be licensed for more: what is granted is asked as other services ask it. */
@QuarkusTest
class EditedLicenseComponentTest extends LicensingTest {

    private static final String KEEP = "CREATE TABLE kept AS TABLE license";
    private static final String FORGET = "DROP TABLE IF EXISTS kept";

    @Inject
    CurrentInstallation current;

    @Inject
    Database database;

    @AfterEach
    void forget() {
        database.execute(FORGET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE license SET verdict = 'good'",
                "UPDATE license SET mode = 'offline'",
                "UPDATE license SET mode = 'offline', verdict = 'good', verdict_at = NULL, machine_id = NULL",
                "UPDATE license SET verdict = 'good', verdict_at = now(), last_outcome = 'good'",
                "UPDATE installation SET signed_time = NULL, seen_time = NULL",
                "DELETE FROM known_license"
            })
    void suspended_rowEdited_grantsNothing(String edit) throws Throwable {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        sandbox.act("DEMO-ENTERPRISE", "suspend");
        admin.post("/license/revalidate").statusCode(200);

        edit(edit);

        assertGrantsNothing();
    }

    /** The row from before the suspension, whole. */
    @Test
    void suspended_earlierRowPutBack_grantsNothing() throws Throwable {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        database.execute(KEEP);
        sandbox.act("DEMO-ENTERPRISE", "suspend");
        admin.post("/license/revalidate").statusCode(200);

        edit("DELETE FROM license", "INSERT INTO license TABLE kept");

        assertGrantsNothing();
    }

    /** Limits and expiry stand in the certificate alone, so an earlier certificate is the way to earlier limits. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE license SET certificate = (SELECT certificate FROM kept)",
                "UPDATE license SET certificate = (SELECT certificate FROM kept), license_key = (SELECT license_key FROM kept)",
                "UPDATE license SET verdict_at = (SELECT verdict_at FROM kept), certificate = (SELECT certificate FROM kept), "
                        + "license_key = (SELECT license_key FROM kept)"
            })
    void limitsLowered_olderCertificatePutBack_grantsNothing(String edit) throws Throwable {
        admin.activate("DEMO-ENTERPRISE").statusCode(200).body("limits.maxDisplays", is(500));
        database.execute(KEEP);
        sandbox.change("DEMO-ENTERPRISE", Map.of("metadata", Map.of("maxDisplays", 7)));
        admin.post("/license/revalidate").statusCode(200).body("limits.maxDisplays", is(7));

        edit(edit);

        assertGrantsNothing();
    }

    /** Another installation with the same secret has a better license. */
    @Test
    void licenseOfAnotherInstallation_putInPlaceOfOwn_grantsNothing() throws Throwable {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        database.execute(KEEP);
        installation.begin();
        admin.activate("DEMO-STARTER").statusCode(200).body("limits.maxDisplays", is(10));

        edit(
                "DELETE FROM license",
                "UPDATE kept SET installation_id = (SELECT id FROM installation)",
                "INSERT INTO license TABLE kept");

        assertGrantsNothing();
    }

    @Test
    void certificateOfAnotherInstallation_putInPlaceOfOwn_grantsNothing() throws Throwable {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        database.execute(KEEP);
        installation.begin();
        admin.activate("DEMO-STARTER").statusCode(200);

        edit("UPDATE license SET certificate = (SELECT certificate FROM kept)");

        assertGrantsNothing();
    }

    @Test
    void fingerprint_edited_grantsNothing() throws Throwable {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);

        edit("UPDATE installation SET fingerprint = 'another-installation'");

        assertGrantsNothing();
    }

    /** Otherwise a license file from before the suspension would count again. */
    @Test
    void rowEditedAndLicenseSuspended_activatedAgain_verdictIsKeptAndTheRowStaysAsItWas() throws Throwable {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        edit("UPDATE license SET machine_id = 'another'");
        sandbox.act("DEMO-ENTERPRISE", "suspend");

        admin.activate("DEMO-ENTERPRISE").statusCode(422).body("code", equalTo("license-suspended"));

        assertThat(database.query("SELECT verdict FROM known_license")).containsExactly("suspended");
        assertThat(database.query("SELECT machine_id FROM license")).containsExactly("another");
        assertGrantsNothing();
    }

    /** The plan for asking again is nobody's grant: to put it off brings no more than a server that is away. */
    @Test
    void nextAttempt_edited_grantsWhatTheCertificateDoes() throws Throwable {
        admin.activate("DEMO-STARTER").statusCode(200);

        edit("UPDATE license SET next_attempt_at = now() + INTERVAL '100 years'");

        admin.get("/limits").body("maxDisplays", is(10));
        assertThat(current.now().licensing().until()).isNotNull();
    }

    private void edit(String... statements) throws Throwable {
        database.execute(statements);
        VertxContextSupport.subscribeAndAwait(current::reload);
    }

    private void assertGrantsNothing() {
        admin.get("/entitlements")
                .statusCode(200)
                .body("licensed", is(false))
                .body("standing", equalTo("restricted"))
                .body("entitlements.granted", everyItem(is(false)))
                .body("limits.maxDisplays", is(0));
    }
}
