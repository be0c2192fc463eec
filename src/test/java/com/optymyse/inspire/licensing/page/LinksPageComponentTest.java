package com.optymyse.inspire.licensing.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where the page leads: to whom it names, to the page about a failure, and to help. */
@QuarkusTest
@TestProfile(PageProfile.class)
class LinksPageComponentTest extends PageTest {

    @Test
    void contact_mailAddress_mailIsFilledInWithoutTheKey() {
        openActivation();
        field("License key").fill("NO-SUCH-KEY");

        click("Activate License");

        Locator mail = link(PageProfile.SUPPORT).first();
        String address = URLDecoder.decode(mail.getAttribute("href"), StandardCharsets.UTF_8);
        Assertions.assertThat(address)
                .startsWith("mailto:" + PageProfile.SUPPORT + "?subject=")
                .contains("Fingerprint: " + fingerprint())
                .contains("Standing: This installation is not licensed")
                .doesNotContain("NO-SUCH-KEY");
    }

    @Tag("thorough")
    @Test
    void contact_name_isNoLink() {
        wire.change(
                "/licensing/config.json",
                settings -> ((ObjectNode) settings.get("contact")).put("support", "Our hotline"));
        openActivation();

        choose("offline");

        says("Send this request to Our hotline.");
        assertThat(link("Our hotline")).hasCount(0);
    }

    @Test
    void failure_ofTheService_leadsToItsPage() {
        openActivation();
        field("License key").fill("NO-SUCH-KEY");

        click("Activate License");

        Locator page = link("What to do about license-key-unknown");
        assertThat(page).hasAttribute("href", service + "problems/license-key-unknown");
        given().get(page.getAttribute("href")).then().statusCode(200);
    }

    @Test
    void trouble_ofTheService_leadsToItsPage() {
        wire.problem(
                Wire.LICENSE,
                503,
                Map.of("code", "store-unavailable", "detail", "PostgreSQL does not answer."),
                Map.of("Retry-After", "5"));

        open();

        says("The licensing service does not answer");
        assertThat(link("What to do about store-unavailable"))
                .hasAttribute("href", service + "problems/store-unavailable");
        assertThat(page.getByText("Try again in")).hasCount(0); // The page does that by itself.
    }

    @Test
    void operationInDoubt_ofTheService_leadsToItsPage() {
        admin.activate(KEY);
        openStatus();
        wire.problem(
                Wire.REVALIDATE,
                500,
                Map.of("code", "internal-error", "detail", "Unexpected.", "instance", "urn:uuid:0-1"),
                Map.of());
        wire.recorded("revalidate", "failed", "The re-validation met an unexpected error.");

        click("Re-validate License");

        says("The re-validation failed.");
        assertThat(link("What to do about internal-error")).hasAttribute("href", service + "problems/internal-error");
    }

    @Tag("thorough")
    @Test
    void foot_notConfigured_leadsToTheProblemPages() {
        openStatus();

        Locator help = link("Licensing Troubleshooting").first();
        assertThat(help).hasAttribute("href", service + "problems");
        given().get(help.getAttribute("href")).then().statusCode(200);
        assertThat(link("Documentation")).hasCount(0);
    }

    @Test
    void foot_configured_leadsThere() {
        wire.change(
                "/licensing/config.json",
                settings -> settings.put("troubleshooting", "https://help.example/licensing")
                        .put("documentation", "../docs/"));

        openStatus();

        assertThat(link("Licensing Troubleshooting").first()).hasAttribute("href", "https://help.example/licensing");
        assertThat(link("Documentation").first()).hasAttribute("href", service + "docs/");
    }

    /** The page need not trust what its host serves. */
    @Test
    void foot_addressThatIsNoneOfTheWeb_isNoLink() {
        wire.change(
                "/licensing/config.json", settings -> settings.put("documentation", "javascript:document.title='x'"));

        openStatus();

        says("Documentation");
        assertThat(link("Documentation")).hasCount(0);
    }

    @Test
    void roleMissing_administratorsNamed_askedByALink() {
        wire.change(
                "/licensing/config.json",
                settings -> ((ObjectNode) settings.get("contact"))
                        .put("administrators", "https://intranet.example/inspire"));
        provider.roles("Viewer");

        open();

        says("You are signed in, but without the Admin role.");
        assertThat(link("https://intranet.example/inspire")).hasAttribute("href", "https://intranet.example/inspire");
        assertThat(button("Sign in again")).isVisible();
    }

    private Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
