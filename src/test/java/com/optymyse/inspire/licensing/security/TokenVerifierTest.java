package com.optymyse.inspire.licensing.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.optymyse.inspire.licensing.testing.Tokens;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jose4j.base64url.Base64Url;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tokens count, by what they say. Their signatures are good. */
class TokenVerifierTest {

    private static final Set<String> CLIENTS = Set.of("inspire-service");

    private final JWTAuthContextInfo settings = new JWTAuthContextInfo();

    @BeforeEach
    void settings() {
        settings.setIssuedBy(Tokens.ISSUER);
        settings.setExpectedAudience(Set.of("inspire-licensing", "api://inspire-licensing"));
        settings.setSignatureAlgorithm(Set.of(SignatureAlgorithm.RS256));
        settings.setClockSkew(30);
        settings.setPublicVerificationKey(Tokens.developmentPublicKey());
    }

    @ParameterizedTest
    @CsvSource({
        "'upn, preferred_username, sub, client_id, azp', upn",
        "'preferred_username, sub, client_id, azp', preferred_username",
        "'sub, client_id, azp', sub",
        "'client_id, azp', client_id",
        "azp, azp"
    })
    void verify_names_theFirstThatIsThereCounts(String claims, String name) {
        JwtClaims token = Tokens.claims(Map.of());
        token.unsetClaim("sub");
        for (String claim : claims.split(", ", -1)) {
            token.setClaim(claim, "by " + claim);
        }

        assertThat(bearer(token)).isEqualTo("by " + name);
    }

    @Test
    void verify_nobodyNamed_refused() {
        JwtClaims token = Tokens.claims(Map.of());
        token.unsetClaim("sub");

        assertThat(refused(token).check()).isEqualTo(TokenCheck.NAME);
    }

    @Test
    void verify_nobodyNamed_refusedAlsoWhereTheLibraryWouldAllowIt() {
        settings.setRequireNamedPrincipal(false);
        JwtClaims token = Tokens.claims(Map.of());
        token.unsetClaim("sub");

        assertThat(refused(token).check()).isEqualTo(TokenCheck.NAME);
    }

    /** PostgreSQL can't store it. */
    @Test
    void verify_nameWithU0000_refusedAndEscaped() {
        BadToken refused = refused(Tokens.claims(Map.of("preferred_username", "ada\0")));

        assertThat(refused.check()).isEqualTo(TokenCheck.NAME);
        assertThat(refused.sentence()).contains("\"ada\\u0000\"");
    }

    @Test
    void verify_anyOfTheAudiences_counts() {
        assertThat(bearer(Tokens.claims(Map.of("aud", List.of("other", "api://inspire-licensing")))))
                .isEqualTo("ada");
    }

    @Test
    void verify_noAudienceAndListedClient_counts() {
        assertThat(bearer(withoutAudience(Map.of("client_id", "inspire-service"))))
                .isEqualTo("ada");
        assertThat(bearer(withoutAudience(Map.of("azp", "inspire-service")))).isEqualTo("ada");
    }

    @Test
    void verify_noAudienceAndOtherClient_refusedWhateverItsParty() {
        assertThat(refused(withoutAudience(Map.of("client_id", "other", "azp", "inspire-service")))
                        .check())
                .isEqualTo(TokenCheck.AUDIENCE);
        assertThat(refused(withoutAudience(Map.of())).check()).isEqualTo(TokenCheck.AUDIENCE);
    }

    static List<Object> otherAudiences() {
        return List.of(
                "another-service", List.of(), List.of("another-service"), "", 7, Map.of("a", "inspire-licensing"));
    }

    @ParameterizedTest
    @MethodSource("otherAudiences")
    void verify_anotherAudience_refusedAlthoughTheClientIsListed(Object audience) {
        Map<String, ?> claims = Map.of("aud", audience, "client_id", "inspire-service", "azp", "inspire-service");

        BadToken refused = refused(Tokens.claims(claims));

        assertThat(refused.check()).isEqualTo(TokenCheck.AUDIENCE);
        assertThat(refused.description()).isNotNull();
    }

    @Test
    void verify_clientsAlone_anAudienceIsRefused() {
        settings.setExpectedAudience(null);

        assertThat(bearer(withoutAudience(Map.of("azp", "inspire-service")))).isEqualTo("ada");
        BadToken refused = refused(Tokens.claims(Map.of("azp", "inspire-service")));
        assertThat(refused.check()).isEqualTo(TokenCheck.AUDIENCE);
        assertThat(refused.sentence())
                .isEqualTo("Expected no audience, because mp.jwt.verify.audiences is not set; found"
                        + " \"inspire-licensing\".");
        assertThat(refused(withoutAudience(Map.of("azp", "other"))).sentence())
                .isEqualTo("Expected one of the clients \"inspire-service\" without an audience; found"
                        + " \"no audience, and the client other\".");
    }

    @Test
    void verify_bad_saysWhatWasExpectedAndFoundAndNeverTheToken() {
        JwtClaims claims = Tokens.claims(Map.of("iss", "https://elsewhere.example/\nINFO all is well"));
        String token = Tokens.signed("RS256", Tokens.developmentKey(), claims);

        BadToken refused = catchThrowableOfType(BadToken.class, () -> verify(token));

        assertThat(refused.sentence())
                .contains(Tokens.ISSUER, "https://elsewhere.example/\\u000aINFO")
                .doesNotContain("\n", token.substring(0, 40));
        assertThat(refused.description()).contains("issuer");
    }

    static List<Map<String, ?>> strangeClaims() {
        Map<String, Object> noTime = new HashMap<>();
        noTime.put("exp", null);
        return List.of(
                Map.of("exp", new BigDecimal("1e18")),
                Map.of("exp", new BigDecimal("1e400")),
                Map.of("exp", "tomorrow"),
                Map.of("exp", -1),
                Map.of("exp", List.of(Tokens.inSeconds(600))),
                Map.of("iat", Map.of()),
                Map.of("nbf", "now"),
                noTime);
    }

    @ParameterizedTest
    @MethodSource("strangeClaims")
    void verify_claimThatIsNoTime_refused(Map<String, ?> claims) {
        JwtClaims token = Tokens.claims(Map.of());
        claims.forEach(token::setClaim);

        assertThat(refused(token).check()).isEqualTo(TokenCheck.CLAIMS);
    }

    static List<Object> strangeGroups() {
        return List.of(Map.of("name", "Admin"), 1, true, List.of(Map.of("a", List.of()), 1, List.of("Admin")));
    }

    @ParameterizedTest
    @MethodSource("strangeGroups")
    void verify_groupsThatAreNoNames_giveNone(Object groups) {
        ClaimPath path = ClaimPath.of("groups");
        String token = Tokens.token(Map.of("groups", groups));

        List<String> names =
                parser().verify(token, claims -> path.names(claims.json()).toList());

        assertThat(names).isEmpty();
    }

    @Test
    void verify_claimsMakeTheReaderFail_refused() {
        String token = Tokens.token(Map.of());

        BadToken refused = catchThrowableOfType(
                BadToken.class,
                () -> parser().verify(token, claims -> {
                    throw new ArithmeticException("long overflow");
                }));

        assertThat(refused.check()).isEqualTo(TokenCheck.CLAIMS);
        assertThat(refused.sentence()).contains("ArithmeticException");
    }

    @Test
    void verify_nestedDeeply_refusedBeforeItIsVerified() {
        String claims = "{\"groups\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}";

        BadToken refused = catchThrowableOfType(
                BadToken.class, () -> verify(part("{\"alg\":\"RS256\"}") + "." + part(claims) + ".AAAA"));

        assertThat(refused.check()).isEqualTo(TokenCheck.FORM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "a.b",
                "a.b.c.d.e",
                "a.b.",
                "e30.e30.AAAA",
                "eyJhbGciOiJSUzI1NiJ9.e30.***",
                "eyJhbGciOiJSUzI1NiJ9.e30.=",
                "e30=.e30.AAAA",
                "null"
            })
    void verify_noSignedToken_refused(String token) {
        assertThat(catchThrowableOfType(BadToken.class, () -> verify(token)).check())
                .isIn(TokenCheck.FORM, TokenCheck.ALGORITHM);
    }

    /** The library would fail with an error of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"7", "true", "[\"first\"]", "{\"id\":\"first\"}"})
    void verify_keyIdThatIsNoText_refused(String id) {
        String token = part("{\"alg\":\"RS256\",\"kid\":" + id + "}") + "." + part("{\"sub\":\"ada\"}") + ".AAAA";

        assertThat(catchThrowableOfType(BadToken.class, () -> verify(token)).check())
                .isEqualTo(TokenCheck.FORM);
    }

    @Test
    void verify_sameClaimTwice_refused() {
        String token = part("{\"alg\":\"RS256\"}") + "." + part("{\"sub\":\"ada\",\"sub\":\"bob\"}") + ".AAAA";

        assertThat(catchThrowableOfType(BadToken.class, () -> verify(token)).check())
                .isEqualTo(TokenCheck.FORM);
    }

    @Test
    void verify_expired_saysSince() {
        JwtClaims claims = Tokens.claims(Map.of("iat", 1_700_000_000L, "exp", 1_700_000_600L));

        assertThat(refused(claims).description()).contains("expired at 2023-11-14T22:23:20Z");
    }

    @Test
    void verify_settingsOfTheLibrary_hold() {
        settings.setRequiredClaims(Set.of("tenant"));
        assertThat(refused(Tokens.claims(Map.of())).check()).isEqualTo(TokenCheck.CLAIMS);
        assertThat(bearer(Tokens.claims(Map.of("tenant", "one")))).isEqualTo("ada");

        settings.setMaxTimeToLiveSecs(60L);
        assertThat(refused(Tokens.claims(Map.of("tenant", "one"))).check()).isEqualTo(TokenCheck.AGE);

        settings.setMaxTimeToLiveSecs(null);
        settings.setTokenAge(60L);
        Map<String, ?> old = Map.of("tenant", "one", "iat", Tokens.inSeconds(-120));
        assertThat(refused(Tokens.claims(old)).check()).isEqualTo(TokenCheck.AGE);
    }

    @Test
    void verify_issuedAfterItsEnd_refused() {
        assertThat(refused(Tokens.claims(Map.of("iat", Tokens.inSeconds(900)))).check())
                .isEqualTo(TokenCheck.AGE);
    }

    @Test
    void verify_notYet_refused() {
        assertThat(bearer(Tokens.claims(Map.of("nbf", Tokens.inSeconds(20))))).isEqualTo("ada");
        assertThat(refused(Tokens.claims(Map.of("nbf", Tokens.inSeconds(60)))).check())
                .isEqualTo(TokenCheck.START);
    }

    private static JwtClaims withoutAudience(Map<String, ?> more) {
        JwtClaims claims = Tokens.claims(more);
        claims.unsetClaim("aud");
        return claims;
    }

    private static String part(String json) {
        return Base64Url.encodeUtf8ByteRepresentation(json);
    }

    private String bearer(JwtClaims claims) {
        return verify(Tokens.signed("RS256", Tokens.developmentKey(), claims));
    }

    private BadToken refused(JwtClaims claims) {
        return catchThrowableOfType(BadToken.class, () -> bearer(claims));
    }

    private String verify(String token) {
        return parser().verify(token, TokenClaims::bearer);
    }

    private TokenVerifier parser() {
        SecurityConfig config = RoleMappingTest.config(List.of("groups"), Set.of("Admin"), CLIENTS);
        return new TokenVerifier(settings, config, LocalKeysTest.keys(settings), Clock.systemUTC());
    }
}
