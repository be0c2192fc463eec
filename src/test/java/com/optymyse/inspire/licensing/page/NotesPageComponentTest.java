package com.optymyse.inspire.licensing.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.testing.SavedTables;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What there is to look at about a license, each with a link to what to do about it. */
@QuarkusTest
@TestProfile(PageProfile.class)
class NotesPageComponentTest extends PageTest {

    @Inject
    DataSource database;

    @Inject
    CurrentInstallation current;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit-missing | field | maxDisplays | The license does not set “Max Displays”, so this limit is 0.",
                "certificate-not-renewed | endsAt | 2026-11-23T10:00:05Z | The license is valid here until Nov 23, 2026, 11:00 AM GMT+1.",
                "host-clock-behind | hostTime | 2026-11-23T10:00:05Z | shows Nov 23, 2026, 11:00 AM GMT+1, but"
            })
    void note_ofTheLicense_saidByItsCodeWithItsPage(String code, String name, String value, String says) {
        wire.change(Wire.LICENSE, license -> note(license, code, name, value));

        openStatus();

        says(says);
        Locator page = this.page.locator("il-status-tab a[hreflang]");
        assertThat(page).hasText("What to do about " + code);
        assertThat(page).hasAttribute("href", service + "problems/" + code);
    }

    @Tag("thorough")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit-invalid | field | aiCreditsPerMonth | The license sets “AI Credits / mo” to an invalid value",
                "grace-period-invalid | field | gracePeriodDays | so there is no grace period.",
                "entitlement-code-similar | codes | mfa is not MFA | They grant nothing: mfa is not MFA.",
                "entitlement-code-ambiguous | codes | token at /entitlements?code=token | Programs read them at these addresses: token at /entitlements?code=token.",
                "refused-by-server | serverCode | TOO_MANY_CORES | refuses this license with the code TOO_MANY_CORES.",
                "refused-by-server | checkInCode | NAME_TOO_LONG | It did not accept the check-in (NAME_TOO_LONG).",
                "certificate-older | issuedAt | 2026-11-23T10:00:05Z | was issued on Nov 23, 2026, 11:00 AM GMT+1.",
                "stored-license-edited | x | y | Another program changed the stored license in the database.",
                "known-time-edited | x | y | Another program changed the stored time in the database.",
                "host-clock-differs | serverTime | 2026-11-23T10:00:05Z | showed Nov 23, 2026, 11:00 AM GMT+1.",
                "database-clock-differs | databaseTime | 2026-11-23T10:00:05Z | showed Nov 23, 2026, 11:00 AM GMT+1.",
                "fingerprint-differs | inUse | abc | but this installation is known as abc.",
                "state-not-current | since | 2026-11-23T10:00:05Z | since Nov 23, 2026, 11:00 AM GMT+1.",
                "time-not-stored | storedTime | 2026-11-23T10:00:05Z | in the database since Nov 23, 2026, 11:00 AM GMT+1.",
                "state-rolled-back | seenAt | 2026-11-23T10:00:05Z | On Nov 23, 2026, 11:00 AM GMT+1",
                "seat-shared | lastAt | 2026-11-23T10:00:05Z | last on Nov 23, 2026, 11:00 AM GMT+1.",
                "of-a-newer-version | x | y | It was so at Nov 23, 2026, 11:00 AM GMT+1."
            })
    void anotherNote_ofTheLicense_saidByItsCodeWithItsPage(String code, String name, String value, String says) {
        note_ofTheLicense_saidByItsCodeWithItsPage(code, name, value, says);
    }

    @Test
    void note_ofAPreview_saidByItsCodeWithItsPage() {
        wire.change(Wire.PREVIEW, preview -> note(preview, "limit-missing", "field", "maxAgiles"));
        admin.activate("DEMO-STARTER");
        openActivation();
        field("License key").fill(KEY);

        click("Activate License");

        says("The license does not set “Max Agiles”, so this limit is 0.");
        assertThat(page.locator("il-preview-dialog a")).hasAttribute("href", service + "problems/limit-missing");
    }

    @Test
    void olderState_confirmedByTheAdmin_saidAndGone() throws Throwable {
        admin.activate(KEY);
        SavedTables backup = SavedTables.of(database);
        admin.post("/license/revalidate").statusCode(200);
        backup.putBack(database);
        VertxContextSupport.subscribeAndAwait(current::reload);
        openStatus();
        says("the database had an older state than before");

        click("Confirm the older state");

        says("The older state was confirmed.");
        assertThat(button("Confirm the older state")).hasCount(0);
    }

    private static void note(ObjectNode answer, String code, String name, String value) {
        answer.putArray("problems")
                .addObject()
                .put("code", code)
                .put("detail", "It was so at 2026-11-23T10:00:05Z.")
                .putObject("values")
                .put(name, value);
    }
}
