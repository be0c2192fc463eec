package com.optymyse.inspire.licensing.entitlement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.SigningKeys;
import com.optymyse.inspire.licensing.testing.Api;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import com.optymyse.inspire.licensing.testing.TestClock;
import com.optymyse.inspire.licensing.testing.Tokens;
import com.optymyse.inspire.licensing.testing.VerifiedJwt;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SignatureException;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The signed snapshot and the keys that verify it, as a service of the installation sees them. */
@QuarkusTest
class SnapshotComponentTest extends LicensingTest {

    private static final long DAY = Duration.ofDays(1).toSeconds();

    @Inject
    CurrentInstallation current;

    @Inject
    SigningKeys keys;

    @Inject
    DataSource database;

    @Inject
    ObjectMapper json;

    @Inject
    TestClock clock;

    private Api service;

    @BeforeEach
    void unlicensed() {
        service = new Api(Tokens.withoutRole());
    }

    @AfterEach
    void byTheRealTime() {
        clock.reset();
    }

    @Test
    void snapshot_licensed_saysWhatEntitlementsSay() throws GeneralSecurityException {
        admin.activate("DEMO-STARTER").statusCode(200);

        VerifiedJwt snapshot = verified(fetch());

        String id = "urn:uuid:" + admin.get("/license").extract().path("installation.id");
        JsonObject claims = snapshot.claims();
        assertThat(snapshot.header().getMap()).containsOnlyKeys("alg", "kid", "typ");
        assertThat(snapshot.header().getString("alg")).isEqualTo("ES256");
        assertThat(snapshot.header().getString("typ")).isEqualTo("licensing-snapshot+jwt");
        assertThat(claims.getString("iss")).isEqualTo(id);
        assertThat(claims.getString("sub")).isEqualTo(id);
        assertThat(claims.getString("aud")).isEqualTo("inspire");
        assertThat(claims.getBoolean("licensed")).isTrue();
        assertThat(withoutRegisteredClaims(claims))
                .isEqualTo(new JsonObject(
                        service.get("/entitlements").statusCode(200).extract().asString()));
    }

    /** By it a service notices that an older state was put back. */
    @Test
    void snapshot_ofEachState_namesTheNewestEntryOfTheTrail() throws GeneralSecurityException {
        assertThat(verified(fetch()).claims().getLong("trail")).isZero();
        admin.activate("DEMO-STARTER").statusCode(200);

        long newest = admin.get("/license/history").extract().jsonPath().getLong("entries[0].id");

        assertThat(newest).isPositive();
        assertThat(verified(fetch()).claims().getLong("trail")).isEqualTo(newest);
    }

    @Test
    void snapshot_unlicensed_saysSoForADay() throws GeneralSecurityException {
        Response answer = fetch();

        JsonObject claims = verified(answer).claims();
        assertThat(answer.contentType()).isEqualTo("application/jwt");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(claims.getBoolean("licensed")).isFalse();
        assertThat(claims.getString("standing")).isEqualTo("unlicensed");
        assertThat(claims.getJsonArray("entitlements")).hasSize(10);
        assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(DAY);
        assertThat(Instant.ofEpochSecond(claims.getLong("iat")))
                .isCloseTo(clock.instant(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void snapshot_licenseExpiresSoon_isOverNoLater() throws GeneralSecurityException {
        Instant expiry = clock.instant().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.MILLIS);
        sandbox.change("DEMO-ENTERPRISE", Map.of("expiry", expiry.toString()));
        admin.activate("DEMO-ENTERPRISE").statusCode(200).body("standing", equalTo("licensed"));

        assertThat(verified(fetch()).claims().getLong("exp")).isEqualTo(expiry.getEpochSecond());
    }

    @Test
    void snapshot_expiryPassed_nothingIsGrantedAnyMore() throws GeneralSecurityException {
        Instant expiry = clock.instant().plus(Duration.ofHours(2));
        sandbox.change("DEMO-ENTERPRISE", Map.of("expiry", expiry.toString()));
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        fetch();

        clock.move(Duration.ofHours(2));

        assertThat(verified(fetch()).claims().getString("standing")).isEqualTo("restricted");
    }

    /** Grace takes nothing away, so a snapshot from shortly before it counts as long as any other. */
    @Test
    void snapshot_graceIsNear_countsForADay() throws GeneralSecurityException {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        clock.move(Duration.ofHours(47));

        JsonObject claims = verified(fetch()).claims();

        assertThat(claims.getString("standing")).isEqualTo("licensed");
        assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(DAY);
    }

    @Test
    void snapshot_certificateEndsSoon_isOverNoLater() throws GeneralSecurityException {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        Instant end = Instant.parse(admin.get("/license").extract().path("license.certificateExpiresAt"));
        clock.move(Duration.ofDays(13).plusHours(12));

        JsonObject claims = verified(fetch()).claims();

        assertThat(claims.getString("standing")).isEqualTo("grace");
        assertThat(claims.getLong("exp")).isEqualTo(end.getEpochSecond());
    }

    @Test
    void snapshot_askedAgain_isNotSignedAgain() {
        String first = fetch().asString();

        assertThat(fetch().asString()).isEqualTo(first);
    }

    @Test
    void snapshot_unchanged_notModified() {
        String tag = fetch().header("ETag");

        assertThat(tag).startsWith("W/\"");
        service.request()
                .header("If-None-Match", tag)
                .get("/entitlements/token")
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .body(equalTo(""));
    }

    @Test
    void snapshot_aQuarterOfItsLifeOver_isSignedAnew() throws GeneralSecurityException {
        Response first = fetch();

        clock.move(Duration.ofHours(6));

        Response second = fetch();
        assertThat(second.header("ETag")).isNotEqualTo(first.header("ETag"));
        assertThat(verified(second).claims().getLong("exp"))
                .isGreaterThan(verified(first).claims().getLong("exp"));
    }

    @Test
    void snapshot_licenseChanged_isSignedAnewAtOnce() throws GeneralSecurityException {
        String before = fetch().header("ETag");

        admin.activate("DEMO-STARTER").statusCode(200);
        Response changed = fetch();
        admin.post("/license/deactivate").statusCode(200);

        assertThat(changed.header("ETag")).isNotEqualTo(before);
        assertThat(verified(changed).claims().getBoolean("licensed")).isTrue();
        assertThat(verified(fetch()).claims().getBoolean("licensed")).isFalse();
    }

    @Test
    void snapshot_keysTakenAway_isSignedWithAnotherAtOnce() throws Throwable {
        Response before = fetch();

        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM signing_key");
        }
        VertxContextSupport.subscribeAndAwait(keys::reload);

        assertThatThrownBy(() -> verified(before)).isInstanceOf(SignatureException.class);
        assertThat(verified(fetch()).claims().getString("standing")).isEqualTo("unlicensed");
        assertThat(fetch().header("ETag")).isNotEqualTo(before.header("ETag"));
    }

    @Test
    void snapshot_ofTwoReplicas_countsEverywhereAndHasOneTag() throws GeneralSecurityException {
        SignedSnapshots one = replica();
        SignedSnapshots other = replica();

        assertThat(one.now().etag()).isEqualTo(other.now().etag());
        assertThat(text(one)).isNotEqualTo(text(other));
        assertThat(VerifiedJwt.of(text(one), publishedKeys()).claims().getString("iss"))
                .isEqualTo(VerifiedJwt.of(text(other), publishedKeys()).claims().getString("iss"));
    }

    @Test
    void snapshot_anyByteChanged_isRefused() throws GeneralSecurityException {
        String good = fetch().asString();
        String published = publishedKeys();
        VerifiedJwt.of(good, published);

        for (int i = 0; i < good.length(); i++) {
            String changed = withAnotherCharacterAt(i, good);
            assertThatThrownBy(() -> VerifiedJwt.of(changed, published))
                    .as("character %d", i)
                    .isInstanceOfAny(SignatureException.class, IllegalArgumentException.class, DecodeException.class);
        }
    }

    @Test
    void snapshot_ofAnotherInstallation_isRefused() throws GeneralSecurityException {
        String elsewhere = fetch().asString();
        String issuer = verified(fetch()).claims().getString("iss");

        installation.begin();

        assertThatThrownBy(() -> VerifiedJwt.of(elsewhere, publishedKeys())).isInstanceOf(SignatureException.class);
        assertThat(verified(fetch()).claims().getString("iss")).isNotEqualTo(issuer);
    }

    @Test
    void snapshot_withoutToken_isRefused() {
        given().get("/entitlements/token").then().statusCode(401).body("code", equalTo("unauthorized"));
    }

    @Test
    void keys_withoutToken_arePublicAndMayBeKept() {
        Response answer = given().get("/.well-known/jwks.json");

        answer.then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "public, max-age=300")
                .body("keys", hasSize(1));
        assertThat(answer.jsonPath().<String, String>getMap("keys[0]"))
                .containsOnlyKeys("kty", "kid", "use", "alg", "crv", "x", "y")
                .containsEntry("alg", "ES256")
                .containsEntry("use", "sig");
        given().header("If-None-Match", answer.header("ETag"))
                .get("/.well-known/jwks.json")
                .then()
                .statusCode(304);
    }

    private SignedSnapshots replica() {
        return new SignedSnapshots(current, keys, () -> Duration.ofHours(24), json);
    }

    private static String text(SignedSnapshots replica) {
        return new String(replica.now().body(), StandardCharsets.US_ASCII);
    }

    private Response fetch() {
        return service.get("/entitlements/token").statusCode(200).extract().response();
    }

    private static VerifiedJwt verified(Response snapshot) throws GeneralSecurityException {
        return VerifiedJwt.of(snapshot.asString(), publishedKeys());
    }

    private static String publishedKeys() {
        return given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static JsonObject withoutRegisteredClaims(JsonObject claims) {
        JsonObject rest = claims.copy();
        for (String other : new String[] {"iss", "sub", "aud", "iat", "exp", "trail"}) {
            rest.remove(other);
        }
        return rest;
    }

    /** Another character of base64url's first half for one of its second, so that no padding bits hide the change. */
    private static String withAnotherCharacterAt(int index, String text) {
        char changed = text.charAt(index) == 'A' ? 'w' : 'A';
        return text.substring(0, index) + changed + text.substring(index + 1);
    }
}
