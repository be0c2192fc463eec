package com.optymyse.inspire.licensing.examples;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.optymyse.inspire.licensing.testing.Api;
import com.optymyse.inspire.licensing.testing.Chromium;
import com.optymyse.inspire.licensing.testing.FreshInstallation;
import com.optymyse.inspire.licensing.testing.OtherSettings;
import com.optymyse.inspire.licensing.testing.SandboxControl;
import com.optymyse.inspire.licensing.testing.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page as its own server serves it, at another address than the service's, which allows it as README tells. */
@QuarkusTest
@TestProfile(OtherSettings.class)
@Tag("thorough")
class BrowserPageOriginComponentTest {

    private static final String SERVICE = "http://localhost:8080";

    SandboxControl sandbox;

    @TestHTTPResource("/")
    URI root;

    @Inject
    FreshInstallation installation;

    @Test
    void page_atItsOwnAddress_isAllowedToAskAndHearsOfChanges() throws Exception {
        Assertions.assertThat(Files.readString(Path.of("src/examples/README.md")))
                .contains("-Dquarkus.http.cors.enabled=true -Dquarkus.http.cors.origins=http://localhost:8093");
        sandbox.reset();
        installation.begin();
        Api admin = new Api(sandbox.token("Admin"));
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        Path example = NodeExample.installed("browser-page").folder();
        askThisService(example.resolve("index.html"));

        try (Program server = Program.start(
                        example, NodeExample.LISTENING, Map.of("PORT", "0"), List.of("node", "serve.js"));
                BrowserContext browser = Chromium.browser().newContext()) {
            browser.addInitScript("sessionStorage.setItem('access_token', '" + Tokens.withoutRole() + "')");
            Page page = browser.newPage();

            page.navigate("http://localhost:" + server.port());
            assertThat(page.locator("#displays")).hasText("500");
            assertThat(page.locator("#walls")).isVisible();
            assertThat(page.locator("#state")).isEmpty();

            admin.post("/license/deactivate").statusCode(200);
            assertThat(page.locator("#upgrade")).isVisible();
        }
    }

    private void askThisService(Path page) throws Exception {
        String content = Files.readString(page);
        Assertions.assertThat(content).contains(SERVICE);
        Files.writeString(page, content.replace(SERVICE, "http://localhost:" + root.getPort()));
    }
}
