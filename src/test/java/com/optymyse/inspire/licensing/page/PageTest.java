package com.optymyse.inspire.licensing.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.optymyse.inspire.licensing.testing.Api;
import com.optymyse.inspire.licensing.testing.Chromium;
import com.optymyse.inspire.licensing.testing.FreshInstallation;
import com.optymyse.inspire.licensing.testing.SandboxControl;
import com.optymyse.inspire.licensing.testing.TestClock;
import com.optymyse.inspire.licensing.testing.Tokens;
import com.optymyse.inspire.licensing.testing.Turnstile;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A new installation, and a browser window before it. */
abstract class PageTest {

    static final String KEY = "DEMO-ENTERPRISE";

    /**
     * Without it the page would read everything again within a minute, as long as tests wait: what should come by an event or
     * by the page's own retry would be seen all the same. The setter is for the clock of tests, which takes the place of the
     * browser's.
     */
    private static final String NO_REFRESH = """
            let repeat = window.setInterval;
            Object.defineProperty(window, 'setInterval', {
              get: () => (work, pause, ...more) => pause === 60_000 ? 0 : repeat(work, pause, ...more),
              set: other => { repeat = other; },
            });""";

    /**
     * What the page says for a moment stays until it says something else: on a machine that is slow just then, a test would come
     * too late for it. These are the pauses of toasts and of copy buttons.
     */
    private static final String NO_MOMENTS = """
            let later = window.setTimeout;
            Object.defineProperty(window, 'setTimeout', {
              get: () => {
                const present = later; // A clock of a test asks the one before it.
                return (work, pause, ...more) => pause === 7_000 || pause === 2_500 ? 0 : present(work, pause, ...more);
              },
              set: other => { later = other; },
            });""";

    SandboxControl sandbox;
    Turnstile turnstile;
    IdentityProvider provider;

    @Inject
    FreshInstallation installation;

    @Inject
    TestClock clock;

    @TestHTTPResource("/")
    URI service;

    /** Somebody else, who uses the API. */
    Api admin;

    private @Nullable BrowserContext window;
    Page page;
    Wire wire;

    @BeforeEach
    void newInstallation() {
        sandbox.reset();
        installation.begin();
        provider.roles("Admin");
        provider.subject("ada");
        admin = new Api(Tokens.withRole("Admin"));
        look(1280, 900, ColorScheme.LIGHT);
    }

    @AfterEach
    void closeTheWindow() {
        clock.reset();
        close();
    }

    /** Without its routes, because a request that one of them meets while the window closes is a failure for Playwright. */
    private void close() {
        if (window != null) {
            window.pages().forEach(Page::unrouteAll);
            window.unrouteAll();
            window.close();
        }
    }

    /** Takes another window: of a size, in light or dark. Its reader lives in Berlin and does not like motion. */
    void look(int width, int height, ColorScheme scheme) {
        look(width, height, scheme, "en-US");
    }

    /** The same, whose reader has set another language. */
    void look(int width, int height, ColorScheme scheme, String language) {
        close();
        window = Chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setColorScheme(scheme)
                        .setTimezoneId("Europe/Berlin")
                        .setLocale(language)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setPermissions(List.of("clipboard-read", "clipboard-write")));
        window.setDefaultTimeout(Chromium.TIMEOUT);
        window.addInitScript(NO_REFRESH);
        window.addInitScript(NO_MOMENTS);
        page = window.newPage();
        wire = new Wire(page);
    }

    BrowserContext window() {
        return window;
    }

    /** Opens the standalone page and signs in. */
    void open() {
        page.navigate(service.toString());
        click("Sign in");
        button("Sign out").waitFor();
    }

    /** Opens the page as an admin, and waits until it shows the license. */
    void openStatus() {
        open();
        tab("Status").waitFor();
    }

    void openActivation() {
        openStatus();
        page.getByRole(AriaRole.TAB).last().click();
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator tab(String name) {
        return page.getByRole(
                AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator heading(String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /** The row of a table whose header says this. */
    Locator row(String header) {
        Locator named = page.getByRole(
                AriaRole.ROWHEADER, new Page.GetByRoleOptions().setName(header).setExact(true));
        return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHas(named));
    }

    void click(String button) {
        button(button).click();
    }

    /** Takes an activation method: online or offline. */
    void choose(String method) {
        page.locator("input[name=method][value=" + method + "]").click();
    }

    /** Has the standalone page speak another language, and waits until its title, which begins so, is in it. */
    void speak(String language, String title) {
        page.evaluate("language => document.documentElement.lang = language", language);
        page.waitForFunction("title => document.title.startsWith(title)", title);
        page.waitForFunction(
                "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))");
    }

    /** Waits until the page shows this somewhere. */
    void says(String text) {
        assertThat(page.getByText(text)
                        .filter(new Locator.FilterOptions().setVisible(true))
                        .first())
                .isVisible();
    }

    /** Waits until the page shows this nowhere. Between two tabs it may be there twice for a moment. */
    void saysNoLonger(String text) {
        assertThat(page.getByText(text).filter(new Locator.FilterOptions().setVisible(true)))
                .hasCount(0);
    }

    void saysLicensed() {
        assertThat(heading("This installation is licensed")).isVisible();
    }

    /** Waits until an element shows a text somewhere in it. */
    static void shows(Locator element, String text) {
        assertThat(element).containsText(text);
    }

    String file(String defect) {
        return sandbox.file(KEY, Map.of("kind", "machine", "fingerprint", fingerprint(), "defect", defect));
    }

    String fingerprint() {
        return admin.get("/license").extract().path("installation.fingerprint");
    }
}
