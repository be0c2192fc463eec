package com.optymyse.inspire.licensing.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import com.optymyse.inspire.licensing.page.Wire.Held;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every state of the page, for everybody: by axe's rules, by keyboard alone, and on every width. */
@QuarkusTest
@TestProfile(PageProfile.class)
class AccessibilityPageComponentTest extends PageTest {

    private static final Path AXE = Path.of("src", "main", "webui", "node_modules", "axe-core", "axe.min.js");

    @Test
    void everyState_ofTheStatus_withoutViolation() throws IOException {
        ofTheStatus(ColorScheme.LIGHT);
    }

    @Tag("thorough")
    @Test
    void everyState_ofTheStatusInTheDark_withoutViolation() throws IOException {
        ofTheStatus(ColorScheme.DARK);
    }

    private void ofTheStatus(ColorScheme scheme) throws IOException {
        look(1280, 900, scheme);
        page.navigate(service.toString());
        heading("Sign in to manage the license").waitFor();
        check("the door");

        openStatus();
        check("unlicensed");
        admin.activate(KEY);
        saysLicensed();
        check("licensed");
        click("Show the license key");
        click("Deactivate");
        button("Confirm Deactivate").waitFor();
        check("deactivation");
        click("Cancel");

        sandbox.fault("refuse", "");
        click("Re-validate License");
        says("Re-validation failed");
        check("failed re-validation");
        sandbox.noFaults();
        sandbox.act(KEY, "suspend");
        click("Re-validate License");
        heading("Features are restricted").waitFor();
        check("restricted");
        admin.post("/license/deactivate");
        heading("Seats still to be released").waitFor();
        check("blocked release");
    }

    @Test
    void everyState_ofActivationAndTrouble_withoutViolation() throws IOException {
        ofActivationAndTrouble(ColorScheme.LIGHT);
    }

    @Tag("thorough")
    @Test
    void everyState_ofActivationAndTroubleInTheDark_withoutViolation() throws IOException {
        ofActivationAndTrouble(ColorScheme.DARK);
    }

    private void ofActivationAndTrouble(ColorScheme scheme) throws IOException {
        look(1280, 900, scheme);
        admin.activate(KEY);
        clock.move(Duration.ofHours(49));
        openStatus();
        heading("This installation is licensed, for a limited time").waitFor();
        check("grace");
        clock.reset();

        tab("Update License").click();
        choose("offline");
        field("License key").fill(KEY);
        field("License file (.lic)").fill(file("tampered"));
        click("Activate License");
        says("The update was refused and changed nothing");
        check("refused file");
        choose("online");
        field("License key").fill("DEMO-STARTER");
        click("Activate License");
        heading("What will change").waitFor();
        check("preview");
        click("Cancel");

        window().setOffline(true);
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        says("The licensing service does not answer");
        check("service away");
        window().setOffline(false);
        provider.roles("Viewer");
        look(1280, 900, scheme);
        open();
        says("Licensing requires the Admin role");
        check("role missing");
    }

    @Test
    void everyState_ofOperations_withoutViolation() throws IOException {
        ofOperations(ColorScheme.LIGHT);
    }

    @Tag("thorough")
    @Test
    void everyState_ofOperationsInTheDark_withoutViolation() throws IOException {
        ofOperations(ColorScheme.DARK);
    }

    private void ofOperations(ColorScheme scheme) throws IOException {
        look(1280, 900, scheme);
        wire.nothingRecorded();
        wire.change(
                Wire.LICENSE,
                license -> license.putObject("underWay")
                        .put("action", "activate")
                        .put("since", "2026-11-23T10:00:05Z")
                        .put("by", "other-admin"));
        openActivation();
        says("The form comes back when this is over.");
        check("under way, in place of the form");
        tab("Status").click();
        says("The license is being activated");
        check("under way");
        wire.free();

        admin.activate(KEY);
        saysLicensed();
        wire.recorded("revalidate", "failed", "The licensing server could not be reached.");
        wire.loseRequests(Wire.REVALIDATE);
        click("Re-validate License");
        says("The re-validation failed.");
        check("no answer");
        Held held = wire.hold(Wire.DEACTIVATE);
        click("Deactivate");
        click("Confirm Deactivate");
        held.arrived();
        assertThat(button("Cancel")).isDisabled();
        check("busy");
    }

    @Test
    void keyboardAlone_activation_done() {
        page.navigate(service.toString());
        heading("Sign in to manage the license").waitFor();
        press("Tab", "Enter");
        tab("Status").waitFor();

        press("Tab", "Tab", "ArrowRight", "Enter", "Tab", "Tab");
        page.keyboard().type(KEY);
        press("Tab", "Enter");

        saysLicensed();
    }

    @Test
    void smallestWidth_nothingIsCutOff() {
        nothingIsCutOffAt(360);
    }

    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(ints = {768, 1920})
    void otherWidth_nothingIsCutOff(int width) {
        nothingIsCutOffAt(width);
    }

    private void nothingIsCutOffAt(int width) {
        look(width, 900, ColorScheme.LIGHT);
        admin.activate(KEY);

        openStatus();
        saysLicensed();

        Assertions.assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
        tab("Update License").click();
        choose("offline");
        assertThat(field("License file (.lic)")).isVisible();
        Assertions.assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
    }

    private void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    @SuppressWarnings("unchecked") // a list of texts, as the script makes it
    private void check(String state) throws IOException {
        page.evaluate(Files.readString(AXE));
        List<String> violations = (List<String>) page.evaluate("""
                async () => {
                  const { violations } = await axe.run();
                  return violations.map(v => `${v.id}: ${v.nodes.map(n => n.target.flat() + ' ' + n.failureSummary)}`);
                }""");
        Assertions.assertThat(violations).as(state).isEmpty();
    }
}
