package com.optymyse.inspire.licensing.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every state of the page, for everybody: by axe's rules, by keyboard alone, and on every width. */
@QuarkusTest
@TestProfile(PageProfile.class)
class AccessibilityPageComponentTest extends PageTest {

    private static final Path AXE = Path.of("src", "main", "webui", "node_modules", "axe-core", "axe.min.js");

    @Test
    void everyState_ofTheStatus_withoutViolation() {
        ofTheStatus(ColorScheme.LIGHT);
    }

    @Tag("thorough")
    @Test
    void everyState_ofTheStatusInTheDark_withoutViolation() {
        ofTheStatus(ColorScheme.DARK);
    }

    /** Each state is come to in English. */
    @Tag("thorough")
    @Test
    void everyState_ofTheStatusInGerman_withoutViolation() {
        new States(this, state -> inGerman(() -> check(state))).ofTheStatus();
    }

    @Tag("thorough")
    @Test
    void everyState_ofActivationAndTroubleInGerman_withoutViolation() {
        new States(this, state -> inGerman(() -> check(state))).ofActivationAndTrouble();
    }

    private void inGerman(Runnable look) {
        speak("de", "Lizenzierung");
        look.run();
        speak("en", "Licensing");
    }

    private void ofTheStatus(ColorScheme scheme) {
        look(1280, 900, scheme);
        new States(this, this::check).ofTheStatus();
    }

    @Test
    void everyState_ofActivationAndTrouble_withoutViolation() {
        ofActivationAndTrouble(ColorScheme.LIGHT);
    }

    @Tag("thorough")
    @Test
    void everyState_ofActivationAndTroubleInTheDark_withoutViolation() {
        ofActivationAndTrouble(ColorScheme.DARK);
    }

    private void ofActivationAndTrouble(ColorScheme scheme) {
        look(1280, 900, scheme);
        States states = new States(this, this::check);
        states.ofActivationAndTrouble();
        states.ofAnotherRole(() -> look(1280, 900, scheme));
    }

    @Test
    void everyState_ofOperations_withoutViolation() {
        ofOperations(ColorScheme.LIGHT);
    }

    @Tag("thorough")
    @Test
    void everyState_ofOperationsInTheDark_withoutViolation() {
        ofOperations(ColorScheme.DARK);
    }

    private void ofOperations(ColorScheme scheme) {
        look(1280, 900, scheme);
        new States(this, this::check).ofOperations();
    }

    @Tag("thorough")
    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void everyState_ofWarnings_withoutViolation(ColorScheme scheme) {
        look(1280, 900, scheme);
        new States(this, this::check).ofWarnings();
    }

    @Tag("thorough")
    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void everyState_ofWhatOpens_withoutViolation(ColorScheme scheme) {
        look(1280, 900, scheme);
        new States(this, this::check).ofWhatOpens();
    }

    @Tag("thorough")
    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void everyState_ofDialogs_withoutViolation(ColorScheme scheme) {
        look(1280, 900, scheme);
        new States(this, this::check).ofDialogs();
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
    private void check(String state) {
        page.evaluate(axe());
        List<String> violations = (List<String>) page.evaluate("""
                async () => {
                  const { violations } = await axe.run();
                  return violations.map(v => `${v.id}: ${v.nodes.map(n => n.target.flat() + ' ' + n.failureSummary)}`);
                }""");
        Assertions.assertThat(violations).as(state).isEmpty();
    }

    private static String axe() {
        try {
            return Files.readString(AXE);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
