package com.optymyse.inspire.licensing.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.optymyse.inspire.licensing.activation.Revalidation;
import com.optymyse.inspire.licensing.audit.Caller;
import com.optymyse.inspire.licensing.testing.Api;
import com.optymyse.inspire.licensing.testing.AsOwner;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an admin does leaves an entry that says who, what and what came of it. */
@QuarkusTest
class HistoryComponentTest extends LicensingTest {

    private static final String HISTORY = "/license/history";

    @Inject
    Revalidation revalidation;

    @Inject
    DataSource database;

    @Test
    void history_newInstallation_isEmpty() {
        admin.get(HISTORY)
                .statusCode(200)
                .header("Cache-Control", Matchers.containsString("no-store"))
                .body("entries", empty())
                .body("next", nullValue());
    }

    @Test
    void history_activated_saysWhoAndWhatAndMasksTheKey() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);

        admin.get(HISTORY)
                .statusCode(200)
                .body("entries", hasSize(1))
                .body("entries[0].id", equalTo(1))
                .body("entries[0].at", not(nullValue()))
                .body("entries[0].actor", not(nullValue()))
                .body("entries[0].action", equalTo("activate"))
                .body("entries[0].outcome", equalTo("succeeded"))
                .body("entries[0].code", nullValue())
                .body("entries[0].standing", equalTo("licensed"))
                .body("entries[0].licenseKey", Matchers.startsWith("…"));
        assertThat(admin.get(HISTORY).extract().asString()).doesNotContain("DEMO-ENTERPRISE");
    }

    @Test
    void history_aWholeLife_newestFirst() {
        admin.activate("DEMO-STARTER").statusCode(200);
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        admin.post("/license/revalidate").statusCode(200);
        sandbox.act("DEMO-ENTERPRISE", "suspend");
        admin.post("/license/revalidate").statusCode(200);
        sandbox.act("DEMO-ENTERPRISE", "reinstate");
        admin.post("/license/deactivate").statusCode(200);

        admin.get(HISTORY)
                .body(
                        "entries.action",
                        contains("release", "deactivate", "revalidate", "revalidate", "release", "replace", "activate"))
                .body(
                        "entries.standing",
                        contains(null, "unlicensed", "restricted", "licensed", null, "licensed", "licensed"))
                .body("entries[2].code", equalTo("license-suspended"))
                .body("entries[2].values", equalTo(Map.of("verdict", "suspended", "changed", false, "dropped", false)))
                .body("entries[3].values.verdict", equalTo("good"))
                .body("entries[5].values", equalTo(Map.of("method", "online", "formerMode", "online")))
                .body("entries[6].values", equalTo(Map.of("method", "online")))
                .body("entries.outcome", Matchers.everyItem(equalTo("succeeded")));
    }

    @Test
    void history_refusedActivation_isRecordedAsRefused() {
        admin.activate("DEMO-EXPIRED").statusCode(422);

        admin.get(HISTORY)
                .body("entries", hasSize(1))
                .body("entries[0].action", equalTo("activate"))
                .body("entries[0].outcome", equalTo("refused"))
                .body("entries[0].code", equalTo("license-expired"))
                .body("entries[0].values.expiresAt", not(nullValue()))
                .body("entries[0].standing", nullValue());
    }

    @Test
    void history_serverAway_isRecordedAsFailed() {
        sandbox.fault("refuse", "");

        admin.activate("DEMO-ENTERPRISE").statusCode(503);

        admin.get(HISTORY)
                .body("entries.outcome", contains("failed"))
                .body("entries.code", contains("licensing-server-unreachable"))
                .body("entries.values.cause", contains("broken-off"));
    }

    @Test
    void history_refusedLicenseFile_isRecordedWithoutTheFile() {
        admin.activate("DEMO-ENTERPRISE", "-----BEGIN MACHINE FILE-----\nnonsense\n-----END MACHINE FILE-----\n")
                .statusCode(422);

        admin.get(HISTORY).body("entries.code", contains("license-file-malformed"));
        assertThat(admin.get(HISTORY).extract().asString()).doesNotContain("nonsense");
    }

    @Test
    void history_requestsThatAreNone_areNotRecorded() {
        admin.post("/license/activate", Map.of("method", "online")).statusCode(400);
        admin.post("/license/activate", Map.of("method", "carrier pigeon")).statusCode(400);
        admin.post("/license/deactivate").statusCode(409);
        admin.post("/license/revalidate").statusCode(409);
        admin.post("/license/preview", Map.of("method", "online", "licenseKey", "DEMO-EXPIRED"))
                .statusCode(422);

        admin.get(HISTORY).body("entries", empty());
    }

    @Test
    void history_pageAfterPage_hasEachEntryOnce() {
        for (int attempt = 0; attempt < 5; attempt++) {
            admin.activate("DEMO-EXPIRED").statusCode(422);
        }

        List<Integer> first = admin.get(HISTORY + "?limit=2")
                .body("next", equalTo(4))
                .extract()
                .path("entries.id");
        List<Integer> second = admin.get(HISTORY + "?limit=2&before=4")
                .body("next", equalTo(2))
                .extract()
                .path("entries.id");
        List<Integer> third = admin.get(HISTORY + "?limit=2&before=2")
                .body("next", nullValue())
                .extract()
                .path("entries.id");

        assertThat(first).containsExactly(5, 4);
        assertThat(second).containsExactly(3, 2);
        assertThat(third).containsExactly(1);
    }

    @Test
    void history_entryInWordsUnknownHere_isShownAsItIs() throws SQLException {
        admin.activate("DEMO-EXPIRED").statusCode(422);
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        byHand("UPDATE audit SET action = 'conjure_up', outcome = 'pending', standing = 'golden' WHERE id = 1");

        admin.get(HISTORY)
                .statusCode(200)
                .body("entries.action", contains("activate", "conjure-up"))
                .body("entries.outcome", contains("succeeded", "pending"))
                .body("entries.standing", contains("licensed", "golden"));
        admin.get(HISTORY + "/verification").body("sound", equalTo(false)).body("faultAt", equalTo(1));
    }

    @Test
    void history_ofARequest_hasTheEntriesOfItsOperationAlone() {
        as("first").activate("DEMO-EXPIRED").statusCode(422);
        as("second").activate("DEMO-STARTER").statusCode(200);
        as("third").activate("DEMO-ENTERPRISE").statusCode(200);

        admin.get(HISTORY + "?request=first").body("entries.code", contains("license-expired"));
        admin.get(HISTORY + "?request=second").body("entries.action", contains("activate"));
        admin.get(HISTORY + "?request=third")
                .body("entries.action", contains("release", "replace"))
                .body("entries.request", contains("third", "third"))
                .body("next", nullValue());
        admin.get(HISTORY + "?request=fourth").statusCode(200).body("entries", empty());
    }

    @Test
    void history_ofARequest_isPagedLikeAllOfIt() {
        as("third").activate("DEMO-STARTER").statusCode(200);
        as("third").activate("DEMO-ENTERPRISE").statusCode(200);

        admin.get(HISTORY + "?request=third&limit=2")
                .body("entries.action", contains("release", "replace"))
                .body("next", equalTo(2));
        admin.get(HISTORY + "?request=third&limit=2&before=2")
                .body("entries.action", contains("activate"))
                .body("next", nullValue());
    }

    @Test
    void history_filteredByActionAndOutcome_hasThoseAlone() {
        admin.activate("DEMO-EXPIRED").statusCode(422);
        admin.activate("DEMO-STARTER").statusCode(200);
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        admin.post("/license/revalidate").statusCode(200);

        admin.get(HISTORY + "?action=replace").body("entries.action", contains("replace"));
        admin.get(HISTORY + "?action=activate&action=revalidate")
                .body("entries.action", contains("revalidate", "activate", "activate"));
        admin.get(HISTORY + "?action=activate&outcome=succeeded")
                .body("entries.action", contains("activate"))
                .body("entries.code", contains(nullValue()));
        admin.get(HISTORY + "?outcome=refused").body("entries.code", contains("license-expired"));
        admin.get(HISTORY + "?outcome=failed").body("entries", empty());
        admin.get(HISTORY + "?action=dismiss-release").statusCode(200).body("entries", empty());
    }

    @Test
    void history_filtered_isPagedLikeAllOfIt() {
        admin.activate("DEMO-EXPIRED").statusCode(422);
        admin.activate("DEMO-STARTER").statusCode(200);
        admin.activate("DEMO-EXPIRED").statusCode(422);

        admin.get(HISTORY + "?outcome=refused&limit=1")
                .body("entries.id", contains(3))
                .body("next", equalTo(3));
        admin.get(HISTORY + "?outcome=refused&limit=1&before=3")
                .body("entries.id", contains(1))
                .body("next", nullValue());
    }

    /** A range that begins where another ends has each entry once. */
    @Test
    void history_filteredByTime_fromItsBeginningUntilBeforeItsEnd() {
        admin.activate("DEMO-EXPIRED").statusCode(422);
        admin.activate("DEMO-STARTER").statusCode(200);
        String second = admin.get(HISTORY).extract().path("entries[0].at");

        admin.get(HISTORY + "?since=" + second).body("entries.id", contains(2));
        admin.get(HISTORY + "?until=" + second).body("entries.id", contains(1));
        admin.get(HISTORY + "?since=1970-01-01T00:00:00Z&until=9999-12-31T23:59:59Z")
                .body("entries.id", contains(2, 1));
        admin.request()
                .queryParam("since", "2000-01-01T00:00:00+02:00")
                .get(HISTORY)
                .then()
                .body("entries.id", contains(2, 1));
        admin.get(HISTORY + "?until=2000-01-01T00:00:00-02:00").body("entries", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "action, steal",
        "action, ACTIVATE",
        "outcome, good",
        "outcome, SUCCEEDED",
        "since, yesterday",
        "since, 2026-11-23",
        "since, 1969-12-31T23:59:59Z",
        "until, +294277-01-01T00:00:00Z"
    })
    void history_filteredByWhatNoEntryHas_refusedByName(String field, String value) {
        admin.request()
                .queryParam("action", "activate")
                .queryParam(field, value)
                .get(HISTORY)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"))
                .body("field", equalTo(field));
    }

    @Test
    void history_requestWithoutAnId_hasTheOneThatItsAnswerNames() {
        String given = admin.activate("DEMO-EXPIRED").extract().header("X-Request-Id");

        admin.get(HISTORY).body("entries.request", contains(given));
    }

    @Test
    void history_byTheServiceItself_isOfNoRequest() throws Throwable {
        as("first").activate("DEMO-ENTERPRISE").statusCode(200);
        sandbox.act("DEMO-ENTERPRISE", "suspend");

        VertxContextSupport.subscribeAndAwait(() -> revalidation.revalidate(Caller.SERVICE));

        admin.get(HISTORY).body("entries.request", contains(null, "first"));
    }

    private Api as(String request) {
        return admin.named(request);
    }

    @Test
    void history_revalidationByItselfThatChangesNothing_isRoutine() throws Throwable {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);

        VertxContextSupport.subscribeAndAwait(() -> revalidation.revalidate(Caller.SERVICE));

        admin.get(HISTORY).body("entries.action", contains("activate"));
    }

    /** The verdict and the standing are the same, but the license is another one. */
    @ParameterizedTest
    @MethodSource("changesAtTheVendor")
    void history_revalidationByItselfThatFindsAnotherLicense_isRecordedOnce(Map<String, ?> change) throws Throwable {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        sandbox.change("DEMO-ENTERPRISE", change);

        VertxContextSupport.subscribeAndAwait(() -> revalidation.revalidate(Caller.SERVICE));
        VertxContextSupport.subscribeAndAwait(() -> revalidation.revalidate(Caller.SERVICE));

        admin.get(HISTORY)
                .body("entries.action", contains("revalidate", "activate"))
                .body("entries[0].actor", nullValue())
                .body("entries[0].detail", containsString("What is licensed has changed."));
    }

    static Stream<Map<String, ?>> changesAtTheVendor() {
        return Stream.of(
                Map.of("metadata", Map.of("maxDisplays", 7)),
                Map.of("entitlements", List.of("SSO_SAML")),
                Map.of("name", "Renewed"),
                Map.of("expiry", Instant.now().plus(Duration.ofDays(365)).toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=many",
                "before=0",
                "before=last",
                "request=two%20words",
                "request=longer-than-64-characters-0123456789012345678901234567890123456789"
            })
    void history_impossiblePage_isRefused(String query) {
        admin.get(HISTORY + "?" + query).statusCode(400).body("code", equalTo("invalid-request"));
    }

    @ParameterizedTest
    @ValueSource(strings = {HISTORY, HISTORY + "/verification"})
    void history_notAnAdmin_isForbidden(String path) {
        new Api(sandbox.token("")).get(path).statusCode(403);
    }

    @Test
    void verification_flawedTrail_isAProblemOfTheInstallation() throws SQLException {
        admin.activate("DEMO-EXPIRED").statusCode(422);
        admin.get("/license").body("problems", empty());
        byHand("UPDATE audit SET actor = 'nobody'");

        admin.get(HISTORY + "/verification").body("sound", equalTo(false));

        admin.get("/license")
                .body("problems.code", contains("audit-trail-unsound"))
                .body("problems.detail", contains(containsString("Entry 1 was changed.")))
                .body("problems.values.entry", contains(1));
    }

    private void byHand(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(AsOwner.withoutTriggers(statement));
        }
    }

    @Test
    void verification_untouchedTrail_isSound() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        admin.activate("DEMO-EXPIRED").statusCode(422);

        admin.get(HISTORY + "/verification")
                .statusCode(200)
                .body("sound", equalTo(true))
                .body("entries", equalTo(2))
                .body("first", equalTo(1))
                .body("last", equalTo(2))
                .body("faultAt", nullValue())
                .body("problem", nullValue());
    }
}
