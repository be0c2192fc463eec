package com.optymyse.inspire.licensing.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The license key is a secret: masked, shown for a minute to whoever asks for it, and never the next license's. */
@QuarkusTest
@TestProfile(PageProfile.class)
class KeyPageComponentTest extends PageTest {

    @Test
    void licenseKey_shown_inMonospaceAndOnlyWhenAskedFor() {
        admin.activate(KEY);
        openStatus();
        assertThat(page.locator("body")).not().containsText(KEY);

        click("Show the license key");

        assertThat(page.getByText(KEY)).hasCSS("font-family", Pattern.compile("monospace"));
        click("Hide the license key");
        assertThat(page.getByText(KEY)).hasCount(0);
    }

    @Tag("thorough")
    @Test
    void licenseKey_copied_onTheClipboard() {
        admin.activate(KEY);
        openStatus();

        click("Copy License Key");

        button("Copied License Key").first().waitFor();
        Assertions.assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(KEY);
    }

    /** The keys of the sandbox are too short for any of it to be shown. */
    @Test
    void licenseKey_long_firstSixAndLastFourCharactersShownInTheDetailsAndTheDialog() {
        admin.activate(KEY);
        wire.change(
                Wire.LICENSE,
                license -> ((ObjectNode) license.path("license")).put("key", "ABCDEF-012345-678901-234567-890123-V3"));

        openStatus();

        shows(row("License Key"), "ABCDEF…3-V3");
        assertThat(page.getByText("012345")).hasCount(0);
        click("Deactivate");
        shows(page.locator("il-deactivate-dialog .key"), "ABCDEF…3-V3");
    }

    @Test
    void licenseKey_shown_hiddenAfterAMinute() {
        page.clock().install();
        admin.activate(KEY);
        openStatus();
        click("Show the license key");
        assertThat(page.getByText(KEY)).isVisible();

        page.clock().fastForward("01:01");

        assertThat(page.getByText(KEY)).hasCount(0);
        assertThat(button("Show the license key")).isVisible();
    }

    @Test
    void licenseKey_shownThenReplaced_nextOneIsMasked() {
        admin.activate(KEY);
        openStatus();
        click("Show the license key");

        admin.activate("DEMO-STARTER");

        shows(row("Name"), "Starter");
        assertThat(button("Show the license key")).isVisible();
        assertThat(page.getByText("DEMO-STARTER")).hasCount(0);
    }
}
