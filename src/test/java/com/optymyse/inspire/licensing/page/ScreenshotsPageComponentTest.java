package com.optymyse.inspire.licensing.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Makes pictures to look at: {@code ./mvnw test -Dtest.tags=screenshots}. Those that README shows are kept beside the page. Every
 * state in light and dark, wide and narrow, English and German goes to {@code target/screenshots}.
 */
@QuarkusTest
@TestProfile(PageProfile.class)
@Tag("screenshots")
class ScreenshotsPageComponentTest extends PageTest {

    private static final Path SHOWN = Path.of("src", "main", "webui", "screenshots");
    private static final Path EVERY = Path.of("target", "screenshots");

    @Test
    void licensed_lightAndWide() {
        admin.activate(KEY);
        openStatus();
        saysLicensed();
        take("licensed");
    }

    @Test
    void licensed_darkAndNarrow() {
        look(390, 844, ColorScheme.DARK);
        admin.activate(KEY);
        openStatus();
        saysLicensed();
        take("licensed-dark-narrow");
    }

    @Test
    void unlicensed_lightAndWide() {
        openStatus();
        heading("This installation is not licensed").waitFor();
        take("unlicensed");
    }

    @Test
    void suspended_darkAndWide() {
        look(1280, 900, ColorScheme.DARK);
        admin.activate(KEY);
        sandbox.act(KEY, "suspend");
        admin.post("/license/revalidate");
        openStatus();
        heading("Features are restricted").waitFor();
        take("suspended-dark");
    }

    @Test
    void offlineActivation_lightAndWide() {
        openActivation();
        choose("offline");
        field("License file (.lic)").waitFor();
        take("offline");
    }

    @Test
    void preview_lightAndWide() {
        admin.activate(KEY);
        openActivation();
        field("License key").fill("DEMO-STARTER");
        click("Activate License");
        assertThat(button("Apply changes")).isVisible();
        take("preview");
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1280", "LIGHT, 375", "DARK, 1280", "DARK, 375"})
    void everyState_ofTheStatus(ColorScheme scheme, int width) {
        walk(scheme, width, States::ofTheStatus);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1280", "LIGHT, 375", "DARK, 1280", "DARK, 375"})
    void everyState_ofActivationAndTrouble(ColorScheme scheme, int width) {
        walk(scheme, width, States::ofActivationAndTrouble);
        walk(scheme, width, states -> states.ofAnotherRole(() -> window(scheme, width)));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1280", "LIGHT, 375", "DARK, 1280", "DARK, 375"})
    void everyState_ofOperations(ColorScheme scheme, int width) {
        walk(scheme, width, States::ofOperations);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1280", "LIGHT, 375", "DARK, 1280", "DARK, 375"})
    void everyState_ofWarnings(ColorScheme scheme, int width) {
        walk(scheme, width, States::ofWarnings);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1280", "LIGHT, 375", "DARK, 1280", "DARK, 375"})
    void everyState_ofWhatOpens(ColorScheme scheme, int width) {
        walk(scheme, width, States::ofWhatOpens);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1280", "LIGHT, 375", "DARK, 1280", "DARK, 375"})
    void everyState_ofDialogs(ColorScheme scheme, int width) {
        walk(scheme, width, States::ofDialogs);
    }

    private void walk(ColorScheme scheme, int width, Consumer<States> walk) {
        window(scheme, width);
        walk.accept(new States(this, state -> {
            String name = state.replaceAll("[^A-Za-z]+", "-") + "-" + scheme + "-" + width;
            takeWhole(name + "-en");
            speak("de", "Lizenzierung");
            takeWhole(name + "-de");
            speak("en", "Licensing");
        }));
    }

    private void window(ColorScheme scheme, int width) {
        look(width, width < 600 ? 812 : 900, scheme);
    }

    private void takeWhole(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(EVERY.resolve(name.toLowerCase(Locale.ROOT) + ".png")));
    }

    private void take(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SHOWN.resolve(name + ".png")));
    }
}
