package com.optymyse.inspire.licensing.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.optymyse.inspire.licensing.page.Wire.Held;
import com.optymyse.inspire.licensing.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The element inside of a page of somebody else, with styles of its own, under the strict policy. */
@QuarkusTest
@TestProfile(PageProfile.class)
class EmbeddedPageComponentTest extends PageTest {

    private static final int COMPRESSED_AT_MOST = 110_000;

    private final List<String> complaints = new ArrayList<>();
    private final List<Response> responses = new ArrayList<>();

    @BeforeEach
    void listen() {
        complaints.clear();
        responses.clear();
        page.onConsoleMessage(this::note);
        page.onPageError(complaints::add);
        page.onResponse(responses::add);
        page.route(
                "**/sandbox/token**",
                route -> route.fulfill(new Route.FulfillOptions().setBody(Tokens.withRole("Admin"))));
    }

    private void note(ConsoleMessage message) {
        if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.text());
        }
    }

    @Test
    void embedded_underAStrictPolicy_worksWithoutAnyComplaint() {
        openExample();
        page.getByRole(AriaRole.TAB).last().click();
        field("License key").fill(KEY);
        click("Activate License");
        saysLicensed();
        click("Deactivate");
        click("Confirm Deactivate");
        assertThat(heading("This installation is not licensed")).isVisible();

        Assertions.assertThat(complaints).isEmpty();
        Assertions.assertThat(responses)
                .filteredOn(response -> response.url().endsWith("example.html"))
                .allMatch(response ->
                        response.headers().get("content-security-policy").startsWith("default-src 'none';"));
    }

    @Test
    void embedded_used_addressAndHistoryOfTheHostStay() {
        openExample();
        String address = page.url();
        Object entries = page.evaluate("history.length");

        page.getByRole(AriaRole.TAB).last().click();
        tab("Status").click();

        Assertions.assertThat(page.url()).isEqualTo(address);
        Assertions.assertThat(page.evaluate("history.length")).isEqualTo(entries);
        Assertions.assertThat(page.evaluate("localStorage.length + sessionStorage.length"))
                .isEqualTo(0);
    }

    @Test
    void embedded_tabAttribute_setByTheHostAndToldToIt() {
        openExample();

        click("Switch the tab from outside");

        assertThat(heading("Activate a license")).isVisible();
        tab("Status").click();
        assertThat(page.locator("inspire-licensing")).hasAttribute("tab", "status");
    }

    /** Frameworks give a new function whenever they render, and move elements. */
    @Test
    void embedded_newGetterAndMovedDuringAnOperation_operationIsStillKnown() {
        openExample();
        Held held = wire.hold(Wire.ACTIVATE);
        page.getByRole(AriaRole.TAB).last().click();
        field("License key").fill(KEY);
        click("Activate License");
        held.arrived();

        changeAndLeave("element.getToken = refused => former(refused)");
        changeAndLeave("document.body.append(element)");

        says("The license is being activated");
        held.release();
        says("The Enterprise license is active.");
        saysNoLonger("The license is being activated");
        shows(page.locator("il-history-list li").first(), "Activation");
        page.unroute("**/sandbox/token**"); // The page goes on reading.
    }

    @Test
    void embedded_tokenThatCantBeFetched_noSignOutNoDoubtAndBackByItself() {
        openExample();
        page.getByRole(AriaRole.TAB).last().click();
        field("License key").fill(KEY);
        page.evaluate("""
                () => {
                  const element = document.querySelector('inspire-licensing');
                  const former = element.getToken;
                  window.away = true;
                  element.getToken = async refused => {
                    if (window.away) {
                      throw new Error('The provider is away.');
                    }
                    return former(refused);
                  };
                }""");

        click("Activate License");

        says("Activation failed");
        says("Your sign-in can’t be renewed now");
        Assertions.assertThat(wire.requests(Wire.ACTIVATE)).isEmpty();
        assertThat(page.getByText("No answer came")).hasCount(0);
        page.evaluate("window.away = false");
        saysNoLonger("Your sign-in can’t be renewed now");
        click("Activate License");
        says("The Enterprise license is active.");
    }

    /** The former service may answer when another one is shown already. */
    @Test
    void embedded_otherServiceWhileTheSettingsAreRead_keepsItsOwn() {
        Held former = wire.hold("/licensing/config.json");
        page.route("**/other/**", route -> route.resume(new Route.ResumeOptions().setUrl(behind(route))));
        page.route("**/other/licensing/config.json", route -> {
            APIResponse answer = route.fetch(new Route.FetchOptions().setUrl(behind(route)));
            ObjectNode settings = (ObjectNode) Wire.json(answer.text());
            settings.put("licensingServer", "other.example.com");
            route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(settings.toString()));
        });
        page.navigate(service + "licensing/example.html");
        former.arrived();
        page.evaluate("document.querySelector('inspire-licensing').api = '/other/'");
        tab("Activate").click();
        says("Checks your license key at other.example.com");

        page.waitForRequest(service + "license", former::release);

        tab("Status").click();
        tab("Activate").click();
        says("Checks your license key at other.example.com");
    }

    private static String behind(Route route) {
        return route.request().url().replace("/other/", "/");
    }

    @Tag("thorough")
    @Test
    void embedded_signedOutInTheFirstReadOfTheHistory_readAfterTheNextSignIn() {
        page.route("**/license/history**", route -> route.fulfill(new Route.FulfillOptions().setStatus(401)));
        wire.hold(Wire.STREAM);
        page.navigate(service + "licensing/example.html");
        says("Your session has ended");

        page.unroute("**/license/history**");
        click("Try again");

        says("Nothing has happened yet.");
    }

    /** Does something to the element, and sees that the browser would ask before the page is left. */
    private void changeAndLeave(String change) {
        Assertions.assertThat(page.evaluate("""
                        async () => {
                          const element = document.querySelector('inspire-licensing');
                          const former = element.getToken;
                          CHANGE;
                          await element.updateComplete;
                          return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
                        }""".replace("CHANGE", change)))
                .as(change)
                .isEqualTo(true);
    }

    @Test
    void embedded_rudeStylesOfTheHost_doNotReachIn() {
        openExample();

        assertThat(heading("Licensing")).hasCSS("text-transform", "none");
        assertThat(heading("Licensing")).hasCSS("font-style", "normal");
        assertThat(heading("Licensing")).hasCSS("letter-spacing", "-0.56px");
        assertThat(heading("Licensing")).hasCSS("border-top-width", "0px");
        assertThat(page.locator("header strong")).hasCSS("text-transform", "uppercase");
    }

    /** With all that is fetched when it is wanted: another language than English, and the QR code. */
    @Test
    void standalone_usedInGerman_smallOnTheWayAndFromNobodyElse() {
        page.addInitScript("Object.defineProperty(Navigator.prototype, 'languages', { get: () => ['de-DE'] });");
        page.navigate(service.toString());
        click("Anmelden");
        tab("Aktivieren").click();
        choose("offline");
        click("QR-Code anzeigen");
        page.locator("il-qr-code svg").waitFor();

        String provided = provider.address();
        Assertions.assertThat(responses)
                .extracting(Response::url)
                .allMatch(url -> url.startsWith(service.toString()) || url.startsWith(provided));
        Map<String, Integer> transferred = List.copyOf(responses).stream()
                .filter(response -> response.url().startsWith(service.toString()) && response.status() == 200)
                .filter(response -> response.url().matches(".*(\\.js|\\.css|\\.svg|/)$"))
                .collect(Collectors.toMap(
                        Response::url, response -> response.request().sizes().responseBodySize, Math::max));
        int total = transferred.values().stream().mapToInt(Integer::intValue).sum();
        Assertions.assertThat(total).as(transferred.toString()).isBetween(20_000, COMPRESSED_AT_MOST);
    }

    @Test
    void policy_ofThePage_nobodyButThisServiceAndTheIdentityProvider() {
        given().get("/")
                .then()
                .header(
                        "Content-Security-Policy",
                        equalTo(
                                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self' "
                                        + provider.address()
                                        + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"));
    }

    @Test
    void files_named_keptAsLongAsTheyCanBe() {
        given().get("/").then().header("Cache-Control", equalTo("no-cache"));
        given().get("/licensing/inspire-licensing.js").then().header("Cache-Control", equalTo("no-cache"));
        String asset = given().get("/").asString().replaceAll("(?s).*src=\"\\./(licensing/assets/[^\"]+)\".*", "$1");

        given().get("/" + asset)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("public, max-age=31536000, immutable"));
    }

    @Test
    void settings_public_withoutSecrets() {
        given().get("/licensing/config.json")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("oidc.authority", equalTo(provider.address()))
                .body("oidc.clientId", equalTo("inspire-licensing"))
                .body("sandbox", equalTo(false))
                .body("contact.support", equalTo(PageProfile.SUPPORT))
                .body("contact.administrators", nullValue())
                .body("troubleshooting", equalTo("problems"))
                .body("documentation", nullValue())
                .body(
                        "keySet()",
                        equalTo(Set.of(
                                "oidc", "sandbox", "licensingServer", "contact", "troubleshooting", "documentation")));
    }

    private void openExample() {
        page.navigate(service + "licensing/example.html");
        tab("Status").waitFor();
    }
}
