package com.optymyse.inspire.licensing.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.optymyse.inspire.licensing.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signing in at the standalone page, and what it says to those who may not or can't see the license. */
@QuarkusTest
@TestProfile(PageProfile.class)
class AccessPageComponentTest extends PageTest {

    private static final String SETTINGS = "/licensing/config.json";
    private static final String TOKEN = "/token";

    @Test
    void signIn_codeFlow_noTokenInAddressesOrInLocalStorage() {
        List<String> addresses = new ArrayList<>();
        List<String> tokens = new ArrayList<>();
        page.onRequest(request -> {
            addresses.add(request.url());
            String authorization = request.headers().get("authorization");
            if (authorization != null) {
                tokens.add(authorization.substring("Bearer ".length()));
            }
        });

        openStatus();

        Assertions.assertThat(page.url()).isEqualTo(service.toString());
        Assertions.assertThat(tokens).isNotEmpty();
        Assertions.assertThat(addresses).noneMatch(address -> tokens.stream().anyMatch(address::contains));
        Assertions.assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
        says("Signed in as Platform admin");
    }

    /** As behind a proxy that has the service at a path. */
    @Test
    @Tag("thorough")
    void swaggerUi_behindAPath_asksThereAndKeepsNoToken() {
        String behind = service + "inspire/licensing/";
        page.route(
                behind + "**",
                route -> route.resume(
                        new Route.ResumeOptions().setUrl(route.request().url().replace(behind, service.toString()))));
        page.navigate(behind + "q/swagger-ui/");

        page.locator("button.authorize").first().click();
        page.getByLabel("auth-bearer-value").fill(Tokens.withoutRole());
        page.locator(".auth-btn-wrapper button.authorize").click();
        page.locator(".auth-btn-wrapper button.btn-done").click();
        page.locator("#operations-Entitlements-limits .opblock-summary-control").click();
        click("Try it out");
        Request asked = page.waitForRequest(behind + "limits", () -> click("Execute"));

        Assertions.assertThat(asked.response().status()).isEqualTo(200);
        Assertions.assertThat(page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})"))
                .isEqualTo("{}");
    }

    @Test
    void signIn_pageLoadedAgain_stillSignedIn() {
        openStatus();

        page.reload();

        assertThat(heading("This installation is not licensed")).isVisible();
    }

    @Test
    void signOut_clicked_atTheDoorAndNoTokenWasInAnAddress() {
        openStatus();
        List<String> addresses = new ArrayList<>();
        page.onRequest(request -> addresses.add(request.url()));

        click("Sign out");

        assertThat(heading("Sign in to manage the license")).isVisible();
        Assertions.assertThat(addresses)
                .anyMatch(address -> address.contains("/logout"))
                .noneMatch(address -> address.contains("eyJ"));
    }

    @Test
    void role_missing_pageSaysSoAndShowsNothing() {
        provider.roles("Viewer");
        admin.activate(KEY);

        open();

        says("Licensing requires the Admin role");
        assertThat(page.getByRole(AriaRole.TAB)).hasCount(0);
        provider.roles("Admin");
        assertThat(button("Sign in again")).isVisible();
    }

    @Test
    void token_expiredWhileTyping_signInAgainAndNothingTypedIsLost() {
        openActivation();
        field("License key").fill("DEMO-STARTER");
        expire();
        click("Activate License");
        says("Your session has ended");
        says("Your input is still here.");

        page.unroute("**/license**");
        page.unroute("**/license/**");
        page.waitForPopup(
                () -> page.locator("il-notice").getByText("Sign in", exact()).click());

        saysNoLonger("Your session has ended");
        assertThat(field("License key")).hasValue("DEMO-STARTER");
        click("Activate License");
        says("The Starter license is active.");
    }

    /** What is typed is a key, and nobody else's business. */
    @Test
    void token_expiredWhileTyping_somebodyElseWhoSignsInFindsNothingTyped() {
        openActivation();
        field("License key").fill("DEMO-STARTER");
        expire();
        click("Activate License");
        says("Your session has ended");
        provider.subject("grace");

        page.unroute("**/license**");
        page.unroute("**/license/**");
        page.waitForPopup(
                () -> page.locator("il-notice").getByText("Sign in", exact()).click());

        saysNoLonger("Your session has ended");
        assertThat(field("License key")).hasValue("");
        Assertions.assertThat((String) page.evaluate("JSON.stringify(sessionStorage)"))
                .doesNotContain("DEMO-STARTER");
    }

    @Tag("thorough")
    @Test
    void token_notRenewedWhileTheProviderIsAway_noSignOutAndBackByItself() {
        wire.change(TOKEN, answer -> answer.put("refresh_token", "renews"));
        openStatus();
        expire();
        wire.loseRequests(TOKEN);
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");

        says("Your sign-in can’t be renewed now");

        assertThat(page.getByText("Your session has ended")).hasCount(0);
        wire.free();
        saysNoLonger("Your sign-in can’t be renewed now");
        expire();
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        says("Your session has ended"); // The provider knows no refresh token.
    }

    @Test
    void service_away_saidPlainlyAndBackByItself() {
        openActivation();
        field("License key").fill(KEY);

        window().setOffline(true);
        click("Activate License");
        says("No answer came");
        says("This browser has no network connection.");
        says("The licensing service does not answer");
        says("You see the last known state, and your input is still here.");
        window().setOffline(false);

        saysNoLonger("You see the last known state");
        assertThat(field("License key")).hasValue(KEY);
        click("Activate License");
        saysLicensed();
    }

    @Tag("thorough")
    @Test
    void service_failing_saidPlainlyAndBackByItself() {
        page.route(
                "**/license",
                route -> route.fulfill(
                        new Route.FulfillOptions()
                                .setStatus(500)
                                .setContentType("application/problem+json")
                                .setBody(
                                        "{\"status\": 500, \"code\": \"internal-error\", \"detail\": \"Something went wrong.\"}")));
        open();
        says("This problem does not affect licensed features. The page tries again by itself.");

        page.unroute("**/license");

        assertThat(heading("This installation is not licensed")).isVisible();
        saysNoLonger("The page tries again by itself.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "503 | application/problem+json | {\"code\": \"starting\", \"detail\": \"It starts.\"} | It starts."
            })
    void settings_answerOfSomebodyElse_saidAtTheDoorAndBackByItself(int status, String type, String body, String says) {
        wire.answer(SETTINGS, status, type, body, Map.of());
        page.navigate(service.toString());
        says("The licensing service does not answer");
        says(says);
        says("The page tries again by itself.");

        wire.free();

        assertThat(heading("Sign in to manage the license")).isVisible();
    }

    @Tag("thorough")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | text/html | <h1>Sign in</h1> | The answer is not from the licensing service.",
                "200 | application/json | {\"oidc\": | The answer is incomplete or damaged.",
                "400 | application/problem+json | {\"code\": \"not-ours\"} | The answer is an error in an unknown form (400).",
                "403 | text/html | <h1>No</h1> | A proxy or firewall refused the request (403)."
            })
    void settings_anythingElseOfSomebodyElse_saidAtTheDoorAndBackByItself(
            int status, String type, String body, String says) {
        settings_answerOfSomebodyElse_saidAtTheDoorAndBackByItself(status, type, body, says);
    }

    @Tag("thorough")
    @Test
    void settings_noAnswerWithin15Seconds_saidAtTheDoorAndBackByItself() {
        page.clock().install();
        Wire.Held held = wire.hold(SETTINGS);
        page.navigate(service.toString());
        held.arrived();
        says("Loading the license");

        page.clock().fastForward(15_000);

        says("The licensing service did not answer within 15 seconds.");
        wire.free();
        assertThat(heading("Sign in to manage the license")).isVisible();
    }

    @Tag("thorough")
    @Test
    void settings_askedForAgainBeforeTheAnswer_askedForOnce() {
        wire.answer(SETTINGS, 502, "text/html", "<h1>Bad Gateway</h1>", Map.of());
        page.navigate(service.toString());
        says("The licensing service does not answer");
        Wire.Held held = wire.hold(SETTINGS);
        click("Try again");
        held.arrived();
        int asked = wire.requests(SETTINGS).size();

        click("Try again");

        held.release();
        assertThat(heading("Sign in to manage the license")).isVisible();
        Assertions.assertThat(wire.requests(SETTINGS)).hasSize(asked);
    }

    @Tag("thorough")
    @Test
    void settings_lostAfterSigningIn_saidAndBackByItself() {
        page.navigate(service.toString());
        heading("Sign in to manage the license").waitFor();
        wire.loseRequests(SETTINGS);
        click("Sign in");
        says("The licensing service does not answer");

        wire.free();

        assertThat(heading("This installation is not licensed")).isVisible();
    }

    @Tag("thorough")
    @Test
    void signIn_pageOfItMissing_saidAtTheDoorAndBackByItself() {
        page.route("**/oidc-client-ts-*.js", route -> route.abort());
        page.navigate(service.toString());
        says("The licensing service does not answer");

        wire.free();

        assertThat(heading("Sign in to manage the license")).isVisible();
    }

    @Tag("thorough")
    @Test
    void signIn_pageOfItNotWithin15Seconds_saidAtTheDoor() {
        page.clock().install();
        page.route("**/oidc-client-ts-*.js", route -> {});
        page.waitForRequest("**/oidc-client-ts-*.js", () -> page.navigate(service.toString()));

        page.clock().fastForward(15_000);

        says("The licensing service does not answer");
        says("The licensing service did not answer within 15 seconds.");
    }

    @Test
    void signIn_providerAway_saysWhichAddressToCheck() {
        page.navigate(service.toString());
        page.route(provider.address() + "/**", route -> route.abort());

        click("Sign in");

        says("Signing in failed");
        says("Check that this browser can reach " + provider.address() + ", then try again.");
        wire.free();
        click("Sign in");
        button("Sign out").waitFor();
    }

    /** From now on the service sees a token that has expired. */
    private void expire() {
        String expired = Tokens.token(Map.of("groups", List.of("Admin"), "exp", Tokens.inSeconds(-600)));
        page.route("**/license**", route -> resume(route, expired));
        page.route("**/license/**", route -> resume(route, expired));
    }

    private static void resume(Route route, String token) {
        Request request = route.request();
        Map<String, String> headers = new HashMap<>(request.headers());
        headers.put("authorization", "Bearer " + token);
        route.resume(new Route.ResumeOptions().setHeaders(headers));
    }

    private static Locator.GetByTextOptions exact() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
