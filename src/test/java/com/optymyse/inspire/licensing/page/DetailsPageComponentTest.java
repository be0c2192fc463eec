package com.optymyse.inspire.licensing.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Long names, small windows, few colors, and what has ended. */
@QuarkusTest
@TestProfile(PageProfile.class)
class DetailsPageComponentTest extends PageTest {

    private static final String LONG = "Enterprise-Plus-for-the-whole-of-a-very-large-organization🏢";

    @Test
    void planName_60CharactersAndEmoji_375PixelsHold() {
        look(375, 812, ColorScheme.LIGHT);
        admin.activate(KEY);
        wire.change(Wire.LICENSE, license -> details(license).put("name", LONG));

        openStatus();

        shows(row("Name"), LONG);
        Assertions.assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(375);
    }

    /** The key that is to be kept is the last thing in it. */
    @Tag("thorough")
    @Test
    void dialog_onAPhoneInGerman_keyIsSeenWithoutScrolling() {
        look(375, 812, ColorScheme.LIGHT);
        admin.activate(KEY);
        openStatus();
        speak("de", "Lizenzierung");

        click("Deaktivieren");

        button("Deaktivierung bestätigen").waitFor();
        BoundingBox key = page.locator("il-deactivate-dialog .key").boundingBox();
        BoundingBox cancel = button("Abbrechen").boundingBox();
        Assertions.assertThat(key.y + key.height).isLessThanOrEqualTo(cancel.y);
    }

    @Tag("thorough")
    @Test
    void dialog_at400Percent_textHasHalfOfTheHeight() {
        look(320, 256, ColorScheme.LIGHT);
        admin.activate(KEY);
        openStatus();

        click("Deactivate");
        button("Confirm Deactivate").waitFor();

        Number height = (Number) page.locator("il-deactivate-dialog il-wa-dialog")
                .evaluate("dialog => dialog.shadowRoot.querySelector('[part=body]').getBoundingClientRect().height");
        Assertions.assertThat(height.doubleValue()).isGreaterThanOrEqualTo(128);
        assertThat(button("Confirm Deactivate")).isInViewport();
    }

    @Tag("thorough")
    @Test
    void timeline_forcedColors_dotsAreThere() {
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        admin.activate(KEY);
        openStatus();

        String dot = (String) page.locator("il-future-timeline li")
                .first()
                .evaluate("item => { const dot = getComputedStyle(item, '::before');"
                        + " return dot.borderTopColor + ' ' + dot.borderTopStyle + ' ' + dot.borderTopWidth; }");

        Assertions.assertThat(dot).matches("rgb\\(\\d+, \\d+, \\d+\\) solid [1-9].*");
        Assertions.assertThat(dot).startsWith((String)
                page.evaluate("(() => { const text = document.createElement('p'); text.style.color = 'CanvasText';"
                        + " document.body.append(text); return getComputedStyle(text).color; })()"));
    }

    /** A suspended license may be past its end, too. */
    @Test
    void licenseAndCertificate_ended_saidSo() {
        admin.activate(KEY);
        wire.change(Wire.LICENSE, license -> {
            license.put("now", "2026-11-23T10:00:05Z");
            details(license)
                    .put("status", "suspended")
                    .put("expiresAt", "2026-11-21T10:00:05Z")
                    .put("certificateExpiresAt", "2026-11-20T10:00:05Z");
        });

        openStatus();

        shows(page.locator("il-standing-panel"), "expired November 21, 2026");
        shows(row("Expired"), "2 days ago");
        shows(row("Certificate ends"), "It has ended: a re-validation gets a new one.");
    }

    private static ObjectNode details(ObjectNode license) {
        return (ObjectNode) license.path("license");
    }
}
