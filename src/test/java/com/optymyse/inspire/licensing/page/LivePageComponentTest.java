package com.optymyse.inspire.licensing.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.optymyse.inspire.licensing.page.Wire.Held;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What others do appears without a reload. */
@QuarkusTest
@TestProfile(PageProfile.class)
class LivePageComponentTest extends PageTest {

    /** Writes down what the page's stream brings. */
    private static final String NOTE_EVENTS = """
            window.events = '';
            const ask = window.fetch;
            window.fetch = async (...asked) => {
              const answer = await ask(...asked);
              if (!String(asked[0]).endsWith('/entitlements/stream')) {
                return answer;
              }
              const [page, test] = answer.body.tee();
              test.pipeThrough(new TextDecoderStream()).pipeTo(new WritableStream({
                write: text => { window.events += text; },
              }));
              return new Response(page, answer);
            };""";

    @Test
    void anotherAdmin_activates_appears() {
        openStatus();
        assertThat(heading("This installation is not licensed")).isVisible();

        admin.activate(KEY);

        saysLicensed();
        says("Updated just now: the license was changed elsewhere.");
    }

    @Test
    void vendor_suspends_appearsWithTheNextRevalidation() {
        admin.activate(KEY);
        openStatus();
        saysLicensed();
        sandbox.act(KEY, "suspend");

        admin.post("/license/revalidate");

        assertThat(heading("Features are restricted")).isVisible();
        says("The license is suspended");
    }

    @Test
    void anotherAdmin_changesWhileTyping_nothingTypedIsLost() {
        openActivation();
        field("License key").fill("DEMO-STARTER");

        admin.activate(KEY);

        assertThat(tab("Update License")).isVisible();
        assertThat(field("License key")).hasValue("DEMO-STARTER");
    }

    @Test
    void anotherAdmin_changesDuringAnOperationThatFails_appearsWhenItIsOver() {
        page.addInitScript(NOTE_EVENTS);
        openActivation();
        Held held = wire.hold(Wire.ACTIVATE);
        field("License key").fill("NO-SUCH-KEY");
        click("Activate License");
        held.arrived();
        admin.activate(KEY);
        page.waitForFunction("() => window.events.includes('\"standing\":\"licensed\"')");

        held.release();

        assertThat(tab("Update License")).isVisible();
        says("does not know this license key");
    }

    @Tag("thorough")
    @Test
    void anotherAdmin_activatesWhileTheHistoryIsRead_historyIsReadOnceMore() {
        Held held = wire.hold(Wire.HISTORY);
        openStatus();
        held.arrived();
        admin.activate(KEY);
        saysLicensed();

        wire.free();
        held.release();

        shows(page.locator("il-history-list li").first(), "Activation");
        Assertions.assertThat(wire.requests(Wire.HISTORY)).hasSize(2);
    }

    @Tag("thorough")
    @Test
    void own_change_isNotCalledSomebodyElses() {
        openActivation();
        field("License key").fill(KEY);

        click("Activate License");

        saysLicensed();
        says("The Enterprise license is active.");
        assertThat(page.getByText("the license was changed elsewhere")).hasCount(0);
    }
}
