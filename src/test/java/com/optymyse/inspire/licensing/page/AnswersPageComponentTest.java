package com.optymyse.inspire.licensing.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.optymyse.inspire.licensing.page.Wire.Held;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said when no answer comes, or something that is none. */
@QuarkusTest
@TestProfile(PageProfile.class)
@Tag("thorough")
class AnswersPageComponentTest extends PageTest {

    private static final String JSON = "application/json";

    @Test
    void activation_answerLost_saysThatItSucceeded() {
        wire.loseAnswers(Wire.ACTIVATE);
        wire.recorded("activate", "succeeded", "The license was activated.");

        activate();

        says("No answer came");
        says("The connection to the licensing service failed or was closed.");
        says("The activation succeeded.");
        saysLicensed();
        neverSaysThatItFailed();
        tab("Update License").click();
        assertThat(field("License key")).hasValue("");
    }

    @Test
    void activation_noAnswerWithin30Seconds_saysSoAndWhatIs() {
        page.clock().install();
        Held held = wire.hold(Wire.ACTIVATE);
        wire.nothingRecorded();
        activate();
        held.arrived();

        page.clock().fastForward(30_000);

        says("No answer came");
        says("The licensing service did not answer within 30 seconds.");
        saysNothingIsKnownYet();
    }

    @Test
    void activation_connectionAborted_saysSoAndWhatIs() {
        wire.loseRequests(Wire.ACTIVATE);
        wire.nothingRecorded();

        activate();

        says("No answer came");
        says("The connection to the licensing service failed or was closed.");
        saysNothingIsKnownYet();
    }

    @Test
    void activation_answerBreaksOff_saysSoAndWhatIs() throws IOException {
        HttpServer server = brokenServer();
        try {
            wire.redirect(
                    Wire.ACTIVATE, "http://localhost:" + server.getAddress().getPort() + "/");
            wire.nothingRecorded();

            activate();

            says("No answer came");
            says("The connection was closed before the answer was complete.");
            saysNothingIsKnownYet();
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "502 | text/html | <h1>Bad Gateway</h1> | A proxy got no answer from the licensing service (502).",
                "504 | application/problem+json | {\"code\": \"timed-out\", \"detail\": \"Late.\"} | A proxy got no answer from the licensing service (504).",
                "200 | application/json | {\"licensed\": true, | The answer is incomplete or damaged.",
                "200 | application/json | {\"revision\": 1, \"licensed\": true} | The answer is not from the licensing service.",
                "400 | application/problem+json | {\"code\": \"not-ours\"} | The answer is an error in an unknown form (400)."
            })
    void activation_answerOfSomebodyElse_saysWhichAndWhatIs(int status, String type, String body, String says) {
        wire.answer(Wire.ACTIVATE, status, type, body, Map.of());
        wire.nothingRecorded();

        activate();

        says("No answer came");
        says(says);
        saysNothingIsKnownYet();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | application/problem+json | {\"code\": \"oops\", \"detail\": \"Oops.\"} | The answer has an unexpected status (500).",
                "504 | text/html | <h1>Time-out</h1> | A proxy got no answer from the licensing service (504).",
                "200 | text/html | <h1>Sign in</h1> | The answer is not from the licensing service.",
                "200 | application/json | {\"ok\": true} | The answer is not from the licensing service.",
                "400 | application/problem+json | {\"detail\": \"Not this way.\"} | The answer is an error in an unknown form (400). Not this way.",
                "400 | application/problem+json | {\"code\": 7, \"detail\": [], \"title\": \"No.\"} | The answer is an error in an unknown form (400). No.",
                "400 | application/problem+json | {\"detail\": | The answer is incomplete or damaged.",
                "404 | text/plain | nothing here | The answer has an unexpected status (404)."
            })
    void activation_anythingElseOfSomebodyElse_saysWhichAndWhatIs(int status, String type, String body, String says) {
        activation_answerOfSomebodyElse_saysWhichAndWhatIs(status, type, body, says);
    }

    @Test
    void activation_503OfAProxy_saysWhenToTryAgainAndWhatIs() {
        wire.answer(Wire.ACTIVATE, 503, "text/html", "<h1>Unavailable</h1>", Map.of("Retry-After", "8"));
        wire.nothingRecorded();

        activate();

        says("The licensing service is not available now (503). Try again in 8 seconds.");
        saysNothingIsKnownYet();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"429 | A proxy refused the request: too many requests (429). Try again in 9 seconds."})
    void activation_keptBackByAProxy_saysSoAndThatNothingIsRecorded(int status, String says) {
        wire.answer(Wire.ACTIVATE, status, "text/html", "<h1>No</h1>", Map.of("Retry-After", "9"));
        wire.nothingRecorded();

        activate();

        says("The request did not get through");
        says(says);
        says("The history has no entry of the activation. You can try again.");
        says("This installation is not licensed.");
        neverSaysThatItFailed();
        assertThat(field("License key")).hasValue(KEY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | A proxy or firewall refused the request (403).",
                "413 | A proxy refused the request as too large (413)."
            })
    void activation_keptBackInAnotherWay_saysSoAndThatNothingIsRecorded(int status, String says) {
        activation_keptBackByAProxy_saysSoAndThatNothingIsRecorded(status, says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"429 | too-many-requests | You have tried too many licenses."})
    void activation_serviceAsksToWait_saysForHowLong(int status, String code, String detail) {
        wire.problem(Wire.ACTIVATE, status, Map.of("code", code, "detail", detail), Map.of("Retry-After", "5"));

        activate();

        says("Activation failed");
        says(detail);
        says("Try again in 5 seconds.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"503 | stopping | The service is being stopped."})
    void activation_serviceAsksForAnotherReason_saysForHowLong(int status, String code, String detail) {
        activation_serviceAsksToWait_saysForHowLong(status, code, detail);
    }

    @Test
    void activation_refusedAndItsPageDoesNotCome_saysWhyAfter3Seconds() {
        page.clock().install();
        Held held = wire.hold("/problems/license-key-unknown");
        openActivation();
        field("License key").fill("NO-SUCH-KEY");
        click("Activate License");
        held.arrived();

        page.clock().fastForward(3_000);

        says("does not know this license key");
    }

    @Test
    void activation_serviceFailed_namesTheErrorAndWhatIs() {
        wire.problem(
                Wire.ACTIVATE,
                500,
                Map.of("code", "internal-error", "detail", "Unexpected.", "instance", "urn:uuid:0-1"),
                Map.of());
        wire.recorded("activate", "failed", "The activation met an unexpected error.");

        activate();

        says("The service reports an internal error");
        says("Unexpected. (urn:uuid:0-1)");
        says("The activation failed. The activation met an unexpected error.");
        says("This installation is not licensed.");
    }

    @Test
    void deactivation_answerLost_dialogIsGoneAndSaysThatItSucceeded() {
        admin.activate(KEY);
        openStatus();
        wire.loseAnswers(Wire.DEACTIVATE);
        wire.recorded("deactivate", "succeeded", "The license was deactivated.");
        click("Deactivate");

        click("Confirm Deactivate");

        says("No answer came");
        says("The deactivation succeeded.");
        assertThat(heading("This installation is not licensed")).isVisible();
        assertThat(button("Confirm Deactivate")).isHidden();
        click("Close");
        saysNoLonger("No answer came");
    }

    @Test
    void revalidation_answerLost_saysWhatBecameOfIt() {
        admin.activate(KEY);
        openStatus();
        wire.loseAnswers(Wire.REVALIDATE);
        wire.recorded("revalidate", "succeeded", "The licensing server confirms the license.");

        click("Re-validate License");

        says("No answer came");
        says("The re-validation succeeded. The licensing server confirms the license.");
        assertThat(page.getByText("Re-validation failed")).hasCount(0);
    }

    /** Another admin's answer may have been shared, which has one entry, and that is the other's. */
    @Test
    void revalidation_answerLostAndNotRecorded_saysWhenTheServerWasAskedLast() {
        page.clock().install();
        admin.activate(KEY);
        openStatus();
        wire.loseAnswers(Wire.REVALIDATE);
        wire.nothingRecorded();

        click("Re-validate License");

        says("The history has no entry of the re-validation yet. Another admin’s re-validation may have included yours."
                + " The licensing server was last asked on ");
        page.clock().fastForward(60_000);
        says("The history has no entry of the re-validation. You can try again."
                + " Another admin’s re-validation may have included yours");
        says("(succeeded).");
    }

    /** Whatever it was that failed, nobody waits for ever. */
    @Test
    void license_pageFailsByAnErrorOfItsOwn_saysSoAndTriesAgain() {
        page.addInitScript("""
                const ok = Object.getOwnPropertyDescriptor(Response.prototype, 'ok').get;
                window.planted = true;
                Object.defineProperty(Response.prototype, 'ok', {
                  get() {
                    if (window.planted && this.url.endsWith('/license')) {
                      throw new TypeError('planted');
                    }
                    return ok.call(this);
                  },
                });""");
        open();

        says("This page has met an error");
        says("The page tries again by itself.");
        page.evaluate("window.planted = false");
        tab("Status").waitFor();
    }

    @Test
    void preview_noAnswerWithin30Seconds_saidBesideTheForm() {
        admin.activate(KEY);
        page.clock().install();
        openActivation();
        Held held = wire.hold(Wire.PREVIEW);
        field("License key").fill("DEMO-STARTER");
        click("Activate License");
        held.arrived();

        page.clock().fastForward(30_000);

        says("The update failed and changed nothing");
        says("The licensing service did not answer within 30 seconds.");
        assertThat(button("Activate License")).isEnabled();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"200 | text/html | <h1>Sign in</h1> | The answer is not from the licensing service."})
    void license_answerOfSomebodyElse_saysWhichAndBackByItself(int status, String type, String body, String says) {
        wire.answer(Wire.LICENSE, status, type, body, Map.of());

        open();

        says("The licensing service does not answer");
        says(says);
        says("The page tries again by itself.");
        wire.free();
        assertThat(heading("This installation is not licensed")).isVisible();
        saysNoLonger("The licensing service does not answer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | application/json | {\"licensed\": | The answer is incomplete or damaged.",
                "403 | text/html | <h1>No</h1> | A proxy or firewall refused the request (403).",
                "400 | application/problem+json | {} | The answer is an error in an unknown form (400).",
                "400 | application/problem+json | {\"code\": \"not-ours\"} | The answer is an error in an unknown form (400).",
                "502 | text/html | <h1>Bad Gateway</h1> | A proxy got no answer from the licensing service (502)."
            })
    void license_anythingElseOfSomebodyElse_saysWhichAndBackByItself(
            int status, String type, String body, String says) {
        license_answerOfSomebodyElse_saysWhichAndBackByItself(status, type, body, says);
    }

    @Test
    void license_noAnswerWithin15Seconds_saysSoAndBackByItself() {
        page.clock().install();
        Held held = wire.hold(Wire.LICENSE);
        open();
        held.arrived();

        page.clock().fastForward(15_000);

        says("The licensing service did not answer within 15 seconds.");
        wire.free();
        assertThat(heading("This installation is not licensed")).isVisible();
    }

    @Test
    void history_answerOfSomebodyElse_saidAndTriedAgainWhenAsked() {
        wire.answer(Wire.HISTORY, 200, "text/html", "<h1>Sign in</h1>", Map.of());
        wire.hold(Wire.STREAM);
        openStatus();
        says("The history can’t be shown now.");

        wire.free(Wire.HISTORY);
        click("Try again");

        says("Nothing has happened yet.");
    }

    private void activate() {
        openActivation();
        field("License key").fill(KEY);
        click("Activate License");
    }

    private void saysNothingIsKnownYet() {
        says("The history has no entry of the activation yet.");
        says("This installation is not licensed.");
        neverSaysThatItFailed();
        assertThat(field("License key")).hasValue(KEY);
        assertThat(button("Activate License")).isEnabled();
    }

    private void neverSaysThatItFailed() {
        assertThat(page.getByText("Activation failed")).hasCount(0);
    }

    /** Promises more than it sends. */
    private static HttpServer brokenServer() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", AnswersPageComponentTest::breakOff);
        server.start();
        return server;
    }

    private static void breakOff(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", JSON);
        exchange.sendResponseHeaders(200, 5_000);
        exchange.getResponseBody().write("{\"licensed\": true".getBytes(UTF_8));
        exchange.getResponseBody().flush();
        exchange.getHttpContext().getServer().stop(0);
    }
}
