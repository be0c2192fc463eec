package com.optymyse.inspire.licensing.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an admin is told before it takes anything away: how much time is left, whom to ask, and what to press. */
@QuarkusTest
@TestProfile(PageProfile.class)
class WarningsPageComponentTest extends PageTest {

    private static final String NOW = "2027-01-01T12:00:00Z";
    private static final String IN_40_DAYS = "2027-02-11T00:00:00Z";
    private static final String IN_2_DAYS = "2027-01-04T00:00:00Z";

    @BeforeEach
    void activate() {
        admin.activate(KEY);
    }

    @Test
    void licenseThatEnds_weeksAhead_saidWithDaysContactAndTheButtonForIt() {
        tells(license -> expires(license, IN_40_DAYS));
        openStatus();

        saysLicensed();
        says("The license is about to expire");
        says("40 days left");
        says("Contact " + PageProfile.SALES + " for renewal, then re-validate the license.");
        click("Re-validate License");

        says("Re-validated: the licensing server confirms the license.");
        Assertions.assertThat(wire.requests(Wire.REVALIDATE)).hasSize(1);
    }

    @Tag("thorough")
    @Test
    void licenseThatEnds_inAnHour_shieldIsNotGreen() {
        tells(license -> expires(license, "2027-01-01T13:00:00Z"));

        openStatus();

        saysLicensed();
        says("Less than a day left");
        assertThat(page.locator("il-standing-panel section.card")).hasClass(Pattern.compile("\\bwarn\\b"));
    }

    @Test
    void warning_seenFromTheDetails_focused() {
        tells(license -> expires(license, IN_40_DAYS));
        openStatus();

        row("Expires")
                .getByText("What to do about: The license is about to expire")
                .click();

        assertThat(page.locator("il-worst-thing .warning")).isFocused();
    }

    @Test
    void warning_seenFromTheRelease_focused() {
        tells(license -> seat(license, "blocked"));
        openStatus();

        page.locator("il-release-list")
                .getByText("What to do about: A seat can’t be released")
                .click();

        assertThat(page.locator("il-worst-thing .warning")).isFocused();
    }

    @Test
    void warning_seenFromTheNote_focused() {
        tells(license -> {
            license.put("standing", "grace").put("reason", "refused-by-server");
            note(license, "refused-by-server");
        });
        openStatus();

        page.locator("il-status-tab il-notice")
                .getByText("What to do about: The licensing server refuses the license")
                .click();

        assertThat(page.locator("il-worst-thing .warning")).isFocused();
    }

    @Test
    void information_putAside_backWithItsNextStep() {
        tells(license -> expires(license, IN_40_DAYS));
        openStatus();

        click("Dismiss until it is more urgent (The license is about to expire)");
        saysNoLonger("The license is about to expire");
        Assertions.assertThat((String) page.evaluate("Object.keys(localStorage).join()"))
                .isEqualTo("inspire-licensing-aside "
                        + admin.get("/license").extract().path("installation.id"));
        page.reload();
        saysLicensed();
        assertThat(page.getByText("The license is about to expire")).hasCount(0);
        tells(license -> expires(license.put("now", "2027-01-28T12:00:00Z"), IN_40_DAYS));
        page.reload();

        says("13 days left");
        assertThat(page.getByText("Dismiss until it is more urgent")).hasCount(0);
    }

    /** It is forecast for every license that is validated online. */
    @Tag("thorough")
    @Test
    void silenceOfTheServer_forecast_isNoWarning() {
        openStatus();

        says("Only if the licensing server stays unreachable");
        assertThat(page.locator("il-worst-thing")).hasCount(0);
    }

    @Test
    void severalWarnings_theWorstFirst() {
        tells(license -> {
            expires(license, IN_40_DAYS);
            note(license, "seat-shared");
        });

        openStatus();

        assertThat(page.locator("il-worst-thing .title"))
                .hasText(new String[] {"The seat is shared", "The license is about to expire 40 days left"});
        says("and 1 more:");
    }

    @Test
    void certificateNotRenewed_toldOnceWithItsPage() {
        tells(license -> {
            details(license).put("certificateExpiresAt", IN_2_DAYS);
            note(license, "certificate-not-renewed");
        });

        openStatus();

        Locator warning = page.locator("il-worst-thing .warning");
        shows(warning, "The certificate is not renewed");
        shows(warning, "The licensing server does not renew the certificate of this license");
        shows(warning, "Contact " + PageProfile.SUPPORT + ", then re-validate the license.");
        assertThat(heading("Notes about this license")).hasCount(0);
        assertThat(warning.getByText("What to do about certificate-not-renewed"))
                .isVisible();
        assertThat(page.getByText("What to do about certificate-not-renewed")).hasCount(1);
    }

    @Tag("thorough")
    @Test
    void twoClocksInDoubt_oneWarning() {
        tells(license -> {
            note(license, "host-clock-behind");
            ((ArrayNode) license.path("problems"))
                    .addObject()
                    .put("code", "database-clock-differs")
                    .put("detail", "It is so.")
                    .putObject("values");
        });

        openStatus();

        assertThat(page.locator("il-worst-thing .title")).hasText(new String[] {"A clock may be wrong"});
        assertThat(page.locator("il-worst-thing a[hreflang]"))
                .hasText(
                        new String[] {"What to do about host-clock-behind", "What to do about database-clock-differs"});
    }

    /** It stands below the warnings, whose button was pressed. */
    @Test
    void failure_ofAnActionOnAPhone_isInView() {
        look(375, 500, ColorScheme.LIGHT);
        tells(license -> {
            expires(license, IN_2_DAYS);
            note(license, "seat-shared");
        });
        openStatus();
        sandbox.fault("refuse", "");

        click("Re-validate License");

        assertThat(page.locator("il-status-tab .failed")).isInViewport();
        shows(page.locator("il-status-tab .failed"), "licensing-server-unreachable");
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource
    void warning_eachKind_saidWithDaysContactAndButton(
            String title, String days, String contact, String button, Consumer<ObjectNode> change) {
        tells(change);

        openStatus();

        Locator warning = page.locator("il-worst-thing .warning").first();
        shows(warning, title);
        shows(warning, days);
        shows(warning, contact);
        if (!button.isEmpty()) {
            assertThat(warning.getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName(button).setExact(true)))
                    .isVisible();
        }
    }

    static Stream<Arguments> warning_eachKind_saidWithDaysContactAndButton() {
        return Stream.of(
                kind(
                        "The license file is about to end",
                        "2 days left",
                        PageProfile.SUPPORT,
                        "Activate a license file",
                        l -> {
                            details(l).put("validationMode", "offline").put("certificateExpiresAt", IN_2_DAYS);
                            details(l).put("certificateIssuedAt", "2026-12-01T00:00:00Z");
                        }),
                kind("The certificate is not renewed", "2 days left", PageProfile.SUPPORT, "Re-validate License", l -> {
                    details(l).put("certificateExpiresAt", IN_2_DAYS);
                    note(l, "certificate-not-renewed");
                }),
                kind("The licensing server does not answer", "2 days left", "re-validate", "Re-validate License", l -> {
                    l.put("standing", "grace").put("reason", "server-unreachable");
                    l.putArray("forecast")
                            .addObject()
                            .put("at", IN_2_DAYS)
                            .put("standing", "restricted")
                            .put("reason", "certificate-ended")
                            .put("if", "server stays unreachable");
                }),
                kind(
                        "The license is suspended",
                        "",
                        PageProfile.SALES,
                        "Re-validate License",
                        l -> l.put("licensed", false)
                                .put("standing", "restricted")
                                .put("reason", "license-suspended")),
                kind(
                        "This installation’s seat was removed",
                        "",
                        PageProfile.SUPPORT,
                        "Activate again",
                        l -> l.put("licensed", false)
                                .put("standing", "restricted")
                                .put("reason", "seat-removed")),
                kind(
                        "A clock may be wrong",
                        "",
                        PageProfile.SUPPORT,
                        "Re-validate License",
                        l -> note(l, "host-clock-behind")),
                kind(
                        "The time may be wrong",
                        "",
                        PageProfile.SUPPORT,
                        "Activate a license file",
                        l -> ((ObjectNode) l.path("installation")).put("clockChallenge", "abc")),
                kind("The seat is shared", "", PageProfile.SUPPORT, "", l -> note(l, "seat-shared")),
                kind(
                        "The database had an older state",
                        "",
                        PageProfile.SUPPORT,
                        "Confirm the older state",
                        l -> note(l, "state-rolled-back")),
                kind("A seat can’t be released", "", PageProfile.SUPPORT, "Show the seats", l -> seat(l, "blocked")),
                kind(
                        "A seat is not released yet",
                        "",
                        "continues by itself",
                        "Show the seats",
                        l -> seat(l, "queued")));
    }

    @Tag("thorough")
    @Test
    void blockedRelease_button_leadsToTheSeat() {
        tells(license -> seat(license, "blocked"));
        openStatus();

        click("Show the seats");

        assertThat(heading("Seats still to be released")).isFocused();
    }

    @Tag("thorough")
    @Test
    void licenseFileThatEnds_button_leadsToOfflineActivation() {
        tells(license -> {
            details(license).put("validationMode", "offline").put("certificateExpiresAt", IN_2_DAYS);
            details(license).put("certificateIssuedAt", "2026-12-01T00:00:00Z");
        });
        openStatus();

        click("Activate a license file");

        assertThat(field("License file (.lic)")).isVisible();
    }

    @Test
    void button_afterAnotherMethodWasChosen_leadsToItsOwnAgain() {
        tells(license -> {
            license.put("standing", "restricted").put("licensed", false).put("reason", "license-unknown");
            ((ObjectNode) license.path("installation")).put("clockChallenge", "challenge");
        });
        openActivation();
        choose("offline");
        assertThat(field("License file (.lic)")).isVisible();
        tab("Status").click();

        click("Update License");

        assertThat(field("License key")).isVisible();
        assertThat(field("License file (.lic)")).hasCount(0);
        tab("Status").click();
        click("Activate a license file");
        assertThat(field("License file (.lic)")).isVisible();
        choose("online");
        tab("Status").click();
        click("Activate a license file");
        assertThat(field("License file (.lic)")).isVisible();
    }

    /** The method that was chosen comes back with what was typed. */
    @Test
    void button_afterAReloadWithAnotherMethod_leadsToItsOwn() {
        tells(license ->
                license.put("standing", "restricted").put("licensed", false).put("reason", "offline-not-entitled"));
        openActivation();
        choose("offline");
        field("License key").fill("SOME-KEY");
        page.reload();
        assertThat(field("License file (.lic)")).isVisible();
        tab("Status").click();

        click("Update License");

        assertThat(field("License key")).hasValue("SOME-KEY");
        assertThat(field("License file (.lic)")).hasCount(0);
    }

    /** The service tells something else of its license, at a fixed time. */
    private void tells(Consumer<ObjectNode> change) {
        wire.change(Wire.LICENSE, license -> change.accept(license.put("now", NOW)));
    }

    private static Arguments kind(
            String title, String days, String contact, String button, Consumer<ObjectNode> change) {
        return arguments(title, days, contact, button, change);
    }

    private static void expires(ObjectNode license, String end) {
        details(license).put("expiresAt", end).put("createdAt", "2026-01-01T00:00:00Z");
    }

    private static ObjectNode details(ObjectNode license) {
        return (ObjectNode) license.path("license");
    }

    private static void note(ObjectNode license, String code) {
        license.putArray("problems")
                .addObject()
                .put("code", code)
                .put("detail", "It is so.")
                .putObject("values");
    }

    private static void seat(ObjectNode license, String state) {
        ((ObjectNode) license.path("installation"))
                .putArray("pendingReleases")
                .addObject()
                .put("machineId", "machine-1")
                .put("licenseKey", "…")
                .put("since", "2026-12-24T10:00:05Z")
                .put("attempts", 3)
                .put("state", state)
                .putNull("lastError");
    }
}
