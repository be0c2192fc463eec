package com.optymyse.inspire.licensing.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is in a license that does not count now stays legible, and is never taken for granted. */
@QuarkusTest
@TestProfile(PageProfile.class)
class RestrictedPageComponentTest extends PageTest {

    @Test
    void suspended_limitsAndEntitlements_legibleNotInForceAndWhatBringsThemBack() {
        suspend();
        wire.change(Wire.LICENSE, RestrictedPageComponentTest::sign);

        openStatus();

        Locator displays = page.locator("il-limit-cards .card").first();
        assertThat(displays)
                .hasText("Max Displays 500500, in the license, not in force Total display endpoints allowed");
        shows(row("SSO_SAML"), "Yes, in the license, not in force");
        shows(row("MFA"), "No");
        says("1 of 2 included");
        assertThat(page.getByText("Not in force", new Page.GetByTextOptions().setExact(true)))
                .hasCount(2);
        page.locator("il-limit-cards")
                .getByText("How to restore it about: The license is suspended")
                .click();
        assertThat(page.locator("il-worst-thing .warning")).isFocused();
    }

    /** What can't be verified proves nothing. */
    @Tag("thorough")
    @Test
    void nothingSigned_nothingButZeroShown() {
        suspend();
        wire.change(Wire.LICENSE, license -> license.putNull("asSigned"));

        openStatus();

        assertThat(page.locator("il-limit-cards .value")).hasText(new String[] {"0", "0", "0"});
        says("0 of 10 included");
        assertThat(page.getByText("Not in force")).hasCount(0);
    }

    private void suspend() {
        admin.activate(KEY);
        sandbox.act(KEY, "suspend");
        admin.post("/license/revalidate");
    }

    private static void sign(ObjectNode license) {
        ObjectNode signed = license.putObject("asSigned");
        signed.putObject("limits").put("maxDisplays", 500).put("maxAgiles", -1).put("aiCreditsPerMonth", 10_000);
        signed.putArray("entitlements").add(entitlement("SSO_SAML", true)).add(entitlement("MFA", false));
    }

    private static ObjectNode entitlement(String code, boolean granted) {
        return ((ObjectNode) Wire.json("{}"))
                .put("code", code)
                .put("feature", "Something")
                .put("granted", granted);
    }
}
