package com.optymyse.inspire.licensing.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.optymyse.inspire.licensing.testing.LogRecorder;
import com.optymyse.inspire.licensing.testing.PostgresTestResource;
import com.optymyse.inspire.licensing.testing.SandboxTestResource;
import com.optymyse.inspire.licensing.testing.TestClock;
import com.optymyse.inspire.licensing.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tokens open which doors. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SandboxTestResource.class)
class TokenComponentTest {

    private static final String FOR_ADMINS = "/probe/admin";
    private static final String FOR_ANYBODY_KNOWN = "/silent";
    private static final String LISTED_CLIENT = "inspire-listed";

    @ParameterizedTest
    @ValueSource(strings = {"/license", "/entitlements", "/entitlements/MFA", "/limits", FOR_ADMINS, FOR_ANYBODY_KNOWN})
    void get_noToken_unauthorized(String path) {
        given().get(path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer realm=\"inspire-licensing\"")
                .body("code", equalTo("unauthorized"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/swagger-ui/", "/q/openapi", "/problems", "/problems.css"})
    void get_publicWithoutToken_answered(String path) {
        given().get(path).then().statusCode(200);
    }

    private static int days;

    @Inject
    TestClock clock;

    @Test
    void get_role_admitted() {
        get(FOR_ADMINS, Tokens.withRole("Admin")).statusCode(200);
    }

    @Test
    void get_noRole_forbiddenWhereItIsRequired() {
        get(FOR_ADMINS, Tokens.withoutRole())
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("forbidden"));
        get(FOR_ANYBODY_KNOWN, Tokens.withoutRole()).statusCode(200);
    }

    @Test
    void get_otherRole_forbidden() {
        get(FOR_ADMINS, Tokens.withRole("admin")).statusCode(403);
    }

    @Test
    void get_justExpired_admittedWithinTheSkew() {
        Map<String, ?> claims =
                Map.of("groups", List.of("Admin"), "iat", Tokens.inSeconds(-600), "exp", Tokens.inSeconds(-1));

        get(FOR_ADMINS, Tokens.token(claims)).statusCode(200);
    }

    @ParameterizedTest
    @MethodSource("badClaims")
    void get_badClaim_unauthorized(Map<String, ?> claims) {
        JwtClaims changed = adminClaims();
        claims.forEach(changed::setClaim);

        isRefused(Tokens.signed("RS256", Tokens.developmentKey(), changed));
    }

    static List<Map<String, ?>> badClaims() {
        return List.of(
                Map.of("iss", "https://elsewhere.example/"),
                Map.of("aud", "another-service"),
                Map.of("exp", Tokens.inSeconds(-3600)),
                Map.of("nbf", Tokens.inSeconds(3600)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "exp"})
    void get_missingClaim_unauthorized(String claim) {
        JwtClaims claims = adminClaims();
        claims.unsetClaim(claim);

        isRefused(Tokens.signed("RS256", Tokens.developmentKey(), claims));
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_id", "azp"})
    void get_noAudienceAndListedClient_admitted(String claim) {
        get(FOR_ADMINS, withoutAudience(Map.of(claim, LISTED_CLIENT))).statusCode(200);
    }

    @Test
    void get_noAudienceAndOtherClient_unauthorized() {
        isRefused(withoutAudience(Map.of("client_id", "other", "azp", LISTED_CLIENT)));
    }

    @Test
    void get_listedClientForAnotherService_unauthorized() {
        JwtClaims claims = adminClaims();
        claims.setAudience("another-service");
        claims.setClaim("client_id", LISTED_CLIENT);
        claims.setClaim("azp", LISTED_CLIENT);

        isRefused(Tokens.signed("RS256", Tokens.developmentKey(), claims));
    }

    @Test
    void get_unsigned_unauthorized() {
        isRefused(Tokens.signed("none", null, adminClaims()));
    }

    @Test
    void get_signedByAnotherKey_unauthorized() throws GeneralSecurityException {
        var stranger = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();

        isRefused(Tokens.signed("RS256", stranger, adminClaims()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS256", "HS384", "HS512"})
    void get_publicKeyAsSecret_unauthorized(String algorithm) throws IOException {
        PublicKey key = Tokens.developmentPublicKey();

        isRefused(Tokens.signed(algorithm, new HmacKey(key.getEncoded()), adminClaims()));
        isRefused(Tokens.signed(algorithm, new HmacKey(keySet()), adminClaims()));
    }

    @Test
    void get_algorithmOfTheKeyButNotPinned_unauthorized() {
        isRefused(Tokens.signed("RS512", Tokens.developmentKey(), adminClaims()));
    }

    @Test
    void get_changedAfterSigning_unauthorized() {
        String[] parts = Tokens.withoutRole().split("\\.", -1);
        String[] admin = Tokens.withRole("Admin").split("\\.", -1);

        isRefused(parts[0] + "." + admin[1] + "." + parts[2]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stale", "a.b.c", "..", "null"})
    void get_noTokenAtAllBehindBearer_unauthorized(String nonsense) {
        isRefused(nonsense);
    }

    @ParameterizedTest
    @CsvSource({"iss, https://elsewhere.example/, another issuer", "aud, another-service, another audience"})
    void get_refused_callerIsToldWhyAsFarAsItMayKnow(String claim, String value, String told) {
        JwtClaims claims = adminClaims();
        claims.setClaim(claim, value);

        get(FOR_ADMINS, Tokens.signed("RS256", Tokens.developmentKey(), claims))
                .statusCode(401)
                .header("WWW-Authenticate", containsString("error_description=\"The token was issued"))
                .header("WWW-Authenticate", containsString(told));
    }

    @Test
    void get_expired_callerIsToldSinceWhen() {
        get(FOR_ADMINS, Tokens.token(Map.of("iat", 1_700_000_000L, "exp", 1_700_000_600L)))
                .statusCode(401)
                .header(
                        "WWW-Authenticate",
                        containsString("error_description=\"The token expired at 2023-11-14T22:23:20Z.\""));
    }

    @Test
    void get_noRole_callerIsToldWhereWasLookedAndWhatWasFound() {
        try (LogRecorder log = LogRecorder.start()) {
            get(FOR_ADMINS, Tokens.token(Map.of("groups", List.of("viewer", "editor"))))
                    .statusCode(403)
                    .body(
                            "detail",
                            containsString("in the claims groups; the token has \"viewer\", \"editor\" there."));
            clock.move(Duration.ofMinutes(2));
            get(FOR_ADMINS, Tokens.withRole("admin")).statusCode(403);

            assertThat(log.lines(Level.INFO, "A token was refused. Check: role."))
                    .last()
                    .asString()
                    .contains("the token has \"admin\" there.");
        } finally {
            clock.reset();
        }
    }

    static List<Map<String, ?>> strangeClaims() {
        return List.of(
                Map.of("exp", new BigDecimal("1e18")),
                Map.of("iat", Map.of("a", 1)),
                Map.of("upn", 1, "sub", List.of()));
    }

    /** The library failed with an error of its own at some of these. */
    @ParameterizedTest
    @MethodSource("strangeClaims")
    void get_claimsOfOtherTypes_unauthorizedWithALine(Map<String, ?> claims) {
        // So that the line of the test before is more than a minute ago.
        clock.move(Duration.ofDays(++days));
        try (LogRecorder log = LogRecorder.start()) {
            JwtClaims changed = adminClaims();
            claims.forEach(changed::setClaim);
            changed.setExpirationTimeMinutesInTheFuture(3000);
            claims.forEach(changed::setClaim);

            get(FOR_ADMINS, Tokens.signed("RS256", Tokens.developmentKey(), changed))
                    .statusCode(401);

            assertThat(log.lines(Level.INFO, "A token was refused.")).hasSize(1);
            assertThat(log.warnings()).isEmpty();
        } finally {
            clock.reset();
        }
    }

    /** Its bearer would be in the audit trail, and PostgreSQL can't store the name. */
    @Test
    void activate_nameWithU0000_unauthorizedAndNoError() {
        try (LogRecorder log = LogRecorder.start()) {
            given().auth()
                    .oauth2(Tokens.token(Map.of("groups", List.of("Admin"), "preferred_username", "ada\0")))
                    .contentType(ContentType.JSON)
                    .body("{\"method\":\"online\",\"licenseKey\":\"DEMO-ENTERPRISE\"}")
                    .post("/license/activate")
                    .then()
                    .statusCode(401);

            assertThat(log.lines(Level.WARNING, "")).isEmpty();
        }
    }

    @Test
    void get_groupsThatAreNoNames_noAdmin() {
        get(FOR_ADMINS, Tokens.token(Map.of("groups", Map.of("name", "Admin")))).statusCode(403);
        get(FOR_ADMINS, Tokens.token(Map.of("groups", "Display Admin"))).statusCode(403);
        get(FOR_ADMINS, Tokens.token(Map.of("groups", "Admin"))).statusCode(200);
    }

    private static String withoutAudience(Map<String, ?> more) {
        JwtClaims claims = adminClaims();
        claims.unsetClaim("aud");
        more.forEach(claims::setClaim);
        return Tokens.signed("RS256", Tokens.developmentKey(), claims);
    }

    /** Signed by the right key, so that only the JSON is odd. What is larger than all headers may be is refused before. */
    @ParameterizedTest
    @MethodSource("oddJson")
    void get_oddJsonInAToken_isNoInternalError(String header, String claims, List<Integer> statuses)
            throws GeneralSecurityException {
        String token = signed("{\"alg\":\"RS256\"" + header + "}", claims);

        for (String path : List.of(FOR_ADMINS, FOR_ANYBODY_KNOWN)) {
            assertThat(get(path, token).extract().statusCode()).isIn(statuses);
        }
    }

    static List<Arguments> oddJson() {
        List<Integer> refused = List.of(401);
        List<Integer> either = List.of(200, 401);
        String deep = "[".repeat(999) + "]".repeat(999);
        String digits = "9".repeat(1_001);
        return List.of(
                arguments("", ",\"odd\":" + deep, refused),
                arguments("", ",\"odd\":" + digits, refused),
                arguments("", ",\"odd\":0." + digits, refused),
                arguments("", ",\"nbf\":" + digits, refused),
                arguments("", ",\"odd\":1e" + "9".repeat(900), either),
                arguments("", ",\"nbf\":1e999", refused),
                arguments("", ",\"" + "n".repeat(40_000) + "\":1", List.of(200)),
                arguments("", ",\"" + "n".repeat(60_000) + "\":1", List.of(431)),
                arguments("", ",\"scope\":" + "[".repeat(20) + "]".repeat(20), List.of(200)),
                arguments("", ",\"odd\":\"\\ud800\"", List.of(200)),
                arguments("", ",\"exp\":1", refused),
                arguments(",\"odd\":" + deep, "", refused),
                arguments(",\"odd\":" + digits, "", refused),
                arguments(",\"odd\":" + "9".repeat(999), "", either),
                arguments(",\"odd\":1e999", "", either),
                arguments(",\"" + "n".repeat(30_000) + "\":1", "", List.of(200)),
                arguments(",\"kid\":{}", "", refused),
                arguments(",\"crit\":[\"odd\"]", "", refused),
                arguments(",\"b64\":false", "", either));
    }

    private static String signed(String header, String more) throws GeneralSecurityException {
        String claims = adminClaims().toJson();
        String signed = encoded(header) + "." + encoded(claims.substring(0, claims.length() - 1) + more + "}");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(Tokens.developmentKey());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static JwtClaims adminClaims() {
        return Tokens.claims(Map.of("groups", List.of("Admin")));
    }

    private static byte[] keySet() throws IOException {
        try (InputStream file = TokenComponentTest.class.getResourceAsStream("/sandbox/keys/token.jwks.json")) {
            return file.readAllBytes();
        }
    }

    private static void isRefused(String token) {
        for (String path : Arrays.asList(FOR_ADMINS, FOR_ANYBODY_KNOWN)) {
            get(path, token)
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header(
                            "WWW-Authenticate",
                            startsWith("Bearer realm=\"inspire-licensing\", error=\"invalid_token\""))
                    .body("code", equalTo("unauthorized"));
        }
    }

    private static ValidatableResponse get(String path, String token) {
        return given().auth().oauth2(token).get(path).then();
    }
}
