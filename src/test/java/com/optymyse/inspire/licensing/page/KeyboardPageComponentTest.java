package com.optymyse.inspire.licensing.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Download;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an admin does with a license, by keyboard alone. */
@QuarkusTest
@TestProfile(PageProfile.class)
@Tag("thorough")
class KeyboardPageComponentTest extends PageTest {

    private static final String UNIQUE = "DEMO-UNIQUE";

    /** More stops than the page has in any of these states. */
    private static final int STOPS = 60;

    /** What a screen reader calls the element that has the focus, wherever it is. */
    private static final String FOCUSED = """
            () => {
              let focused = document.activeElement;
              while (focused?.shadowRoot?.activeElement) {
                focused = focused.shadowRoot.activeElement;
              }
              const label = focused.getAttribute('aria-label') ?? focused.labels?.[0]?.textContent;
              const words = label || focused.textContent.trim() || focused.getRootNode().host?.textContent || '';
              return words.replace(/\\s+/g, ' ').trim();
            }""";

    @Test
    void licenseKey_shownAndHidden() {
        admin.activate(KEY);
        openStatus();

        tabTo("Show Show the license key");
        page.keyboard().press("Enter");

        assertThat(page.getByText(KEY)).isVisible();
        page.keyboard().press("Enter");
        assertThat(page.getByText(KEY)).hasCount(0);
    }

    @Test
    void license_revalidatedAndDeactivated() {
        admin.activate(KEY);
        openStatus();

        tabTo("Re-validate License");
        page.keyboard().press("Enter");
        says("Re-validated: the licensing server confirms the license.");
        tabTo("Deactivate");
        page.keyboard().press("Enter");
        button("Confirm Deactivate").waitFor();
        tabTo("Confirm Deactivate");
        page.keyboard().press("Enter");

        assertThat(heading("This installation is not licensed")).isVisible();
    }

    @Test
    void information_leadToAndPutAside() {
        admin.activate(KEY);
        wire.change(
                Wire.LICENSE,
                license -> ((ObjectNode)
                                license.put("now", "2027-01-01T12:00:00Z").path("license"))
                        .put("expiresAt", "2027-02-11T00:00:00Z")
                        .put("createdAt", "2026-01-01T00:00:00Z"));
        openStatus();

        tabTo("What to do about: The license is about to expire");
        page.keyboard().press("Enter");
        assertThat(page.locator("il-worst-thing .warning")).isFocused();
        tabTo("Dismiss until it is more urgent (The license is about to expire)");
        page.keyboard().press("Enter");

        saysNoLonger("The license is about to expire");
    }

    @Test
    void history_filteredSavedAndLicensesHeldOpened() {
        admin.activate(KEY);
        openStatus();

        tabTo("Outcome");
        page.keyboard().type("Succeeded");
        Download download = page.waitForDownload(() -> {
            tabTo("Save as CSV");
            page.keyboard().press("Enter");
        });
        tabTo("Licenses held");
        page.keyboard().press("Enter");

        Assertions.assertThat(download.suggestedFilename()).isEqualTo("license-history.csv");
        assertThat(page.locator("il-licenses-held li")).hasCount(1);
    }

    @Test
    void license_activatedOffline() {
        String file = file("none");
        openFormOfActivation();

        tabTo("Online");
        page.keyboard().press("ArrowDown");
        tabTo("License key");
        page.keyboard().insertText(KEY);
        tabTo("License file (.lic)");
        page.keyboard().insertText(file);
        tabTo("Activate License");
        page.keyboard().press("Enter");

        saysLicensed();
        shows(row("Validation Mode"), "Offline (certificate)");
    }

    @Test
    void preview_lossAcknowledgedAndApplied() {
        admin.activate(KEY);
        openFormOfActivation();

        enter("DEMO-STARTER");
        heading("What will change").waitFor();
        tabTo("I understand what is lost");
        page.keyboard().press("Space");
        tabTo("Apply changes");
        page.keyboard().press("Enter");

        says("The Starter license is active.");
    }

    @Test
    void licenses_swapped() {
        admin.activate(KEY);
        sandbox.change(UNIQUE, Map.of("name", "Unique"));
        openFormOfActivation();

        enter(UNIQUE);
        heading("What will change").waitFor();
        tabTo("Apply changes");
        page.keyboard().press("Enter");
        button("Deactivate and activate").waitFor();
        tabTo("Deactivate and activate");
        page.keyboard().press("Enter");

        says("The Unique license is active.");
    }

    @Test
    void release_triedAndDismissed() {
        admin.activate(KEY);
        sandbox.act(KEY, "suspend");
        admin.post("/license/deactivate").statusCode(200);
        openStatus();

        tabTo("Show the seats");
        page.keyboard().press("Enter");
        assertThat(heading("Seats still to be released")).isFocused();
        tabTo("Try now");
        page.keyboard().press("Enter");
        says("The licensing server was asked, but the seat is not released yet");
        tabTo("Dismiss");
        page.keyboard().press("Enter");
        button("Dismiss the release").waitFor();
        tabTo("Dismiss the release");
        page.keyboard().press("Enter");

        says("This installation does not try to release the seat any more.");
        assertThat(heading("Seats still to be released")).hasCount(0);
    }

    @Test
    void qrCode_shownAndHidden() {
        openFormOfActivation();
        tabTo("Online");
        page.keyboard().press("ArrowDown");

        tabTo("Show QR code");
        page.keyboard().press("Enter");
        assertThat(page.locator("il-qr-code svg")).isVisible();
        page.keyboard().press("Enter");

        assertThat(page.locator("il-qr-code svg")).hasCount(0);
    }

    @Test
    void detailsForSupport_readCopiedAndSaved() {
        openStatus();

        tabTo("Details for support");
        page.keyboard().press("Enter");
        page.getByText("Standing: unlicensed").waitFor();
        tabTo("Copy details for support");
        page.keyboard().press("Enter");
        button("Copied").waitFor();
        Download download = page.waitForDownload(() -> {
            tabTo("Save details as file");
            page.keyboard().press("Enter");
        });

        Assertions.assertThat((String) page.evaluate("navigator.clipboard.readText()"))
                .contains(fingerprint());
        Assertions.assertThat(download.suggestedFilename()).isEqualTo("inspire-licensing-support.txt");
    }

    /** The browser tells the page that it prints, and a headless one does not print by itself. */
    @Test
    void statement_printed() {
        admin.activate(KEY);
        page.addInitScript("window.print = () => dispatchEvent(new Event('beforeprint'))");
        openStatus();

        tabTo("Print or save as PDF");
        page.keyboard().press("Enter");

        assertThat(page.locator("il-license-statement h1")).hasText("License statement");
    }

    private void openFormOfActivation() {
        openStatus();
        tabTo("Status");
        page.keyboard().press("ArrowRight");
    }

    /** Asks for a license to be activated. */
    private void enter(String key) {
        tabTo("License key");
        page.keyboard().insertText(key);
        tabTo("Activate License");
        page.keyboard().press("Enter");
    }

    /** Presses the tabulator key until the focus is there. */
    private void tabTo(String name) {
        List<String> passed = new ArrayList<>();
        while (passed.size() < STOPS) {
            page.keyboard().press("Tab");
            String focused = (String) page.evaluate(FOCUSED);
            if (focused.equals(name) || focused.startsWith(name + " ")) {
                return;
            }
            passed.add(focused);
        }
        throw new AssertionError("The keyboard does not lead to " + name + ", but to " + passed);
    }
}
