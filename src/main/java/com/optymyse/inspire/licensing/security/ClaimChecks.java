package com.optymyse.inspire.licensing.security;

import com.optymyse.inspire.licensing.logging.LogText;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides whether the claims of a token let it count here: who issued it, for whom, and until when. */
final class ClaimChecks {

    private final @Nullable String issuer;
    private final Set<String> audiences;
    private final Set<String> clients;
    private final Set<String> required;
    private final Duration skew;
    private final @Nullable Long longest;
    private final @Nullable Long oldest;

    /** @param clients those whose tokens count although they have no audience */
    ClaimChecks(JWTAuthContextInfo settings, Set<String> clients) {
        this.issuer = settings.getIssuedBy();
        this.audiences = orNone(settings.getExpectedAudience());
        this.clients = Set.copyOf(clients);
        this.required = orNone(settings.getRequiredClaims());
        this.skew = Duration.ofSeconds(settings.getClockSkew());
        this.longest = settings.getMaxTimeToLiveSecs();
        this.oldest = settings.getTokenAge();
    }

    private static Set<String> orNone(@Nullable Set<String> values) {
        return values == null ? Set.of() : Set.copyOf(values);
    }

    /** @throws BadToken for the first check that the claims don't pass */
    void require(TokenClaims claims, Instant now) {
        requireIssuer(claims);
        requireTime(claims, now);
        requireAudience(claims);
        if (!claims.names().containsAll(required)) {
            throw BadToken.of(TokenCheck.CLAIMS, "the claims " + LogText.expected(required), claims.names());
        }
        claims.bearer();
    }

    /**
     * The moment from which on a token is refused: when it has expired for every clock that may differ by the skew, or is older
     * than tokens may be.
     */
    Instant limit(TokenClaims claims) {
        Instant expired = claims.requiredTime("exp").plus(skew);
        if (oldest == null) {
            return expired;
        }
        Instant tooOld = claims.requiredTime("iat").plusSeconds(oldest + 1);
        return tooOld.isBefore(expired) ? tooOld : expired;
    }

    private void requireIssuer(TokenClaims claims) {
        if (issuer != null && !Objects.equals(issuer, claims.text("iss"))) {
            throw BadToken.described(
                    TokenCheck.ISSUER,
                    LogText.of(issuer),
                    claims.json().get("iss"),
                    "The token was issued by another issuer than the configured one.");
        }
    }

    private void requireTime(TokenClaims claims, Instant now) {
        Instant expiry = claims.requiredTime("exp");
        Instant issued = claims.requiredTime("iat");
        Instant start = claims.time("nbf");
        if (!now.isBefore(expiry.plus(skew))) {
            throw BadToken.described(
                    TokenCheck.EXPIRY, "an expiry after " + now, expiry, "The token expired at " + expiry + ".");
        }
        if (start != null && now.plus(skew).isBefore(start)) {
            throw BadToken.of(TokenCheck.START, "a token that is valid at " + now, start);
        }
        if (issued.isAfter(expiry)) {
            throw BadToken.of(TokenCheck.AGE, "a time of issue before the expiry " + expiry, issued);
        }
        if (longest != null && Duration.between(issued, expiry).toSeconds() > longest) {
            throw BadToken.of(TokenCheck.AGE, "a token with a lifetime of at most " + longest + " seconds", expiry);
        }
        if (oldest != null && Duration.between(issued, now).toSeconds() > oldest) {
            throw BadToken.of(TokenCheck.AGE, "a token that is at most " + oldest + " seconds old", issued);
        }
    }

    /**
     * Checks whom a token is for. A token without an audience must be from a known client. Of one that does not, the client
     * has to be known.
     */
    private void requireAudience(TokenClaims claims) {
        if (audiences.isEmpty() && clients.isEmpty()) {
            return;
        }
        if (claims.json().has("aud")) {
            if (Collections.disjoint(audiences, claims.audience())) {
                throw otherAudience(
                        audiences.isEmpty()
                                ? "no audience, because mp.jwt.verify.audiences is not set"
                                : "one of the audiences " + LogText.expected(audiences),
                        claims.json().get("aud"));
            }
            return;
        }
        String client = claims.client();
        if (client == null || !clients.contains(client)) {
            throw otherAudience(audienceOrClient(), client == null ? null : "no audience, and the client " + client);
        }
    }

    private String audienceOrClient() {
        if (clients.isEmpty()) {
            return "one of the audiences " + LogText.expected(audiences);
        }
        String client = "one of the clients " + LogText.expected(clients) + " without an audience";
        return audiences.isEmpty() ? client : "one of the audiences " + LogText.expected(audiences) + ", or " + client;
    }

    private static BadToken otherAudience(String expected, @Nullable Object found) {
        return BadToken.described(
                TokenCheck.AUDIENCE, expected, found, "The token was issued for another audience than this service.");
    }
}
