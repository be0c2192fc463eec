package com.optymyse.inspire.licensing.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The product page's sections License Status, Re-validating a License and what an admin sees in trouble. */
@QuarkusTest
@TestProfile(PageProfile.class)
class StatusPageComponentTest extends PageTest {

    @Test
    void status_nothingActivated_saysSoAndLeadsToTheActivation() {
        openStatus();

        assertThat(heading("This installation is not licensed")).isVisible();
        says(
                "Moved to a new server? If possible, deactivate the license on the old server first. Then activate it here.");
        assertThat(button("Deactivate")).hasCount(0);
        click("Activate a license");
        assertThat(heading("Activate a license")).isVisible();
    }

    @Test
    void status_licensed_everyDetailIsThere() {
        admin.activate(KEY);

        openStatus();

        saysLicensed();
        assertThat(page.locator("il-status-tab h2").filter(new Locator.FilterOptions().setVisible(true)))
                .hasText(new String[] {
                    "This installation is licensed",
                    "License Details",
                    "What happens next",
                    "This installation",
                    "License Limits",
                    "Entitlements",
                    "History"
                });
        shows(row("Name"), "Enterprise");
        shows(row("Status"), "Active");
        shows(row("Validation Mode"), "Online");
        shows(row("Expires"), "Never");
        shows(row("Certificate ends"), "in 13 days");
        shows(row("Last Validated"), "just now");
        shows(row("Last Validated"), "GMT+1");
        shows(row("Last attempt"), "just now");
        shows(row("Last attempt"), "succeeded");
    }

    @Tag("thorough")
    @Test
    void status_licenseThatEnds_dayBeforeTheDistance() {
        admin.activate("DEMO-STARTER");

        openStatus();

        assertThat(row("Expires").locator("td"))
                .hasText(Pattern.compile("^\\s*[A-Z][a-z]{2} \\d+, \\d{4}, [^\\n]+\\s+in 11 months\\s*$"));
    }

    @Tag("thorough")
    @Test
    void limits_licensed_threeCards() {
        admin.activate(KEY);

        openStatus();

        assertThat(page.locator("il-limit-cards .card")).hasText(new Pattern[] {
            Pattern.compile("Max Displays\\s+500\\s+Total display endpoints allowed"),
            Pattern.compile("Max Agiles\\s+Unlimited\\s+Total agile/dashboard endpoints allowed"),
            Pattern.compile("AI Credits / mo\\s+10,000\\s+Monthly AI credit allocation")
        });
    }

    @Test
    void entitlements_starter_eachWithItsFeatureAndWhetherItIsIncluded() {
        admin.activate("DEMO-STARTER");

        openStatus();

        assertThat(page.locator("il-entitlement-table tbody tr"))
                .hasText(Stream.of(
                                "DEVICE_GROUPS Device group management Yes",
                                "VIDEO_WALL_SYNC Video wall configuration No",
                                "SCREEN_SHARE_WEBRTC WebRTC screen sharing No",
                                "DIRECT_RENDERER Renderer scaling No",
                                "ON_PREMISE_DEPLOYMENT Network configuration No",
                                "SSO_SAML SAML/OIDC single sign-on No",
                                "MFA Multi-factor authentication Yes",
                                "OBSERVABILITY OpenTelemetry export No",
                                "MULTI_TENANT Multiple tenant support No",
                                "OFFLINE_LICENSING Offline license activation No")
                        .toArray(String[]::new));
    }

    @Tag("thorough")
    @Test
    void entitlements_filtered_byCodeOrFeature() {
        admin.activate(KEY);
        openStatus();

        field("Filter entitlements").fill("sign-on");

        assertThat(row("SSO_SAML")).isVisible();
        assertThat(row("MFA")).hasCount(0);
        field("Filter entitlements").fill("mf");
        assertThat(row("MFA")).isVisible();
        field("Filter entitlements").fill("nothing like it");
        says("No entitlement matches the filter.");
    }

    @Test
    void revalidate_entitlementsChangedAtTheServer_tableFollows() {
        admin.activate(KEY);
        openStatus();
        shows(row("MFA"), "Yes");
        sandbox.change(KEY, Map.of("entitlements", List.of("SSO_SAML"), "name", "Renewed"));

        click("Re-validate License");

        shows(row("MFA"), "No");
        shows(row("Name"), "Renewed");
        says("Re-validated: the licensing server confirms the license.");
        says("Re-validate the license to refresh entitlements, and check that the table matches your plan.");
    }

    /** As in its days of grace. */
    @Test
    void revalidate_licensedAlthoughExpired_notSaidThatTheServerConfirmsIt() {
        admin.activate(KEY);
        openStatus();
        wire.change(Wire.REVALIDATE, license -> ((ObjectNode) license.path("revalidation")).put("outcome", "expired"));

        click("Re-validate License");

        says("Re-validated: the licensing server does not confirm the license.");
    }

    @Tag("thorough")
    @Test
    void revalidate_offlineLicense_notOffered() {
        admin.activate(KEY, file("none"));

        openStatus();

        shows(row("Validation Mode"), "Offline (certificate)");
        shows(row("Last Validated"), "By the signed certificate; no server check-ins");
        assertThat(button("Re-validate License")).hasCount(0);
        assertThat(button("Deactivate")).isVisible();
    }

    @Test
    void revalidate_serverAway_saysWhatToCheckAndOffersOfflineActivation() {
        admin.activate(KEY);
        openStatus();
        sandbox.fault("refuse", "");

        click("Re-validate License");

        says("Re-validation failed");
        says("A server without internet access uses offline activation with a signed license file.");
        saysLicensed();
        click("Use offline activation");
        assertThat(field("License file (.lic)")).isVisible();
    }

    @Tag("thorough")
    @Test
    void status_expired_restrictedWithTheDayAndWhomToAsk() {
        admin.activate("DEMO-STARTER");
        sandbox.act("DEMO-STARTER", "expire");
        openStatus();

        click("Re-validate License");

        assertThat(heading("Features are restricted")).isVisible();
        says("The license has expired");
        says("Contact " + PageProfile.SALES + " for renewal");
        shows(row("Status"), "Expired");
    }

    @ParameterizedTest
    @CsvSource({"suspend, The license is suspended"})
    void status_takenAway_restrictedWithTheReason(String action, String title) {
        admin.activate(KEY);
        sandbox.act(KEY, action);
        openStatus();

        click("Re-validate License");

        assertThat(heading("Features are restricted")).isVisible();
        says(title);
        shows(row("Status"), "Suspended");
    }

    @Tag("thorough")
    @ParameterizedTest
    @CsvSource({"ban, The owner of the license is banned"})
    void status_takenAwayInAnotherWay_restrictedWithTheReason(String action, String title) {
        status_takenAway_restrictedWithTheReason(action, title);
    }

    @Tag("thorough")
    @Test
    void status_seatRemoved_activateAgainTakesASeat() {
        admin.activate(KEY);
        sandbox.removeMachines(KEY);
        openStatus();
        click("Re-validate License");
        says("This installation’s seat was removed");

        click("Activate again");

        saysLicensed();
        Assertions.assertThat(sandbox.machines(KEY)).hasSize(1);
    }

    @Tag("thorough")
    @Test
    void status_serverSilentForTwoDays_graceWithTheDayItEnds() {
        admin.activate(KEY);
        clock.move(Duration.ofHours(49));

        openStatus();

        assertThat(heading("This installation is licensed, for a limited time")).isVisible();
        says("The licensing server does not answer");
        says("Everything keeps working until");
    }

    @Test
    void future_licensed_whatComesAndOnWhichCondition() {
        admin.activate(KEY);

        openStatus();

        assertThat(page.locator("il-future-timeline li")).containsText(new String[] {
            "Next re-validation", "Grace period begins", "Features are restricted: the certificate has ended"
        });
        says("Only if the licensing server stays unreachable");
    }

    @Test
    void history_afterAnActivationHere_whoAndWhat() {
        openActivation();
        field("License key").fill(KEY);
        click("Activate License");
        saysLicensed();

        shows(page.locator("il-history-list li").first(), "Activation");
        shows(page.locator("il-history-list li").first(), "admin");
        shows(page.locator("il-history-list li").first(), "Succeeded");
    }

    @Tag("thorough")
    @Test
    void history_afterARefusedActivation_whoAndWhat() {
        openActivation();
        field("License key").fill("NO-SUCH-KEY");
        click("Activate License");
        says("does not know this license key");

        tab("Status").click();

        shows(page.locator("il-history-list li").first(), "Refused");
    }

    @Tag("thorough")
    @Test
    void history_long_shownPageByPage() {
        for (int i = 0; i < 6; i++) {
            admin.activate(KEY);
            admin.post("/license/deactivate");
        }
        openStatus();
        assertThat(page.locator("il-history-list li")).hasCount(10);

        click("Show more");

        assertThat(page.locator("il-history-list li").nth(11)).isVisible();
    }

    @Test
    void release_blockedByTheServer_whatSupportNeeds() {
        admin.activate(KEY);
        sandbox.act(KEY, "suspend");
        admin.post("/license/revalidate");
        admin.post("/license/deactivate");

        openStatus();

        assertThat(heading("Seats still to be released")).isVisible();
        says("Send these details to " + PageProfile.SUPPORT + ", who can release the activation manually.");
        shows(page.locator("il-release-list article"), sandbox.machines(KEY).getFirst());
        click("Copy details");
        Assertions.assertThat((String) page.evaluate("navigator.clipboard.readText()"))
                .contains("Machine: " + sandbox.machines(KEY).getFirst());
    }

    @Tag("thorough")
    @Test
    void release_blockedAndTriedNow_goneOnceTheLicenseIsReinstated() {
        admin.activate(KEY);
        sandbox.act(KEY, "suspend");
        admin.post("/license/deactivate");
        openStatus();

        click("Try now");
        says("The licensing server was asked, but the seat is not released yet");
        sandbox.act(KEY, "reinstate");
        click("Try now");

        says("The seat was released.");
        assertThat(heading("Seats still to be released")).hasCount(0);
        Assertions.assertThat(sandbox.machines(KEY)).isEmpty();
    }

    @Tag("thorough")
    @Test
    void release_blockedAndDismissed_gone() {
        admin.activate(KEY);
        sandbox.act(KEY, "suspend");
        admin.post("/license/revalidate");
        admin.post("/license/deactivate");
        openStatus();

        click("Dismiss");
        says("Dismiss the release after " + PageProfile.SUPPORT
                + " has released the seat, or if the seat does not matter any more.");
        click("Dismiss the release");

        says("This installation does not try to release the seat any more.");
        assertThat(heading("Seats still to be released")).hasCount(0);
    }

    @Tag("thorough")
    @Test
    void installation_fingerprint_copied() {
        openStatus();

        page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("This installation"))
                .getByRole(AriaRole.BUTTON)
                .click();

        button("Copied Fingerprint").waitFor();
        Assertions.assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(fingerprint());
    }

    @Tag("thorough")
    @Test
    void installation_serviceWithAgents_namesThem() {
        wire.change(
                Wire.LICENSE,
                license -> ((ObjectNode) license.path("installation"))
                        .putArray("agents")
                        .add("/opt/tracing.jar"));

        openStatus();

        assertThat(page.locator("il-installation-card")).containsText("/opt/tracing.jar");
    }
}
