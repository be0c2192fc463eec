package com.optymyse.inspire.licensing.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.optymyse.inspire.licensing.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an application may do around the element, and do wrong. */
@QuarkusTest
@TestProfile(PageProfile.class)
class HostPageComponentTest extends PageTest {

    private static final String ELEMENT = "<inspire-licensing api='/'></inspire-licensing>";

    private static final String HOST = """
            <!doctype html>
            <html lang="en">
              <head>
                <title>A host</title>
                <style>STYLE</style>
                <script type="module" src="/licensing/inspire-licensing.js"></script>
              </head>
              <body>BODY</body>
            </html>""";

    /** Lets a page be hidden, which a browser without windows never does. */
    private static final String HIDABLE = """
            let seen = 'visible';
            Object.defineProperty(Document.prototype, 'visibilityState', { get: () => seen });
            window.see = state => {
              seen = state;
              document.dispatchEvent(new Event('visibilitychange'));
            };""";

    private final List<String> errors = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    @BeforeEach
    void listen() {
        errors.clear();
        warnings.clear();
        page.onConsoleMessage(this::note);
    }

    private void note(ConsoleMessage message) {
        if (message.type().equals("error")) {
            errors.add(message.text());
        } else if (message.type().equals("warning")) {
            warnings.add(message.text());
        }
    }

    /** The page would wait for ever, and its reader with it. */
    @Test
    void host_noGetToken_saidOnThePageAndTheConsole() {
        openHost("", ELEMENT);

        says("The page can’t sign you in");
        says("The developers of the application must set getToken of <inspire-licensing>.");
        Assertions.assertThat(errors).singleElement().asString().contains("set getToken of <inspire-licensing>");
        giveToken(page);
        assertThat(heading("This installation is not licensed")).isVisible();
        saysNoLonger("The page can’t sign you in");
    }

    @Test
    void host_tabThatThereIsNot_theFirstOneAndSaidOnThePageAndTheConsole() {
        openHost("", "<inspire-licensing api='/' tab='activation'></inspire-licensing>");
        giveToken(page);

        assertThat(tab("Status")).hasAttribute("aria-selected", "true");
        says("there is no tab “activation”, so “status” is shown");
        Assertions.assertThat(warnings).singleElement().asString().contains("there is no tab “activation”");
        tab("Activate").click();
        saysNoLonger("there is no tab “activation”");
    }

    @Test
    void host_fileOfThePageLost_saidInItsPlaceAndOnTheConsole() {
        page.route("**/licensing/assets/*.js", Route::abort);

        openHost("", "<inspire-licensing api='/'><h1 slot='heading'>The host’s heading</h1></inspire-licensing>");

        assertThat(heading("The host’s heading")).isVisible();
        says("The Licensing page could not be loaded: a file of it did not arrive. Reload the page.");
        Assertions.assertThat(errors)
                .anyMatch(error -> error.contains("a file of the Licensing page could not be loaded"));
    }

    @Test
    void host_fileOfThePageLostInGerman_saidInGerman() {
        page.route("**/licensing/assets/*.js", Route::abort);

        openHost("", "<inspire-licensing api='/' lang='de-AT'></inspire-licensing>");

        says("Die Lizenzseite konnte nicht geladen werden");
        assertThat(page.getByRole(AriaRole.ALERT)).hasAttribute("lang", "de");
    }

    @Test
    void host_colorsAndRadius_buttonsAndUnderlineObey() {
        openHost("""
                inspire-licensing {
                  --inspire-licensing-brand: rgb(160, 32, 96);
                  --inspire-licensing-on-brand: rgb(255, 250, 240);
                  --inspire-licensing-surface: rgb(250, 250, 245);
                  --inspire-licensing-radius: 3px;
                }""", ELEMENT);
        giveToken(page);

        tab("Status").waitFor();
        assertThat(tab("Status")).hasCSS("border-bottom-color", "rgb(160, 32, 96)");
        assertThat(tab("Status")).hasCSS("color", "rgb(160, 32, 96)");
        assertThat(page.locator("il-installation-card .card")).hasCSS("border-radius", "3px");
        assertThat(page.locator("il-installation-card .card")).hasCSS("background-color", "rgb(250, 250, 245)");
        tab("Activate").click();
        assertThat(button("Activate License")).hasCSS("background-color", "rgb(160, 32, 96)");
        assertThat(button("Activate License")).hasCSS("color", "rgb(255, 250, 240)");
    }

    /** Of another version, which the page could not work with; and with another size of letters, which counts for the host alone. */
    @Test
    void host_ownWebAwesomeAndOtherFontSize_sameBoxes() {
        admin.activate(KEY).statusCode(200);
        List<List<Object>> alone = boxes("", "");

        List<List<Object>> beside = boxes("html { font-size: 10px }", """
                <script>
                  for (const name of ['button', 'dialog', 'tab', 'tab-group', 'tab-panel', 'spinner']) {
                    customElements.define(`wa-${name}`, class extends HTMLElement {
                      connectedCallback() {
                        this.attachShadow({ mode: 'open' }).innerHTML = 'The host’s own';
                      }
                    });
                  }
                </script>""");

        Assertions.assertThat(alone).hasSizeGreaterThan(20);
        Assertions.assertThat(beside).hasSameSizeAs(alone);
        for (int i = 0; i < alone.size(); i++) {
            List<Object> expected = alone.get(i);
            Assertions.assertThat(beside.get(i)).first().isEqualTo(expected.getFirst());
            for (int side = 1; side < expected.size(); side++) {
                Assertions.assertThat(((Number) beside.get(i).get(side)).doubleValue())
                        .as("%s", expected)
                        .isCloseTo(((Number) expected.get(side)).doubleValue(), Assertions.within(1.0));
            }
        }
    }

    /** The name, width and height of what has a box of its own, with the dialog open. */
    @SuppressWarnings("unchecked")
    private List<List<Object>> boxes(String style, String before) {
        page.unroute("**/host.html");
        openHost(style, before + ELEMENT);
        giveToken(page);
        saysLicensed();
        click("Deactivate");
        assertThat(button("Confirm Deactivate")).isVisible();
        return (List<List<Object>>) page.evaluate("""
                () => {
                  const boxes = [];
                  const look = root => {
                    for (const element of root.querySelectorAll('*')) {
                      if (element.shadowRoot) {
                        look(element.shadowRoot);
                      }
                      if (element.matches('h1, h2, h3, button, section, dialog, input, select, [role=tab]')) {
                        const { width, height } = element.getBoundingClientRect();
                        boxes.push([element.localName, width, height]);
                      }
                    }
                  };
                  look(document.querySelector('inspire-licensing').shadowRoot);
                  return boxes;
                }""");
    }

    @Test
    void tab_focused_ringLeavesTheLettersFree() {
        openStatus();

        Object room = page.evaluate("""
                () => {
                  const tab = document.querySelector('licensing-page').shadowRoot
                    .querySelector('inspire-licensing').shadowRoot.querySelector('[panel=status]');
                  const base = tab.shadowRoot.querySelector('[part~=base]');
                  tab.focus({ focusVisible: true });
                  const { outlineOffset, outlineWidth } = getComputedStyle(base);
                  const letters = document.createRange();
                  letters.selectNodeContents(tab);
                  const inside = letters.getBoundingClientRect().left - base.getBoundingClientRect().left;
                  return inside + parseFloat(outlineOffset);
                }""");

        Assertions.assertThat(((Number) room).doubleValue()).isGreaterThanOrEqualTo(2);
    }

    /** A browser has six connections to a service over HTTP/1.1, for all its tabs. */
    @Test
    void page_hiddenForTenSeconds_letsGoOfTheStreamAndReadsAnewWhenShown() {
        page.addInitScript(HIDABLE);
        page.clock().install();
        List<Request> ended = new ArrayList<>();
        page.onRequestFailed(ended::add);
        openHost("", ELEMENT);
        giveToken(page);
        assertThat(heading("This installation is not licensed")).isVisible();
        page.waitForCondition(() -> wire.requests(Wire.STREAM).size() == 1);

        page.evaluate("see('hidden')");
        page.clock().fastForward(10_000);

        page.waitForCondition(() -> ended.contains(wire.requests(Wire.STREAM).getFirst()));
        int reads = wire.requests(Wire.LICENSE).size();
        admin.activate(KEY);
        page.clock().fastForward(60_000);
        // What is asked here is answered after whatever the page would have asked before.
        page.evaluate("() => fetch('/licensing/config.json').then(answer => answer.text())");
        Assertions.assertThat(wire.requests(Wire.LICENSE)).hasSize(reads);
        Assertions.assertThat(wire.requests(Wire.STREAM)).hasSize(1);
        page.evaluate("see('visible')");
        saysLicensed();
        page.waitForCondition(() -> wire.requests(Wire.STREAM).size() == 2);
    }

    /** Whoever looks something up in another tab finds the page as they left it. */
    @Tag("thorough")
    @Test
    void page_hiddenForAMoment_keepsTheStream() {
        page.addInitScript(HIDABLE);
        page.clock().install();
        List<Request> ended = new ArrayList<>();
        page.onRequestFailed(ended::add);
        openHost("", ELEMENT);
        giveToken(page);
        page.waitForCondition(() -> wire.requests(Wire.STREAM).size() == 1);

        page.evaluate("see('hidden')");
        page.clock().fastForward(9_000);
        page.evaluate("see('visible')");
        page.clock().fastForward(9_000);

        admin.activate(KEY);
        saysLicensed();
        // What was being read when the clock was put ahead may have timed out by that clock, and is read again.
        Assertions.assertThat(ended).doesNotContainAnyElementsOf(wire.requests(Wire.STREAM));
        Assertions.assertThat(wire.requests(Wire.STREAM)).hasSize(1);
    }

    /** With a stream for each of six tabs in the background, the seventh would never be answered. */
    @Tag("thorough")
    @Test
    void page_inTheSeventhTab_isAnswered() {
        window().addInitScript(HIDABLE);
        for (int tab = 1; tab <= 6; tab++) {
            Page another = window().newPage();
            another.clock().install();
            openHost(another, "", ELEMENT);
            giveToken(another);
            assertThat(another.getByText("This installation is not licensed")).isVisible();
            another.evaluate("see('hidden')");
            another.clock().fastForward(10_000);
        }

        openHost("", ELEMENT);
        giveToken(page);

        assertThat(heading("This installation is not licensed")).isVisible();
    }

    /** For a banner of the host's own. */
    @Test
    void host_listening_toldOnceWhatTheLicenseIsAndAgainWhenItChanges() {
        page.addInitScript("""
                window.changes = [];
                document.addEventListener('DOMContentLoaded', () =>
                  document.querySelector('inspire-licensing').addEventListener('inspire-licensing-change', event =>
                    window.changes.push(JSON.stringify(event.detail))));""");
        openHost("", ELEMENT);
        giveToken(page);
        assertThat(heading("This installation is not licensed")).isVisible();

        wire.change(Wire.LICENSE, license -> {
            license.put("now", "2027-01-01T12:00:00Z").putNull("until");
            ((ObjectNode) license.path("license")).putNull("createdAt").put("expiresAt", "2027-01-04T18:00:00Z");
        });
        admin.activate(KEY).statusCode(200);

        saysLicensed();
        Assertions.assertThat(page.evaluate("window.changes")).isEqualTo(List.of("""
                        {"standing":"unlicensed","until":null,"reason":"not-activated","days":null}""", """
                        {"standing":"licensed","until":"2027-01-04T18:00:00Z","reason":"license-ends","days":3}"""));
    }

    @Test
    void declarations_ofTheElement_areServed() {
        given().get("/licensing/inspire-licensing.d.ts")
                .then()
                .statusCode(200)
                .body(containsString("'inspire-licensing': InspireLicensingElement;"));
    }

    /** While replicas are replaced one by one, the page may meet one of the version before. */
    @Test
    void olderService_withoutTheNewMembers_pageWorks() {
        admin.activate(KEY).statusCode(200);
        List<String> failures = new ArrayList<>();
        page.onPageError(failures::add);
        wire.change(Wire.LICENSE, license -> {
            license.remove(List.of("now", "asSigned", "reader"));
            ((ObjectNode) license.path("license")).remove(List.of("createdAt", "certificateIssuedAt"));
            ((ObjectNode) license.path("installation")).remove(List.of("version", "trail"));
        });

        openStatus();

        saysLicensed();
        assertThat(row("License Key")).isVisible();
        shows(page.locator("il-history-list li").first(), "Activation");
        Assertions.assertThat(failures).isEmpty();
    }

    @Test
    void standalone_scriptsLost_saysWhatToDo() {
        page.route("**/*.js", Route::abort);

        page.navigate(service.toString());

        assertThat(heading("Licensing")).isVisible();
        says("If this stays, reload the page.");
        says("Bleibt das so, laden Sie die Seite neu.");
        page.getByText("the page about problems").click();
        assertThat(page).hasURL(service + "problems");
    }

    @Test
    void standalone_reloaded_tabAndTypedTextStayUntilTheSignOut() {
        openActivation();
        choose("offline");
        field("License key").fill("SOME-KEY");
        field("License file (.lic)").fill("SOME-FILE");
        assertThat(page).hasURL(service + "#activate");

        page.reload();

        assertThat(field("License key")).hasValue("SOME-KEY");
        assertThat(field("License file (.lic)")).hasValue("SOME-FILE");
        tab("Status").click();
        assertThat(page).hasURL(service.toString());
        click("Sign out");
        button("Sign in").waitFor();
        Assertions.assertThat((String) page.evaluate("JSON.stringify(sessionStorage)"))
                .doesNotContain("SOME-");
    }

    @Test
    void standalone_addressOfATab_keptOverTheSignIn() {
        page.navigate(service + "#activate");

        click("Sign in");

        assertThat(heading("Activate a license")).isVisible();
        assertThat(page).hasURL(service + "#activate");
    }

    private void openHost(String style, String body) {
        openHost(page, style, body);
    }

    private void openHost(Page page, String style, String body) {
        page.route(
                "**/host.html",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html; charset=utf-8")
                        .setBody(HOST.replace("STYLE", style).replace("BODY", body))));
        page.navigate(service + "host.html");
    }

    private static void giveToken(Page page) {
        page.evaluate("""
                token => customElements.whenDefined('inspire-licensing').then(() => {
                  document.querySelector('inspire-licensing').getToken = () => token;
                })""", Tokens.withRole("Admin"));
    }
}
