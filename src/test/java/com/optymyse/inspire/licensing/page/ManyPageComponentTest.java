package com.optymyse.inspire.licensing.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A license of a thousand entitlements. */
@QuarkusTest
@TestProfile(PageProfile.class)
class ManyPageComponentTest extends PageTest {

    private static final int MANY = 1_000;

    @Test
    void thousandEntitlements_listOfItsOwnHeight_readStepByStep() {
        admin.activate(KEY);
        wire.change(Wire.LICENSE, license -> entitlements(license.putArray("entitlements")));

        openStatus();

        says("1,000 of 1,000 included");
        Assertions.assertThat((int) page.evaluate("document.documentElement.scrollHeight"))
                .isLessThan(5_000);
        Locator rows = page.locator("il-entitlement-table tbody tr");
        assertThat(rows).hasCount(50);
        assertThat(page.locator("il-entitlement-table table")).hasAttribute("aria-rowcount", "1001");
        rows.last().scrollIntoViewIfNeeded();
        assertThat(rows).hasCount(100);
        assertThat(rows.last()).hasAttribute("aria-rowindex", "101");
        field("Filter entitlements").fill("number 1000");
        assertThat(rows).hasCount(1);
        assertThat(row("FEATURE_1000")).isVisible();
        // As few as at first: what is typed is seen at once, however many there are.
        field("Filter entitlements").fill("");
        assertThat(rows).hasCount(50);
    }

    @Test
    void preview_manyLost_foldedAndCounted() {
        admin.activate(KEY);
        wire.change(Wire.PREVIEW, preview -> {
            entitlements(preview.putArray("lost"));
            preview.putArray("gained").addObject().put("code", "NEW").put("feature", "Something new");
        });
        openActivation();
        field("License key").fill("DEMO-STARTER");

        click("Activate License");

        Locator lost = page.locator("il-preview-dialog details.lost");
        assertThat(lost.locator("summary")).hasText("Lost (1,000)");
        assertThat(lost.locator("li").first()).isHidden();
        assertThat(page.locator("il-preview-dialog details.gained li")).isVisible();
        assertThat(page.getByText("I understand what is lost")).isVisible();
        lost.locator("summary").click();
        assertThat(lost.locator("li").first()).isVisible();
    }

    private static void entitlements(ArrayNode array) {
        for (int i = 1; i <= MANY; i++) {
            ObjectNode one = array.addObject();
            one.put("code", "FEATURE_" + i)
                    .put("feature", "Feature number " + i)
                    .put("granted", true);
        }
    }
}
