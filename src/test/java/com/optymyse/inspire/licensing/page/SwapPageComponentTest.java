package com.optymyse.inspire.licensing.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where the vendor lets an installation have one seat in all: the present license has to go before another one comes. */
@QuarkusTest
@TestProfile(PageProfile.class)
class SwapPageComponentTest extends PageTest {

    private static final String UNIQUE = "DEMO-UNIQUE";
    private static final String CONFIRM = "Deactivate and activate";

    @Test
    void update_presentLicenseHasTheSeat_oneStepDeactivatesItAndActivatesTheNewOne() {
        askForUnique();

        says("This installation can use one license at a time");
        assertThat(page.locator("il-swap-dialog .key .mono")).hasAttribute("translate", "no");
        Assertions.assertThat(sandbox.machines(KEY)).hasSize(1);
        click(CONFIRM);

        says("The Unique license is active.");
        assertThat(tab("Status")).hasAttribute("aria-selected", "true");
        Assertions.assertThat(sandbox.machines(KEY)).isEmpty();
        Assertions.assertThat(sandbox.machines(UNIQUE)).hasSize(1);
        admin.get("/license").body("license.key", equalTo(UNIQUE));
    }

    @Test
    void update_newLicenseRefusedAfterTheDeactivation_saidAndItsKeyKept() {
        askForUnique();
        button(CONFIRM).waitFor();
        sandbox.fault(Map.of("mode", "error", "on", "create"));

        click(CONFIRM);

        says("Activation failed");
        assertThat(button(CONFIRM)).isHidden();
        assertThat(field("License key")).hasValue(UNIQUE);
        admin.get("/license").body("license", nullValue());
        sandbox.noFaults();
        click("Activate License");
        says("The Unique license is active.");
    }

    /** Whoever has pasted a key and a file should not have to find them again. */
    @Test
    void update_reloadedBeforeTheLastStep_typedTextIsThere() {
        admin.activate(KEY);
        openActivation();
        choose("offline");
        field("License key").fill(UNIQUE);
        field("License file (.lic)").fill("SOME-FILE");

        page.reload();

        assertThat(field("License key")).hasValue(UNIQUE);
        assertThat(field("License file (.lic)")).hasValue("SOME-FILE");
    }

    /** What was not sent is not done. */
    @Tag("thorough")
    @Test
    void update_onlineAfterAFileWasPasted_fileStays() {
        openActivation();
        choose("offline");
        field("License file (.lic)").fill("SOME-FILE");
        choose("online");
        field("License key").fill(KEY);
        click("Activate License");
        says("The Enterprise license is active.");

        tab("Update License").click();
        choose("offline");

        assertThat(field("License key")).hasValue("");
        assertThat(field("License file (.lic)")).hasValue("SOME-FILE");
    }

    /** A deactivation would be in vain: the page must not ask for one. */
    @Test
    void activate_licenseThatIsNotKnownHasTheSeat_saysToAskTheVendorAndNotToDeactivate() {
        admin.activate(KEY).statusCode(200);
        sandbox.act(KEY, "suspend");
        admin.post("/license/deactivate").statusCode(200);
        admin.post("/license/releases/" + sandbox.machines(KEY).getFirst() + "/dismiss")
                .statusCode(200);
        openActivation();

        field("License key").fill(UNIQUE);
        click("Activate License");

        says("Ask the vendor to release that seat.");
        says("Follow the error message.");
        saysNoLonger("Deactivate the present license");
        assertThat(button(CONFIRM)).isHidden();
    }

    @Tag("thorough")
    @Test
    void update_newLicenseChangedMeanwhile_isShownBeforeItIsActivated() {
        askForUnique();
        button(CONFIRM).waitFor();
        sandbox.change(UNIQUE, Map.of("name", "Reduced"));

        click(CONFIRM);

        says("This preview is new: it shows what will change now.");
        Assertions.assertThat(sandbox.machines(UNIQUE)).isEmpty();
        click("Apply changes");
        says("The Reduced license is active.");
    }

    /** Whose key nobody has seen here must not be deactivated by what was agreed about another one. */
    @Tag("thorough")
    @Test
    void update_anotherLicenseHeldMeanwhile_isNotDeactivated() {
        askForUnique();
        button(CONFIRM).waitFor();
        admin.activate("DEMO-STARTER").statusCode(200);
        page.locator("il-swap-dialog")
                .getByText("Deactivate the present license first?")
                .waitFor();

        click(CONFIRM);

        says("This preview is new: it shows what will change now.");
        admin.get("/license").body("license.key", equalTo("DEMO-STARTER"));
    }

    @Tag("thorough")
    @Test
    void update_cancelled_presentLicenseStaysAndTheKeyIsKept() {
        askForUnique();

        button(CONFIRM).waitFor();
        page.locator("il-swap-dialog").getByText("Cancel").click();

        assertThat(button(CONFIRM)).isHidden();
        assertThat(field("License key")).hasValue(UNIQUE);
        says("The update was refused and changed nothing");
        admin.get("/license").body("license.key", equalTo(KEY));
    }

    @Tag("screenshots")
    @Test
    void swap_lightAndDark() {
        askForUnique();
        take("swap");
        look(390, 844, ColorScheme.DARK);
        openActivation();
        ask();
        take("swap-dark-narrow");
    }

    private void take(String name) {
        button(CONFIRM).waitFor();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", name + ".png")));
    }

    private void askForUnique() {
        admin.activate(KEY);
        sandbox.change(UNIQUE, Map.of("name", "Unique"));
        openActivation();
        ask();
    }

    private void ask() {
        field("License key").fill(UNIQUE);
        click("Activate License");
        click("Apply changes");
    }
}
