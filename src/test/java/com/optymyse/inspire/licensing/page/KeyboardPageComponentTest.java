package com.optymyse.inspire.licensing.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Download;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an admin does with a license, by keyboard alone. */
@QuarkusTest
@TestProfile(PageProfile.class)
@Tag("thorough")
class KeyboardPageComponentTest extends PageTest {

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
