package com.optymyse.inspire.licensing.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.optymyse.inspire.licensing.page.Wire.Held;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is applied is what was shown. */
@QuarkusTest
@TestProfile(PageProfile.class)
@Tag("thorough")
class BindingPageComponentTest extends PageTest {

    private static final String DIGEST = "3.name-and-limits.entitlements";

    /** A license that takes away what is held. */
    private static final JsonNode PRESENT = Wire.json("""
            {"name": {"before": "Starter", "after": "Small"}, "expiresAt": {"before": null, "after": null},
             "gained": [], "lost": [{"code": "MFA", "feature": "Multi-factor authentication"}], "kept": [],
             "limits": {"before": {"maxDisplays": 10, "maxAgiles": 2, "aiCreditsPerMonth": 100},
                        "after": {"maxDisplays": 3, "maxAgiles": 2, "aiCreditsPerMonth": 100}},
             "problems": [], "digest": "4.other.entitlements"}""");

    @Test
    void activation_withoutAPreview_boundToTheRevisionThatIsShown() {
        openActivation();
        int revision = admin.get("/license").extract().path("revision");
        field("License key").fill(KEY);

        click("Activate License");

        saysLicensed();
        JsonNode sent = wire.lastBody(Wire.ACTIVATE);
        Assertions.assertThat(sent.path("expectedRevision").asInt(-1)).isEqualTo(revision);
        Assertions.assertThat(sent.has("previewed")).isFalse();
    }

    @Test
    void activation_afterAPreview_boundToIt() {
        openPreview();
        Held held = wire.hold(Wire.ACTIVATE);

        click("Apply changes");

        held.arrived();
        JsonNode sent = wire.lastBody(Wire.ACTIVATE);
        Assertions.assertThat(sent.path("previewed").asText()).isEqualTo(DIGEST);
        Assertions.assertThat(sent.has("expectedRevision")).isFalse();
    }

    @Test
    void activation_previewOutdated_newOneInTheOpenDialogToBeLookedAtAgain() {
        openPreview();
        outdated();

        click("Apply changes");

        says("The license has changed");
        says("This preview is new: it shows what will change now. Nothing was applied.");
        shows(page.locator("il-preview-dialog .lost"), "MFA");
        assertThat(page.getByText("The update failed")).hasCount(0);
        assertThat(button("Apply changes")).isDisabled();
        Held held = wire.hold(Wire.ACTIVATE);
        page.getByLabel("I understand what is lost").check();
        click("Apply changes");
        held.arrived();
        Assertions.assertThat(wire.lastBody(Wire.ACTIVATE).path("previewed").asText())
                .isEqualTo("4.other.entitlements");
    }

    @Test
    void activation_anotherAdminWasFaster_previewOfTheServiceIsShownAndThenApplied() {
        admin.activate("DEMO-STARTER");
        openActivation();
        field("License key").fill(KEY);
        click("Activate License");
        shows(page.locator("il-preview-dialog .gained"), "SSO_SAML");
        admin.activate("DEMO-ONLINE-ONLY");

        click("Apply changes");

        says("The license has changed");
        shows(page.locator("il-preview-dialog .gained"), "OFFLINE_LICENSING");
        assertThat(page.locator("il-preview-dialog .gained li")).hasCount(1);
        click("Apply changes");
        says("The Enterprise license is active.");
    }

    @Test
    void activation_licenseChangedBeforeAnyPreview_previewIsShownInPlaceOfAnActivation() {
        openActivation();
        outdated();
        field("License key").fill(KEY);

        click("Activate License");

        assertThat(heading("What will change")).isVisible();
        says("The license has changed");
        shows(page.locator("il-preview-dialog .lost"), "MFA");
    }

    @Test
    void activation_keyEditedWhileItsPreviewIsMade_previewedOneIsAppliedAndTheOtherStays() {
        admin.activate("DEMO-STARTER");
        openActivation();
        Held asked = wire.hold(Wire.PREVIEW);
        field("License key").fill(KEY);
        click("Activate License");
        asked.arrived();
        field("License key").fill("DEMO-OTHER");
        asked.release();
        shows(page.locator("il-preview-dialog .gained"), "SSO_SAML");

        click("Apply changes");

        says("The Enterprise license is active.");
        Assertions.assertThat(wire.lastBody(Wire.ACTIVATE).path("licenseKey").asText())
                .isEqualTo(KEY);
        assertThat(field("License key")).hasValue("DEMO-OTHER");
    }

    @Test
    void activation_keyEditedWhileAnotherAdminIsFaster_oneOfThePreviewIsApplied() {
        openActivation();
        Held sent = wire.hold(Wire.ACTIVATE);
        field("License key").fill(KEY);
        click("Activate License");
        sent.arrived();
        field("License key").fill("DEMO-OTHER");
        admin.activate("DEMO-STARTER");
        sent.release();
        shows(page.locator("il-preview-dialog .gained"), "SSO_SAML");
        wire.free(Wire.ACTIVATE);

        click("Apply changes");

        says("The Enterprise license is active.");
        Assertions.assertThat(wire.lastBody(Wire.ACTIVATE).path("licenseKey").asText())
                .isEqualTo(KEY);
        assertThat(field("License key")).hasValue("DEMO-OTHER");
    }

    @Test
    void activationAgain_anotherAdminWasFaster_previewIsShownAndThenApplied() {
        openWithoutSeat();
        Held sent = wire.hold(Wire.ACTIVATE);
        click("Activate again");
        sent.arrived();
        admin.activate("DEMO-STARTER");
        sent.release();
        says("The license has changed");
        shows(page.locator("il-preview-dialog .gained"), "SSO_SAML");
        wire.free(Wire.ACTIVATE);

        click("Apply changes");

        says("The Enterprise license is active.");
        assertThat(heading("What will change")).isHidden();
    }

    @Test
    void activationAgain_refusedAndLicensedSinceThen_notSaidThatTheActivationFailed() {
        openWithoutSeat();
        wire.problem(Wire.ACTIVATE, 502, Map.of("code", "licensing-server-unreachable", "detail", "Silent."), Map.of());
        click("Activate again");
        says("Activation failed");

        admin.activate(KEY);

        saysLicensed();
        saysNoLonger("Activation failed");
        says("The update failed and changed nothing");
    }

    @Test
    void preview_nothingHeldAnyMore_noEndNow() {
        admin.activate(KEY);
        openActivation();
        Held asked = wire.hold(Wire.PREVIEW);
        field("License key").fill("DEMO-STARTER");
        click("Activate License");
        asked.arrived();
        admin.post("/license/deactivate");

        asked.release();

        Locator end = page.locator("il-preview-dialog tbody tr").nth(1);
        shows(end, "Expires");
        assertThat(end.locator("td").first()).hasText("—");
        assertThat(end.getByText("sooner than now")).hasCount(0);
    }

    @Test
    void preview_shorterThanWhatIsHeld_saysThatItEndsSooner() {
        admin.activate(KEY);
        openActivation();
        field("License key").fill("DEMO-STARTER");

        click("Activate License");

        Locator end = page.locator("il-preview-dialog tbody tr").nth(1);
        assertThat(end.locator("td").first()).hasText("Never");
        shows(end, "sooner than now");
    }

    @Test
    void nextPreview_afterAnOutdatedOne_isNotCalledNew() {
        openPreview();
        outdated();
        click("Apply changes");
        says("The license has changed");
        click("Cancel");

        click("Activate License");

        shows(page.locator("il-preview-dialog .gained"), "SSO_SAML");
        assertThat(page.getByText("The license has changed")).hasCount(0);
    }

    private void openWithoutSeat() {
        admin.activate(KEY);
        sandbox.removeMachines(KEY);
        admin.post("/license/revalidate");
        openStatus();
        says("This installation’s seat was removed");
    }

    private void openPreview() {
        admin.activate("DEMO-STARTER");
        wire.change(Wire.PREVIEW, preview -> preview.put("digest", DIGEST));
        openActivation();
        field("License key").fill(KEY);
        click("Activate License");
        shows(page.locator("il-preview-dialog .gained"), "SSO_SAML");
    }

    private void outdated() {
        wire.problem(
                Wire.ACTIVATE,
                409,
                Map.of("code", "preview-outdated", "detail", "It has changed.", "preview", PRESENT),
                Map.of());
    }
}
