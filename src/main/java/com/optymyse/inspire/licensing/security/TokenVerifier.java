package com.optymyse.inspire.licensing.security;

import com.optymyse.inspire.licensing.license.Refusal;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.security.Key;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Verifies tokens by the settings of SmallRye JWT. The library itself splits texts, maps roles and adds claims before it
 * hands a token on; here a token says what was signed. May wait for the identity provider's keys, so that it must not be
 * called on an event loop.
 */
public class TokenVerifier {

    private final VerificationKeys keys;
    private final ClaimChecks checks;
    private final Set<String> algorithms;
    private final boolean anyKeyLength;
    private final Clock clock;

    /** @param clock the clock by which a token is on time */
    public TokenVerifier(JWTAuthContextInfo settings, SecurityConfig config, VerificationKeys keys, Clock clock) {
        this.keys = keys;
        this.checks = new ClaimChecks(settings, config.clients().orElse(Set.of()));
        this.algorithms = settings.getSignatureAlgorithm().stream()
                .map(SignatureAlgorithm::getAlgorithm)
                .collect(Collectors.toUnmodifiableSet());
        this.anyKeyLength = settings.isRelaxVerificationKeyValidation();
        this.clock = clock;
    }

    /**
     * Verifies a token, and returns what the reader makes of its claims.
     *
     * @throws BadToken when the token is not good, or its claims make the reader fail
     * @throws Refusal when only a key could tell, and the keys can't be had
     */
    <T> T verify(String token, Function<TokenClaims, T> reader) {
        SignedToken signed = SignedToken.read(token, algorithms);
        signed.requireSignature(key(signed), anyKeyLength);
        return read(signed, reader);
    }

    /** The moment from which on a token with these claims is refused. */
    Instant limit(TokenClaims claims) {
        return checks.limit(claims);
    }

    private Key key(SignedToken signed) {
        try {
            return keys.key(signed);
        } catch (Refusal keysAway) {
            // Whatever else is bad about the token is known without a key.
            read(signed, Function.identity());
            throw keysAway;
        }
    }

    /** Claims that our code can't cope with are no reason to fail, and none to let the bearer in. */
    private <T> T read(SignedToken signed, Function<TokenClaims, T> reader) {
        try {
            checks.require(signed.claims(), clock.instant());
            return reader.apply(signed.claims());
        } catch (BadToken bad) {
            throw bad;
        } catch (RuntimeException strange) {
            throw BadToken.of(TokenCheck.CLAIMS, "claims that can be read", strange.toString());
        }
    }
}
