package com.optymyse.inspire.licensing.admin;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import com.optymyse.inspire.licensing.testing.Api;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import com.optymyse.inspire.licensing.testing.Tokens;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever tries license after license has to wait, and leaves no trace of it in the audit trail. */
@QuarkusTest
class RateLimitComponentTest extends LicensingTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Map<String, String> UNKNOWN = Map.of("method", "online", "licenseKey", "NO-SUCH-KEY");

    @BeforeEach
    void twoAttemptsAMinute() {
        QuarkusMock.installMockForType(
                new RateLimit(new LimitedAttempts(2), Clock.fixed(NOON, ZoneOffset.UTC)), RateLimit.class);
    }

    @Test
    void activateAndPreview_oftenerThanAllowed_refusedWithTheTimeToWait() {
        Api jane = admin("jane");
        jane.post("/license/preview", UNKNOWN).statusCode(422);
        jane.post("/license/preview", UNKNOWN).statusCode(422);

        jane.post("/license/activate", UNKNOWN)
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", "30")
                .body("code", equalTo("too-many-requests"));
        jane.post("/license/preview", UNKNOWN).statusCode(429).header("Retry-After", "30");

        jane.get("/license").statusCode(200);
        jane.get("/license/history").body("entries", empty());
    }

    @Test
    void activate_otherCaller_hasAttemptsOfTheirOwn() {
        admin("jane").post("/license/preview", UNKNOWN).statusCode(422);
        admin("jane").post("/license/preview", UNKNOWN).statusCode(422);
        admin("jane").post("/license/preview", UNKNOWN).statusCode(429);

        admin("john").post("/license/preview", UNKNOWN).statusCode(422);
    }

    /** Nothing but their name tells them apart. */
    @Test
    void activate_callersWithoutSubject_shareTheAttemptsOfTheirName() {
        nobody("inspire-panel", "first").post("/license/preview", UNKNOWN).statusCode(422);
        nobody("inspire-panel", "second").post("/license/preview", UNKNOWN).statusCode(422);
        nobody("inspire-panel", "third").post("/license/preview", UNKNOWN).statusCode(429);

        nobody("another-panel", "fourth").post("/license/preview", UNKNOWN).statusCode(422);
        admin("inspire-panel's user").post("/license/preview", UNKNOWN).statusCode(422);
    }

    /** They ask the vendor too. */
    @Test
    void revalidate_oftenerThanAllowed_refused() {
        admin("jane").post("/license/revalidate").statusCode(409);
        admin("jane").post("/license/revalidate").statusCode(409);

        admin("jane").post("/license/revalidate").statusCode(429).header("Retry-After", "30");
    }

    /** With a token that has no {@code sub}, as Keycloak's lightweight ones. */
    private static Api nobody(String client, String id) {
        JwtClaims claims = Tokens.claims(Map.of("azp", client, "jti", id, "groups", List.of("Admin")));
        claims.unsetClaim("sub");
        return new Api(Tokens.signed("RS256", Tokens.developmentKey(), claims));
    }

    private static Api admin(String subject) {
        return new Api(Tokens.token(Map.of("sub", subject, "groups", List.of("Admin"))));
    }
}
