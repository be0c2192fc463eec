package com.optymyse.inspire.licensing.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Makes the screenshots that README shows: {@code ./mvnw test -Dtest.tags=screenshots}. */
@QuarkusTest
@TestProfile(PageProfile.class)
@Tag("screenshots")
class ScreenshotsPageComponentTest extends PageTest {

    private static final Path FOLDER = Path.of("src", "main", "webui", "screenshots");

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

    private void take(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }
}
