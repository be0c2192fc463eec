package com.optymyse.inspire.licensing.examples;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.testing.Chromium;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import com.optymyse.inspire.licensing.testing.PlantedRefusals;
import com.optymyse.inspire.licensing.testing.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The official OpenFeature provider for browsers, as it is published, and a change that is pushed to it. */
@QuarkusTest
class BrowserPageExampleComponentTest extends LicensingTest {

    /** Milliseconds in which the page asks again for certain. */
    private static final double SOME_PAUSES = 60_000;

    private static Path example;

    @TestHTTPResource("/")
    URI root;

    @Inject
    Vertx vertx;

    private String service;
    private BrowserContext browser;
    private Page page;

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        example = NodeExample.installed("browser-page").folder();
    }

    @BeforeEach
    void unlicensed() {
        service = "http://localhost:" + root.getPort();
        browser = Chromium.browser().newContext();
        browser.addInitScript("sessionStorage.setItem('access_token', '" + Tokens.withoutRole() + "')");
        page = browser.newPage();
        page.route(service + "/example/**", this::serve);
    }

    @AfterEach
    void close() {
        PlantedRefusals.lift();
        browser.close();
    }

    @Test
    void page_licenseChanges_followsWithoutReload() {
        page.navigate(service + "/example/index.html");
        assertThat(page.locator("#displays")).hasText("0");
        assertThat(page.locator("#walls")).isHidden();
        assertThat(page.locator("#upgrade")).isVisible();

        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        assertThat(page.locator("#walls")).isVisible();
        assertThat(page.locator("#displays")).hasText("500");
        assertThat(page.locator("#upgrade")).isHidden();

        admin.post("/license/deactivate").statusCode(200);
        assertThat(page.locator("#upgrade")).isVisible();
        assertThat(page.locator("#walls")).isHidden();
    }

    @Test
    void page_openedWithoutToken_showsTheDefaultsAndTakesTheTokenUp() throws IOException {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        try (BrowserContext first = Chromium.browser().newContext()) {
            page = first.newPage();
            page.route(service + "/example/**", this::serve);
            page.navigate(service + "/example/index.html");
            assertThat(page.locator("#state")).hasText("There is no access token yet.");
            assertThat(page.locator("#displays")).hasText("0");
            assertThat(page.locator("#upgrade")).isVisible();

            page.evaluate("token => sessionStorage.setItem('access_token', token)", Tokens.withoutRole());

            assertThat(page.locator("#displays")).hasText("500", new HasTextOptions().setTimeout(SOME_PAUSES));
            assertThat(page.locator("#walls")).isVisible();
            assertThat(page.locator("#state")).isEmpty();
        }
    }

    @Test
    void page_serviceIsNotReadyWhenItOpens_isSetAgainByItself() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        PlantedRefusals.plant(RefusalCode.STARTING);
        page.waitForResponse(answer -> answer.status() == 503, () -> page.navigate(service + "/example/index.html"));
        assertThat(page.locator("#walls")).isHidden();

        PlantedRefusals.lift();

        assertThat(page.locator("#walls")).isVisible();
    }

    /** Nobody has to load the page again once the service is back. */
    @Test
    @Tag("thorough")
    void page_serviceGivesNoAnswer_saysSoAndAsksAgain() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        try (Door door = Door.to(vertx, root)) {
            service = door.address().toString();
            page.route(service + "/example/**", this::serve);
            door.fallSilent();

            page.navigate(service + "/example/index.html");
            assertThat(page.locator("#state")).hasText("The licensing service gives no answer. Asking again …");
            assertThat(page.locator("#displays")).hasText("0");

            door.speak();
            assertThat(page.locator("#displays")).hasText("500", new HasTextOptions().setTimeout(SOME_PAUSES));
            assertThat(page.locator("#state")).isEmpty();
        }
    }

    /**
     * The page's own files, below the service's address. What another address changes,
     * {@link BrowserPageOriginComponentTest} shows.
     */
    private void serve(Route route) {
        String name = URI.create(route.request().url()).getPath().substring("/example/".length());
        try {
            String content = Files.readString(example.resolve(name)).replace("http://localhost:8080", service);
            route.fulfill(new Route.FulfillOptions()
                    .setBody(content)
                    .setContentType(name.endsWith(".html") ? "text/html" : "text/javascript"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
