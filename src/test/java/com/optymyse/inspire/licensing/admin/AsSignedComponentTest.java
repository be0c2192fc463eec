package com.optymyse.inspire.licensing.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.optymyse.inspire.licensing.testing.Api;
import com.optymyse.inspire.licensing.testing.EventStream;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import com.optymyse.inspire.licensing.testing.TestClock;
import com.optymyse.inspire.licensing.testing.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An admin reads what a restricted license grants, and no other address tells or grants it. */
@QuarkusTest
class AsSignedComponentTest extends LicensingTest {

    private static final String KEY = "DEMO-ENTERPRISE";

    @TestHTTPResource("/entitlements/stream")
    URI stream;

    @Inject
    TestClock clock;

    private Api service;

    @BeforeEach
    void suspended() {
        service = new Api(Tokens.withoutRole());
        admin.activate(KEY).statusCode(200).body("asSigned", nullValue());
        sandbox.act(KEY, "suspend");
    }

    @AfterEach
    void byTheRealTime() {
        clock.reset();
    }

    @Test
    void restricted_adminReads_whatTheCertificateGrants() {
        List<String> granted = granted("entitlements");

        // The page shows this answer without reading the license again.
        admin.post("/license/revalidate").statusCode(200).body("asSigned.limits.maxDisplays", equalTo(500));

        admin.get("/license")
                .body("standing", equalTo("restricted"))
                .body(
                        "asSigned.limits",
                        equalTo(Map.of("maxDisplays", 500, "maxAgiles", -1, "aiCreditsPerMonth", 10_000)))
                .body("asSigned.entitlements.findAll { it.granted }.code", containsInAnyOrder(granted.toArray()))
                .body("limits", equalTo(Map.of("maxDisplays", 0, "maxAgiles", 0, "aiCreditsPerMonth", 0)))
                .body("entitlements.granted", everyItem(is(false)));
        assertThat(granted).contains("SSO_SAML");
    }

    @Test
    void restricted_everyOtherAddress_zeroAndNotGranted() {
        admin.post("/license/revalidate").statusCode(200);

        assertNothing(body("/entitlements"));
        assertThat(JsonPath.from(body("/entitlements/SSO_SAML")).getBoolean("granted"))
                .isFalse();
        assertThat(JsonPath.from(body("/limits")).getMap("")).containsEntry("maxDisplays", 0);
        assertNothing(claims());
        try (EventStream events = EventStream.open(stream, Tokens.withoutRole())) {
            assertNothing(events.next().data());
        }
        String flags = evaluated("");
        assertThat(JsonPath.from(flags).getList("flags.value"))
                .isNotEmpty()
                .allMatch(value -> value.equals(false) || value.equals(0));
        assertThat(flags).doesNotContain("asSigned");
        assertThat(JsonPath.from(evaluated("/MAX_DISPLAYS")).getInt("value")).isZero();
        assertThat(JsonPath.from(evaluated("/SSO_SAML")).getBoolean("value")).isFalse();
        service.get("/license").statusCode(403);
    }

    /** A memory of the license that was derived an hour ago is no reason to tell the time of then. */
    @Test
    void license_readAgain_saysTheTimeThatCountsNow() {
        Instant moment = Instant.now().plus(Duration.ofHours(1));
        clock.stopAt(moment);
        admin.get("/license").body("now", equalTo(moment.toString()));

        clock.stopAt(moment.plusSeconds(90));

        admin.get("/license").body("now", equalTo(moment.plusSeconds(90).toString()));
    }

    /** So that a statement which is printed has the name that the history has. */
    @Test
    void license_anyAdmin_isNamedAsInTheHistory() {
        String actor = admin.get("/license/history").extract().path("entries[0].actor");
        int trail = admin.get("/license/history").extract().path("entries[0].id");

        admin.get("/license").body("reader", equalTo(actor)).body("installation.trail", equalTo(trail));
        new Api(Tokens.token(Map.of("groups", List.of("Admin"), "upn", "somebody else")))
                .get("/license")
                .body("reader", equalTo("somebody else"));
    }

    private List<String> granted(String entitlements) {
        return admin.get("/license").extract().path(entitlements + ".findAll { it.granted }.code");
    }

    private String body(String path) {
        return service.get(path).statusCode(200).extract().asString();
    }

    private String evaluated(String flag) {
        return service.post("/ofrep/v1/evaluate/flags" + flag, Map.of("context", Map.of("targetingKey", "anybody")))
                .statusCode(200)
                .extract()
                .asString();
    }

    private String claims() {
        String[] parts = body("/entitlements/token").split("\\.", -1);
        return new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    }

    private static void assertNothing(String json) {
        JsonPath answer = JsonPath.from(json);
        assertThat(answer.getBoolean("licensed")).isFalse();
        assertThat(answer.getList("entitlements.granted", Boolean.class))
                .isNotEmpty()
                .containsOnly(false);
        assertThat(answer.getMap("limits").values()).hasSize(3).containsOnly(0);
        assertThat(json).doesNotContain("asSigned");
    }
}
