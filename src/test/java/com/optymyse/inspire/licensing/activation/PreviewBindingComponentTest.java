package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.optymyse.inspire.licensing.testing.Api;
import com.optymyse.inspire.licensing.testing.FreshInstallation;
import com.optymyse.inspire.licensing.testing.PostgresTestResource;
import com.optymyse.inspire.licensing.testing.SandboxControl;
import com.optymyse.inspire.licensing.testing.Turnstile;
import com.optymyse.inspire.licensing.testing.Turnstile.Hold;
import com.optymyse.inspire.licensing.testing.Turnstile.Side;
import com.optymyse.inspire.licensing.testing.TurnstileTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An admin who was shown a preview gets what it showed, or nothing and the present one. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(TurnstileTestResource.class)
class PreviewBindingComponentTest {

    private static final String ENTERPRISE = "DEMO-ENTERPRISE";
    private static final String STARTER = "DEMO-STARTER";
    /** Expires never, and nobody has validated it yet. */
    private static final String TERM = "DEMO-TERM";

    private static final Instant SOME_END = Instant.parse("2030-01-01T00:00:00Z");

    SandboxControl sandbox;

    Turnstile turnstile;

    @Inject
    FreshInstallation installation;

    private Api admin;

    @BeforeEach
    void unlicensed() {
        sandbox.reset();
        installation.begin();
        turnstile.hold(0, Side.BEFORE);
        admin = new Api(sandbox.token("Admin"));
    }

    /** The preview reads the license in another way than the activation does, and finds the same. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ENTERPRISE,
                STARTER,
                TERM,
                "DEMO-THOUSAND",
                "DEMO-ONLINE-ONLY",
                "DEMO-CHECK-IN",
                "DEMO-UNIQUE",
                "DEMO-REVOKE"
            })
    void activate_nothingChanged_done(String key) {
        activate(key, digest(key)).statusCode(200).body("licensed", is(true));

        activate(key, digest(key)).statusCode(200);
    }

    @Test
    void activate_oddLicenseUnchanged_done() {
        Map<String, Object> metadata = new HashMap<>();
        metadata.put("maxDisplays", "1.000");
        metadata.put("maxAgiles", 2.5);
        metadata.put("aiCreditsPerMonth", 3_000_000_000L);
        metadata.put("gracePeriodDays", 14);
        metadata.put("planName", "Löwen \"Straße\" 日本語");
        Map<String, Object> changes = new HashMap<>(Map.of("metadata", metadata));
        changes.put("name", null);
        sandbox.change(ENTERPRISE, changes);

        activate(ENTERPRISE, digest(ENTERPRISE))
                .statusCode(200)
                .body("license.name", equalTo("Löwen \"Straße\" 日本語"))
                .body("problems.code", contains("limit-invalid", "limit-invalid", "limit-invalid"));
    }

    @Test
    void activate_termBeginsWithTheFirstValidation_done() {
        preview(TERM).statusCode(200).body("expiresAt.after", nullValue());

        activate(TERM, digest(TERM)).statusCode(200).body("license.expiresAt", notNullValue());

        preview(TERM).statusCode(200).body("expiresAt.after", notNullValue());
        activate(TERM, digest(TERM)).statusCode(200);
    }

    /** As the server's job does where a term begins with the first activation. */
    @Test
    void activate_endIsSetOnceTheSeatIsTaken_done() {
        String digest = digest(ENTERPRISE);
        Hold checkOut = turnstile.hold(4, Side.BEFORE);

        CompletableFuture<ValidatableResponse> activation = begin(ENTERPRISE, digest);
        checkOut.awaitReached();
        sandbox.change(ENTERPRISE, Map.of("expiry", SOME_END.toString()));
        checkOut.letGo();

        activation.join().statusCode(200).body("license.expiresAt", equalTo(SOME_END.toString()));
    }

    @Test
    void activate_knownEndIsAnotherNow_refusedWithThePresentPreview() {
        String digest = digest(STARTER);
        sandbox.change(STARTER, Map.of("expiry", SOME_END.toString()));

        assertOutdated(activate(STARTER, digest))
                .body("preview.expiresAt.after", equalTo(SOME_END.toString()))
                .body("preview.digest", not(equalTo(digest)));

        assertNothingTaken(STARTER);
    }

    @Test
    void activate_neverIsAnEndNow_refused() {
        admin.activate(ENTERPRISE).statusCode(200);
        admin.post("/license/deactivate").statusCode(200);
        String digest = digest(ENTERPRISE);
        sandbox.change(ENTERPRISE, Map.of("expiry", SOME_END.toString()));

        assertOutdated(activate(ENTERPRISE, digest));

        assertNothingTaken(ENTERPRISE);
    }

    @Test
    void activate_otherTabActivatedMeanwhile_refusedAndNothingTaken() {
        String first = digest(ENTERPRISE);
        String second = digest(STARTER);
        activate(ENTERPRISE, first).statusCode(200);
        sandbox.forgetCalls();

        String present = assertOutdated(activate(STARTER, second))
                .body("preview.name.before", equalTo("Enterprise"))
                .body("preview.name.after", equalTo("Starter"))
                .extract()
                .path("preview.digest");

        assertThat(sandbox.calls()).containsExactly("me", "entitlements");
        admin.get("/license").body("license.key", equalTo(ENTERPRISE));
        assertThat(sandbox.machines(STARTER)).isEmpty();
        activate(STARTER, present).statusCode(200).body("license.key", equalTo(STARTER));
    }

    @Test
    void activate_otherRevisionExpected_refusedAndNothingTaken() {
        int revision = admin.get("/license").extract().path("revision");
        activate(STARTER, "expectedRevision", revision + 1).statusCode(409);
        assertNothingTaken(STARTER);
        activate(STARTER, "expectedRevision", revision).statusCode(200);
        sandbox.forgetCalls();

        assertOutdated(activate(ENTERPRISE, "expectedRevision", revision))
                .body("preview.name.before", equalTo("Starter"))
                .body("preview.gained.code", not(empty()));

        assertThat(sandbox.calls()).containsExactly("me", "entitlements");
        admin.get("/license").body("license.key", equalTo(STARTER));
    }

    @Test
    void activate_limitsChangedMeanwhile_refusedBeforeASeatIsTaken() {
        String digest = digest(ENTERPRISE);
        sandbox.change(ENTERPRISE, Map.of("metadata", Map.of("maxDisplays", 3)));
        sandbox.forgetCalls();

        assertOutdated(activate(ENTERPRISE, digest)).body("preview.limits.after.maxDisplays", is(3));

        assertThat(sandbox.calls()).containsExactly("validate", "me", "entitlements");
        assertNothingTaken(ENTERPRISE);
        admin.get("/license/history")
                .body("entries[0].action", equalTo("activate"))
                .body("entries[0].outcome", equalTo("refused"))
                .body("entries[0].code", equalTo("preview-outdated"));
    }

    @Test
    void activate_entitlementChangedOnceValidated_refusedAndSeatGivenBack() {
        String digest = digest(ENTERPRISE);
        Hold create = turnstile.hold(2, Side.BEFORE);

        CompletableFuture<ValidatableResponse> activation = begin(ENTERPRISE, digest);
        create.awaitReached();
        sandbox.change(ENTERPRISE, Map.of("entitlements", List.of("MFA")));
        create.letGo();

        String present = assertOutdated(activation.join())
                .body("preview.gained.code", contains("MFA"))
                .extract()
                .path("preview.digest");
        assertThat(sandbox.calls()).contains("create", "delete");
        assertNothingTaken(ENTERPRISE);
        activate(ENTERPRISE, present).statusCode(200);
        assertThat(sandbox.machines(ENTERPRISE)).hasSize(1);
    }

    @Test
    void replace_entitlementChangedOnceValidated_presentLicenseKeptWithItsSeat() {
        admin.activate(STARTER).statusCode(200);
        String digest = digest(ENTERPRISE);
        Hold create = turnstile.hold(2, Side.AFTER);

        CompletableFuture<ValidatableResponse> activation = begin(ENTERPRISE, digest);
        create.awaitReached();
        sandbox.change(ENTERPRISE, Map.of("entitlements", List.of("MFA")));
        create.letGo();

        assertOutdated(activation.join());
        assertThat(sandbox.machines(ENTERPRISE)).isEmpty();
        assertThat(sandbox.machines(STARTER)).hasSize(1);
        admin.get("/license")
                .body("license.key", equalTo(STARTER))
                .body("standing", equalTo("licensed"))
                .body("installation.pendingReleases", empty());
    }

    /** Its seat was not taken for this activation. */
    @Test
    void activateAgain_entitlementChangedMeanwhile_refusedAndSeatKept() {
        admin.activate(ENTERPRISE).statusCode(200);
        List<String> seat = sandbox.machines(ENTERPRISE);
        String digest = digest(ENTERPRISE);
        sandbox.change(ENTERPRISE, Map.of("entitlements", List.of("MFA")));

        assertOutdated(activate(ENTERPRISE, digest)).body("preview.lost.code", not(empty()));

        assertThat(sandbox.machines(ENTERPRISE)).isEqualTo(seat);
        admin.get("/license").body("standing", equalTo("licensed")).body("installation.pendingReleases", empty());
    }

    /** The seat can't be given back at once: it stays to be given back, and the answer is the same. */
    @Test
    void activate_entitlementChangedAndServerFails_seatIsStillOwed() {
        String digest = digest(ENTERPRISE);
        Hold create = turnstile.hold(2, Side.BEFORE);
        sandbox.fault("error", "delete");

        CompletableFuture<ValidatableResponse> activation = begin(ENTERPRISE, digest);
        create.awaitReached();
        sandbox.change(ENTERPRISE, Map.of("entitlements", List.of("MFA")));
        create.letGo();

        assertOutdated(activation.join());
        assertThat(sandbox.machines(ENTERPRISE)).hasSize(1);
        admin.get("/license")
                .body("license", nullValue())
                .body("installation.pendingReleases.machineId", equalTo(sandbox.machines(ENTERPRISE)));
    }

    @Test
    void activate_suspendedMeanwhile_refusedForThat() {
        String digest = digest(ENTERPRISE);
        sandbox.act(ENTERPRISE, "suspend");

        activate(ENTERPRISE, digest).statusCode(422).body("code", equalTo("license-suspended"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"machine", "license"})
    void activateOffline_asPreviewed_done(String kind) {
        String file = file(kind);

        activateOffline(file, "previewed", digestOffline(file))
                .statusCode(200)
                .body("license.validationMode", equalTo("offline"));
        assertThat(sandbox.calls()).isEmpty();
    }

    @Test
    void activateOffline_anotherFile_refusedForItsEnd() {
        String shown = digestOffline(file("machine"));
        sandbox.moveClock(Duration.ofMinutes(-1));

        assertOutdated(activateOffline(file("machine"), "previewed", shown));

        admin.get("/license").body("license", nullValue());
    }

    @Test
    void activateOffline_fileWithOtherTerms_refusedWithThePresentPreview() {
        String shown = digestOffline(file("machine"));
        sandbox.change(ENTERPRISE, Map.of("metadata", Map.of("maxDisplays", 3)));

        assertOutdated(activateOffline(file("machine"), "previewed", shown))
                .body("preview.limits.after.maxDisplays", is(3));
    }

    @Test
    void activateOffline_otherTabActivatedMeanwhile_refused() {
        String file = file("machine");
        String shown = digestOffline(file);
        int revision = admin.get("/license").extract().path("revision");
        admin.activate(STARTER).statusCode(200);

        assertOutdated(activateOffline(file, "previewed", shown)).body("preview.name.before", equalTo("Starter"));
        assertOutdated(activateOffline(file, "expectedRevision", revision));

        admin.get("/license").body("license.key", equalTo(STARTER));
        activateOffline(
                        file,
                        "expectedRevision",
                        admin.get("/license").extract().<Integer>path("revision"))
                .statusCode(200);
    }

    /** What was shown of the one way to activate says nothing about the other. */
    @Test
    void activateOffline_withThePreviewOfOnline_refused() {
        assertOutdated(activateOffline(file("machine"), "previewed", digest(ENTERPRISE)));
    }

    @Test
    void activate_digestAndRevision_invalid() {
        Map<String, Object> body = new HashMap<>(online(ENTERPRISE));
        body.put("previewed", digest(ENTERPRISE));
        body.put("expectedRevision", 0);

        admin.post("/license/activate", body)
                .statusCode(400)
                .body("code", equalTo("invalid-request"))
                .body("field", equalTo("expectedRevision"));
    }

    private static ValidatableResponse assertOutdated(ValidatableResponse answer) {
        return answer.statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("preview-outdated"))
                .body("type", equalTo("/problems/preview-outdated"))
                .body("preview.digest", notNullValue());
    }

    private void assertNothingTaken(String key) {
        assertThat(sandbox.machines(key)).isEmpty();
        admin.get("/license").body("license", nullValue()).body("installation.pendingReleases", empty());
    }

    private String digest(String key) {
        return preview(key).statusCode(200).extract().path("digest");
    }

    private ValidatableResponse preview(String key) {
        return admin.post("/license/preview", online(key));
    }

    private ValidatableResponse activate(String key, String digest) {
        return activate(key, "previewed", digest);
    }

    private ValidatableResponse activate(String key, String field, Object shown) {
        return admin.post("/license/activate", with(online(key), field, shown));
    }

    /** Does not wait for the answer. */
    private CompletableFuture<ValidatableResponse> begin(String key, String digest) {
        return CompletableFuture.supplyAsync(() -> activate(key, digest));
    }

    private String file(String kind) {
        String fingerprint = admin.get("/license").extract().path("installation.fingerprint");
        return sandbox.file(ENTERPRISE, Map.of("kind", kind, "fingerprint", fingerprint));
    }

    private String digestOffline(String file) {
        return admin.post("/license/preview", offline(file))
                .statusCode(200)
                .extract()
                .path("digest");
    }

    private ValidatableResponse activateOffline(String file, String field, Object shown) {
        return admin.post("/license/activate", with(offline(file), field, shown));
    }

    private static Map<String, Object> online(String key) {
        return Map.of("method", "online", "licenseKey", key);
    }

    private static Map<String, Object> offline(String file) {
        return Map.of("method", "offline", "licenseKey", ENTERPRISE, "licenseFile", file);
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> more = new HashMap<>(body);
        more.put(field, value);
        return more;
    }
}
