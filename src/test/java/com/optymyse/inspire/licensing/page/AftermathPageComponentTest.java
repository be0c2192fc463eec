package com.optymyse.inspire.licensing.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.optymyse.inspire.licensing.page.Wire.Held;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How the page finds out what became of an operation that it got no answer to. */
@QuarkusTest
@TestProfile(PageProfile.class)
@Tag("thorough")
class AftermathPageComponentTest extends PageTest {

    @Test
    void operation_sent_hasANameThatTheTabKeepsUntilItIsAnswered() {
        Held held = beginActivation();

        Request request = held.arrived();

        String name = request.headers().get("x-request-id");
        Assertions.assertThat(name).matches("[A-Za-z0-9._-]{16,64}");
        Assertions.assertThat(kept()).contains(name).contains("activate").doesNotContain(KEY);
        held.release();
        saysLicensed();
        Assertions.assertThat(kept()).isEmpty();
    }

    @Test
    void reload_duringAnActivation_saysThatItRunsAndThenWhatBecameOfIt() {
        wire.nothingRecorded();
        Held held = beginActivation();
        String name = held.arrived().headers().get("x-request-id");
        wire.change(
                Wire.LICENSE,
                license -> license.putObject("underWay")
                        .put("action", "activate")
                        .put("since", "2026-11-23T10:00:05Z")
                        .put("by", "other-admin"));

        reload();

        says("No answer came");
        says("The page was loaded again before the answer came.");
        says(
                "The history has no entry of the activation yet. The license is being activated since 11:00:05 AM, by other-admin.");
        Assertions.assertThat(wire.requests("/license/history?request=" + name)).isNotEmpty();
        wire.free();
        wire.recorded("activate", "succeeded", "The Enterprise license was activated.");
        says("The activation succeeded. The Enterprise license was activated.");
        reload();
        tab("Status").waitFor();
        assertThat(page.getByText("No answer came")).hasCount(0);
    }

    @Test
    void reload_afterARefusal_saysWhyItWasRefused() {
        wire.recorded("activate", "refused", "The licensing server does not know this license key.");
        Held held = beginActivation();
        held.arrived();

        reload();

        says("The activation was refused. The licensing server does not know this license key.");
        says("This installation is not licensed.");
    }

    /** The service's own sentence stands under the technical details. */
    @Test
    void reload_afterARefusalInGerman_saidInGerman() {
        wire.recorded(new Wire.Recorded(
                "activate", "refused", "license-key-unknown", "The licensing server does not know this license key."));
        Held held = beginActivation();
        held.arrived();
        reload();
        says("The activation was refused.");
        speak("de", "Lizenzierung");

        says("Die Aktivierung wurde abgelehnt. Der Lizenzserver kennt diesen Lizenzschlüssel nicht.");
        page.locator("il-aftermath summary").click();
        assertThat(page.locator("il-aftermath details [lang=en]"))
                .hasText("The licensing server does not know this license key.");
    }

    /** As when the database stores the activation after the service has given up waiting for it. */
    @Test
    void reload_afterASuccessThatWasTakenForAFailure_saysThatItSucceeded() {
        wire.recorded(
                new Wire.Recorded("activate", "failed", "The database did not answer in time."),
                new Wire.Recorded("activate", "succeeded", "The Enterprise license was activated."));
        Held held = beginActivation();
        held.arrived();

        reload();

        says("The activation succeeded. The Enterprise license was activated.");
        assertThat(tab("Status")).hasAttribute("aria-selected", "true");
        keyIsForgotten();
    }

    /** What is done is typed nowhere any more. */
    @Test
    void reload_beforeASuccessIsKnown_statusIsShownThenAndTheKeyIsForgotten() {
        openActivation();
        wire.loseAnswers(Wire.ACTIVATE);
        wire.nothingRecorded();
        field("License key").fill(KEY);
        click("Activate License");
        says("The history has no entry of the activation yet.");
        reload();
        assertThat(field("License key")).hasValue(KEY);

        wire.free();

        says("The activation succeeded.");
        saysLicensed();
        keyIsForgotten();
    }

    @Test
    void reload_afterAnotherKeyWasTyped_keyStays() {
        openActivation();
        wire.loseAnswers(Wire.ACTIVATE);
        wire.nothingRecorded();
        field("License key").fill(KEY);
        click("Activate License");
        says("The history has no entry of the activation yet.");
        field("License key").fill("DEMO-STARTER");

        wire.free();
        reload();

        says("The activation succeeded.");
        assertThat(field("License key")).hasValue("DEMO-STARTER");
    }

    @Test
    void serviceFailed_inGerman_namesTheErrorUnderTechnicalDetails() {
        admin.activate(KEY);
        openStatus();
        speak("de", "Lizenzierung");
        wire.problem(
                Wire.REVALIDATE,
                500,
                Map.of("code", "internal-error", "detail", "Unexpected.", "instance", "urn:uuid:0-1"),
                Map.of());
        wire.nothingRecorded();

        click("Lizenz erneut prüfen");

        page.locator("il-aftermath summary").first().click();
        says("Unexpected. (urn:uuid:0-1)");
    }

    @Test
    void nothingRecorded_longAfterTheOperation_saysThatItCanBeTriedAgain() {
        page.clock().install();
        wire.loseRequests(Wire.ACTIVATE);
        wire.nothingRecorded();
        openActivation();
        field("License key").fill(KEY);
        click("Activate License");
        says("The history has no entry of the activation yet.");

        page.clock().fastForward(60_000);

        says("The history has no entry of the activation. You can try again.");
        Assertions.assertThat(kept()).isEmpty();
    }

    @Test
    void service_awayAfterAnOperation_saysSoAndLaterWhatBecameOfIt() {
        openActivation();
        wire.loseAnswers(Wire.ACTIVATE);
        wire.loseRequests(Wire.LICENSE);
        wire.recorded("activate", "succeeded", "The license was activated.");
        field("License key").fill(KEY);

        click("Activate License");

        says("No answer came");
        says("The result of the activation is not known yet.");
        says("The licensing service does not answer");
        wire.free();
        wire.recorded("activate", "succeeded", "The license was activated.");
        says("The activation succeeded.");
        saysLicensed();
    }

    @Test
    void history_awayAfterAnOperation_saysWhatIsAndLaterWhatBecameOfIt() {
        openActivation();
        wire.loseAnswers(Wire.ACTIVATE);
        wire.historyAway();
        field("License key").fill(KEY);

        click("Activate License");

        says("The result of the activation is not known yet.");
        says("This installation is licensed.");
        wire.free();
        wire.recorded("activate", "succeeded", "The license was activated.");
        says("The activation succeeded.");
    }

    @Test
    void proxyThatNamesRequestsItself_afterAnOperation_notSaidThatNothingIsRecorded() {
        page.clock().install();
        openActivation();
        wire.loseAnswers(Wire.ACTIVATE);
        wire.nothingRecorded(Map.of("X-Request-Id", "named-by-a-proxy"));
        field("License key").fill(KEY);
        click("Activate License");
        says("The result of the activation is not known yet.");

        page.clock().fastForward(60_000);

        says("This installation is licensed.");
        says("The result of the activation is not known yet.");
        click("Close");
        saysNoLonger("No answer came");
        Assertions.assertThat(kept()).isEmpty();
    }

    @Test
    void succeeded_knownAfterAnotherKeyWasTyped_keyStays() {
        openActivation();
        wire.loseAnswers(Wire.ACTIVATE);
        wire.nothingRecorded();
        field("License key").fill(KEY);
        click("Activate License");
        says("The history has no entry of the activation yet.");
        field("License key").fill("DEMO-STARTER");

        wire.recorded("activate", "succeeded", "The license was activated.");

        says("The activation succeeded.");
        assertThat(field("License key")).hasValue("DEMO-STARTER");
        assertThat(field("License key")).isVisible();
    }

    @Test
    void releaseByTheServiceItself_afterADismissalWithoutAnAnswer_notTakenForIt() {
        admin.activate(KEY);
        sandbox.act(KEY, "suspend");
        admin.post("/license/revalidate");
        admin.post("/license/deactivate");
        wire.loseRequests("/dismiss");
        wire.nothingRecorded();
        openStatus();
        wire.change(
                Wire.LICENSE,
                license -> license.putObject("underWay")
                        .put("action", "release")
                        .put("since", "2026-11-23T10:00:05Z")
                        .putNull("by"));
        click("Dismiss");

        click("Dismiss the release");

        says("The history has no entry of the dismissal of the release yet.");
        assertThat(page.locator("il-aftermath").getByText("A seat is being released"))
                .hasCount(0);
        wire.free(); // The page goes on reading.
    }

    @Test
    void nextOperation_afterOneWithoutAnAnswer_takesItsPlace() {
        wire.loseRequests(Wire.ACTIVATE);
        wire.nothingRecorded();
        openActivation();
        field("License key").fill(KEY);
        click("Activate License");
        says("No answer came");
        wire.free();

        click("Activate License");

        says("The Enterprise license is active.");
        assertThat(page.getByText("No answer came")).hasCount(0);
        Assertions.assertThat(kept()).isEmpty();
    }

    private Held beginActivation() {
        openActivation();
        Held held = wire.hold(Wire.ACTIVATE);
        field("License key").fill(KEY);
        click("Activate License");
        return held;
    }

    /** Goes away although the browser asks. */
    private void reload() {
        page.onceDialog(Dialog::accept);
        page.reload();
    }

    private void keyIsForgotten() {
        page.getByRole(AriaRole.TAB).last().click();
        assertThat(field("License key")).hasValue("");
        Assertions.assertThat((String) page.evaluate("JSON.stringify(sessionStorage)"))
                .doesNotContain(KEY);
    }

    private String kept() {
        return (String) page.evaluate("""
                () => Object.keys(sessionStorage).filter(key => key.startsWith('inspire-licensing-operation'))
                  .map(key => sessionStorage.getItem(key)).join()""");
    }
}
