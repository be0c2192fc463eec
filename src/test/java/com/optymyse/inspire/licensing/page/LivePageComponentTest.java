package com.optymyse.inspire.licensing.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

/** What others do appears without a reload. */
@QuarkusTest
@TestProfile(PageProfile.class)
class LivePageComponentTest extends PageTest {

    @Test
    void anotherAdmin_activates_appears() {
        openStatus();
        assertThat(heading("This installation is not licensed")).isVisible();

        admin.activate(KEY);

        saysLicensed();
        says("Updated just now: the license was changed elsewhere.");
    }

    @Test
    void vendor_suspends_appearsWithTheNextRevalidation() {
        admin.activate(KEY);
        openStatus();
        saysLicensed();
        sandbox.act(KEY, "suspend");

        admin.post("/license/revalidate");

        assertThat(heading("Features are restricted")).isVisible();
        says("The license is suspended");
    }

    @Test
    void anotherAdmin_changesWhileTyping_nothingTypedIsLost() {
        openActivation();
        field("License key").fill("DEMO-STARTER");

        admin.activate(KEY);

        assertThat(tab("Update License")).isVisible();
        assertThat(field("License key")).hasValue("DEMO-STARTER");
    }

    @Test
    void own_change_isNotCalledSomebodyElses() {
        openActivation();
        field("License key").fill(KEY);

        click("Activate License");

        saysLicensed();
        says("The Enterprise license is active.");
        assertThat(page.getByText("the license was changed elsewhere")).hasCount(0);
    }
}
