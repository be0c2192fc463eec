package com.optymyse.inspire.licensing.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The product page's section Deactivating a License. */
@QuarkusTest
@TestProfile(PageProfile.class)
class DeactivationPageComponentTest extends PageTest {

    @Test
    void deactivate_confirmed_unlicensedAndTheSeatIsFree() {
        admin.activate(KEY);
        openStatus();

        click("Deactivate");
        click("Confirm Deactivate");

        assertThat(heading("This installation is not licensed")).isVisible();
        says("Deactivated. The license is free for use on another server.");
        assertThat(tab("Activate")).isVisible();
        Assertions.assertThat(sandbox.machines(KEY)).isEmpty();
    }

    @Test
    void deactivate_asked_saysWhatFollowsAndOffersTheKey() {
        admin.activate(KEY);
        openStatus();

        click("Deactivate");

        says("The system is unlicensed at once, and features are restricted.");
        says("Every copy of this database becomes unlicensed too: all copies share this seat.");
        page.locator("il-deactivate-dialog il-copy-button").getByText("Copy").click();
        button("Copied License Key").waitFor();
        Assertions.assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(KEY);
    }

    @Test
    void deactivate_escaped_stillLicensedAndTheFocusIsBack() {
        admin.activate(KEY);
        openStatus();
        click("Deactivate");
        button("Confirm Deactivate").waitFor();

        page.keyboard().press("Escape");

        assertThat(button("Confirm Deactivate")).isHidden();
        assertThat(button("Deactivate")).isFocused();
        admin.get("/license").body("licensed", is(true));
    }

    @Test
    void deactivate_serverAway_releaseIsTriedAgainAndShown() {
        admin.activate(KEY);
        openStatus();
        sandbox.fault("refuse", "");

        click("Deactivate");
        click("Confirm Deactivate");

        says("the service retries until it succeeds");
        assertThat(heading("Seats still to be released")).isVisible();
        says("Being retried");
    }

    /** No event tells of it, and no revision rises. */
    @Test
    void release_healedInTheBackground_disappears() {
        page.clock().install();
        wire.change(Wire.LICENSE, license -> pending(license, "queued"));
        openStatus();
        assertThat(heading("Seats still to be released")).isVisible();

        wire.free();
        page.clock().fastForward(10_000);

        assertThat(heading("Seats still to be released")).isHidden();
    }

    @Test
    void deactivate_serverRefusesTheRelease_notSaidThatItIsTriedUntilItSucceeds() {
        admin.activate(KEY);
        sandbox.act(KEY, "suspend");
        openStatus();

        click("Deactivate");
        click("Confirm Deactivate");

        says("Deactivated. The seat could not be released");
        says("The seat can’t be released from here");
        saysNoLonger("until it succeeds");
    }

    /** The service does not try it, so the page must not say that it does. */
    @Test
    void release_ofANewerVersion_saysThatItIsLeftAlone() {
        wire.change(Wire.LICENSE, license -> pending(license, "unknown"));

        openStatus();

        says("Not handled by this version");
        says("A newer version began this release. Update this service to finish it.");
        assertThat(page.locator("il-release-list").getByText("retries the release"))
                .hasCount(0);
        assertThat(button("Dismiss")).hasCount(0);
    }

    @Test
    void deactivate_offlineLicense_onlySupportCanFreeTheSeat() {
        admin.activate(KEY, file("none"));
        openStatus();

        click("Deactivate");
        says("This is an offline license: only " + PageProfile.SUPPORT + " can free its seat for another server.");
        click("Confirm Deactivate");

        says("Deactivated. The seat is not free: see “A seat is still taken”.");
        says("Only " + PageProfile.SUPPORT + " can free its seat for another server");
    }

    @Tag("thorough")
    @Test
    void deactivate_offlineLicenseInGerman_saidInGerman() {
        admin.activate(KEY, file("none"));
        openStatus();
        speak("de", "Lizenzierung");
        click("Deaktivieren");

        click("Deaktivierung bestätigen");

        says("Deaktiviert. Der Platz ist nicht frei: siehe „Ein Lizenzplatz ist noch belegt“.");
        assertThat(page.getByText("to release the activation manually")).hasCount(0);
    }

    /** What the licensing server has answered is in English. */
    @Test
    void release_blockedInGerman_lastAnswerIsMarkedAsEnglish() {
        wire.change(Wire.LICENSE, license -> {
            pending(license, "blocked");
            ((ObjectNode) license.at("/installation/pendingReleases/0")).put("lastError", "The license is suspended.");
        });
        openStatus();
        speak("de", "Lizenzierung");

        Locator answer = page.locator("il-release-list dd")
                .filter(new Locator.FilterOptions().setHasText("The license is suspended."));

        assertThat(answer).hasAttribute("lang", "en");
        assertThat(answer).hasAttribute("translate", "no");
    }

    private static void pending(ObjectNode license, String state) {
        ((ObjectNode) license.path("installation"))
                .putArray("pendingReleases")
                .addObject()
                .put("machineId", "machine-1")
                .put("licenseKey", "…")
                .put("since", "2026-11-23T10:00:05Z")
                .put("attempts", 0)
                .put("state", state)
                .putNull("lastError");
    }
}
