package com.optymyse.inspire.licensing.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who did what: to filter, to keep, and to see at once. */
@QuarkusTest
@TestProfile(PageProfile.class)
class HistoryPageComponentTest extends PageTest {

    private static final String PAGE_OF_A_FILE = "/license/history?limit=200";
    private static final String LAST_REVALIDATION = "/license/history?limit=1&action=revalidate";

    @Test
    void history_filtered_whatMatchesAlone() {
        admin.activate(KEY);
        refuse();
        openStatus();
        assertThat(entries()).hasCount(2);

        field("Outcome").selectOption("refused");

        assertThat(entries()).hasCount(1);
        shows(entries(), "Refused");
        field("What").selectOption("deactivate");
        says("Nothing in the history matches the filter.");
        field("Outcome").selectOption("");
        field("What").selectOption("");
        assertThat(entries()).hasCount(2);
    }

    @Tag("thorough")
    @Test
    void history_filteredByDay_theLastOneWhole() {
        admin.activate(KEY);
        openStatus();
        String today = (String) page.evaluate("new Date().toLocaleDateString('sv')");

        field("To").fill("2020-01-01");
        says("Nothing in the history matches the filter.");
        field("To").fill(today);
        field("From").fill(today);

        assertThat(entries()).hasCount(1);
    }

    @Test
    void csv_actorNamedLikeAFormula_isDefused() throws IOException {
        admin.activate(KEY);
        wire.change(PAGE_OF_A_FILE, history -> entry(history).put("actor", "=HYPERLINK(\"https://example.com\")"));
        openStatus();

        Download download = page.waitForDownload(() -> click("Save as CSV"));

        Assertions.assertThat(download.suggestedFilename()).isEqualTo("license-history.csv");
        try (InputStream file = download.createReadStream()) {
            String[] lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\r\n");
            Assertions.assertThat(lines).hasSize(2);
            Assertions.assertThat(lines[0]).startsWith("\uFEFF\"number\",\"time\",\"who\",\"action\"");
            Assertions.assertThat(lines[1])
                    .contains("\"'=HYPERLINK(\"\"https://example.com\"\")\",\"activate\",\"succeeded\"");
        }
        says("1 entry was saved.");
    }

    @Test
    void csv_notReadable_saidAndSavedWhenAskedAgain() {
        admin.activate(KEY);
        wire.loseRequests(PAGE_OF_A_FILE);
        openStatus();
        click("Save as CSV");
        says("The history can’t be saved now.");
        wire.free(PAGE_OF_A_FILE);

        Download download = page.waitForDownload(() -> click("Try again"));

        Assertions.assertThat(download.suggestedFilename()).isEqualTo("license-history.csv");
        saysNoLonger("The history can’t be saved now.");
    }

    @Test
    void held_oneAfterTheOther_oneLineEach() {
        admin.activate(KEY);
        admin.activate("DEMO-STARTER");
        admin.post("/license/deactivate");
        openStatus();

        page.getByText("Licenses held").click();

        assertThat(page.locator("il-licenses-held li")).hasCount(2);
        says("As far as the history reaches.");
    }

    @Tag("thorough")
    @Test
    void history_moreShown_staysOpenAfterAnOperation() {
        for (int i = 0; i < 4; i++) {
            admin.activate(KEY);
            admin.post("/license/deactivate");
        }
        admin.activate(KEY);
        openStatus();
        assertThat(entries()).hasCount(10);
        click("Show more");
        assertThat(entries()).hasCount(13);

        click("Re-validate License");

        shows(entries().first(), "Re-validation");
        assertThat(entries()).hasCount(14);
    }

    /** What was tried has succeeded, and the license does not count all the same. */
    @Test
    void history_verdictAgainstTheLicense_isNoSuccess() {
        admin.activate(KEY);
        sandbox.act(KEY, "suspend");
        admin.post("/license/revalidate");

        openStatus();

        Locator pill = entries()
                .filter(new Locator.FilterOptions().setHasText("Re-validation"))
                .locator(".pill");
        assertThat(pill).hasText("Not confirmed");
        assertThat(pill).hasClass(Pattern.compile("\\bbad\\b"));
    }

    /** A refusal changes nothing, so that neither an event nor the license tells of it. */
    @Test
    void history_refusalOfAnotherAdmin_shownWithTheNextRead() {
        admin.activate(KEY);
        openStatus();
        assertThat(entries()).hasCount(1);
        refuse();

        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");

        shows(entries().first(), "Refused");
    }

    /** While a seat waits, the license is read every few seconds. */
    @Test
    void history_whileASeatIsBeingReleasedAndNothingIsNew_notReadAgain() {
        admin.activate(KEY);
        wire.change(Wire.LICENSE, HistoryPageComponentTest::queued);
        openStatus();
        assertThat(entries()).hasCount(1);
        int read = wire.requests(Wire.HISTORY).size();

        page.waitForResponse(
                response -> response.url().endsWith(Wire.LICENSE),
                () -> page.evaluate("document.dispatchEvent(new Event('visibilitychange'))"));
        page.evaluate(
                "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))");

        Assertions.assertThat(wire.requests(Wire.HISTORY)).hasSize(read);
    }

    @Tag("thorough")
    @Test
    void revalidate_refusedBeforeTheServerIsAsked_lastAttemptIsThatOne() {
        refuseRevalidation();

        openStatus();

        showsRefusal();
    }

    /** There the history is closed, and nothing of it is read. */
    @Tag("thorough")
    @Test
    void revalidate_refusedBeforeTheServerIsAskedOnAPhone_lastAttemptIsThatOne() {
        look(375, 812, ColorScheme.LIGHT);
        refuseRevalidation();

        openStatus();

        showsRefusal();
    }

    @Test
    void revalidate_refusedWhileTheHistoryIsFiltered_lastAttemptIsThatOne() {
        admin.activate(KEY);
        openStatus();
        field("What").selectOption("deactivate");
        says("Nothing in the history matches the filter.");
        refuseRevalidation();

        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");

        showsRefusal();
    }

    @Test
    void history_onAPhone_closedBehindItsHeading() {
        look(375, 812, ColorScheme.LIGHT);
        admin.activate(KEY);
        openStatus();
        saysLicensed();
        // The list would read a frame after it is shown.
        page.evaluate(
                "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))");
        Assertions.assertThat(wire.requests(Wire.HISTORY)).isEmpty();

        click("History");

        shows(entries().first(), "Activation");
    }

    private static void queued(ObjectNode license) {
        ((ObjectNode) license.path("installation"))
                .putArray("pendingReleases")
                .addObject()
                .put("machineId", "machine-1")
                .put("licenseKey", "…")
                .put("since", "2026-11-23T10:00:05Z")
                .put("attempts", 1)
                .put("state", "queued")
                .putNull("lastError");
    }

    private Locator entries() {
        return page.locator("il-history-list .entries > li");
    }

    private void refuse() {
        admin.post("/license/activate", Map.of("method", "online", "licenseKey", "NO-SUCH-KEY"));
    }

    /** The last entry about a re-validation tells of a refusal. */
    private void refuseRevalidation() {
        admin.activate(KEY);
        admin.post("/license/revalidate").statusCode(200);
        wire.change(
                LAST_REVALIDATION,
                history -> entry(history)
                        .put("outcome", "refused")
                        .put("code", "licensing-server-busy")
                        .put("at", "2040-11-23T10:00:05Z"));
    }

    private void showsRefusal() {
        shows(row("Last attempt"), "Nov 23, 2040");
        shows(row("Last attempt"), "the licensing server asked for a pause");
    }

    private static ObjectNode entry(ObjectNode history) {
        return (ObjectNode) history.path("entries").path(0);
    }
}
