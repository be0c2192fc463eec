package com.optymyse.inspire.licensing.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.options.AriaRole;
import com.optymyse.inspire.licensing.testing.Turnstile.Hold;
import com.optymyse.inspire.licensing.testing.Turnstile.Side;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said while somebody else does something, and to an admin who comes meanwhile. */
@QuarkusTest
@TestProfile(PageProfile.class)
@Tag("thorough")
class UnderWayPageComponentTest extends PageTest {

    private static final String SINCE = "2026-11-23T10:00:05Z";

    @Test
    void reload_whileTheLicensingServerHangs_saysWhatIsDoneInPlaceOfTheEmptyForm() {
        openActivation();
        field("License key").fill(KEY);
        Hold hold = turnstile.hold(1, Side.BEFORE);
        click("Activate License");
        hold.awaitReached();

        page.onceDialog(Dialog::accept);
        page.reload();
        page.getByRole(AriaRole.TAB).last().click();

        says("The license is being activated");
        says(", by " + admin.get("/license").extract().path("underWay.by")
                + ". The form comes back when this is over.");
        assertThat(field("License key")).isHidden();
        hold.letGo();
        says("The activation succeeded.");
        saysNoLonger("The license is being activated");
    }

    @Test
    void activation_byAnotherAdmin_inPlaceOfTheEmptyFormUntilItIsOver() {
        wire.change(Wire.LICENSE, license -> underWay(license, "activate"));

        openActivation();

        says("The license is being activated");
        says("since 11:00:05 AM, by other-admin. The form comes back when this is over.");
        assertThat(field("License key")).isHidden();
        wire.free();
        assertThat(field("License key")).isVisible();
        saysNoLonger("The license is being activated");
    }

    @Test
    void activation_byAnotherAdminWhileTyping_nothingTypedIsLost() {
        openActivation();
        field("License key").fill("DEMO-STARTER");

        wire.change(Wire.LICENSE, license -> underWay(license, "activate"));
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");

        says("The license is being activated");
        assertThat(field("License key")).hasValue("DEMO-STARTER");
    }

    @Test
    void release_byTheServiceItself_formStays() {
        wire.change(Wire.LICENSE, license -> {
            underWay(license, "release");
            license.withObject("/underWay").putNull("by");
        });

        openActivation();

        says("A seat is being released");
        says("since 11:00:05 AM, by the service itself");
        assertThat(field("License key")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({"activate, activated", "deactivate, deactivated"})
    void activation_whileAnotherIsUnderWay_saysWhichSinceWhenByWhomAndUntilWhen(String action, String done) {
        wire.problem(
                Wire.ACTIVATE,
                409,
                Map.of(
                        "code",
                        "operation-in-progress",
                        "detail",
                        "Another operation is running.",
                        "underWay",
                        Map.of("action", action, "since", SINCE, "by", "other-admin"),
                        "until",
                        "2026-11-23T10:00:20Z"),
                Map.of("Retry-After", "7"));
        openActivation();
        field("License key").fill(KEY);

        click("Activate License");

        says("Another operation is under way: the license is being " + done + " since 11:00:05 AM, by other-admin."
                + " If that operation has crashed, another one can begin at 11:00:20 AM.");
        says("Try again in 7 seconds.");
    }

    private static void underWay(ObjectNode license, String action) {
        license.putObject("underWay").put("action", action).put("since", SINCE).put("by", "other-admin");
    }
}
