package com.optymyse.inspire.licensing.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.optymyse.inspire.licensing.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What language the page speaks: the element's, else the document's, standing alone the browser's. */
@QuarkusTest
@TestProfile(PageProfile.class)
class LanguagePageComponentTest extends PageTest {

    private final List<String> complaints = new ArrayList<>();

    @Test
    void standalone_germanBrowser_germanAndTheDocumentSaysSo() {
        lookIn("de-AT");

        page.navigate(service.toString());

        heading("Melden Sie sich an, um die Lizenz zu verwalten").waitFor();
        assertThat(page.locator("html")).hasAttribute("lang", "de");
        assertThat(page).hasTitle("Lizenzierung · Inspire");
        click("Anmelden");
        heading("Diese Installation ist nicht lizenziert").waitFor();
    }

    @Test
    void embedded_languageOfTheElement_beforeTheDocumentsAndTheBrowsers() {
        embed("element => element.lang = 'de'");

        heading("Diese Installation ist nicht lizenziert").waitFor();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
    }

    @Test
    void embedded_tagThatIsNone_pageWorksInEnglish() {
        page.addInitScript("addEventListener('DOMContentLoaded', () => document.documentElement.lang = 'not a tag!')");

        embed("element => element.lang = 'de-DE-x-'");

        heading("This installation is not licensed").waitFor();
    }

    @Tag("thorough")
    @Test
    void embedded_underscoreInTheTag_isMeantAllTheSame() {
        embed("element => element.lang = 'de_DE'");

        heading("Diese Installation ist nicht lizenziert").waitFor();
    }

    @Test
    void languageChanged_whileSomethingIsTyped_stays() {
        openActivation();
        field("License key").fill(KEY);

        page.evaluate("document.documentElement.lang = 'de'");

        assertThat(field("Lizenzschlüssel")).hasValue(KEY);
        assertThat(button("Lizenz aktivieren")).isVisible();
    }

    @Test
    void languageChanged_whileARefusalIsShown_saidInItWithTheServicesSentenceUnderTechnicalDetails() {
        openActivation();
        field("License key").fill("NO-SUCH-KEY");
        click("Activate License");
        says("does not know this license key");

        page.evaluate("document.documentElement.lang = 'de'");

        says("Der Lizenzserver kennt diesen Lizenzschlüssel nicht.");
        saysNoLonger("does not know this license key");
        page.getByText("Technische Einzelheiten")
                .filter(new Locator.FilterOptions().setVisible(true))
                .click();
        Locator service = page.locator("details[open] [lang=en]");
        shows(service, "does not know this license key");
        assertThat(service).hasAttribute("translate", "no");
    }

    @Test
    void german_licensed_datesAndNumbersAsTheReaderWritesThem() {
        admin.activate(KEY);
        lookIn("de-DE");

        page.navigate(service.toString());
        click("Anmelden");

        Assertions.assertThat(row("Zuletzt geprüft").textContent()).containsPattern("\\d{1,2}:\\d\\d ME(S)?Z");
        assertThat(page.locator("il-limit-cards")).containsText("Max. Displays");
        assertThat(page.locator("il-limit-cards")).containsText("10.000");
    }

    /** English stays, and says on the console why. */
    @Test
    void german_fileOfItsTextsDoesNotCome_pageWorksInEnglish() {
        page.route("**/assets/de-*.js", Route::abort);
        page.onConsoleMessage(message -> complaints.add(message.text()));

        embed("element => element.lang = 'de'");

        heading("This installation is not licensed").waitFor();
        assertThat(page.locator("inspire-licensing .root")).hasAttribute("lang", "en");
        page.waitForCondition(() -> complaints.stream().anyMatch(text -> text.contains("texts in the language de")));
    }

    private void lookIn(String language) {
        look(1280, 900, ColorScheme.LIGHT, language);
    }

    private void embed(String change) {
        page.route(
                "**/sandbox/token**",
                route -> route.fulfill(new Route.FulfillOptions().setBody(Tokens.withRole("Admin"))));
        page.navigate(service + "licensing/example.html");
        page.locator("inspire-licensing").evaluate(change);
        page.getByRole(AriaRole.TAB).first().waitFor();
    }
}
