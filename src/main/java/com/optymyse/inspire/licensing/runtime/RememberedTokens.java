package com.optymyse.inspire.licensing.runtime;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Says who the bearer of a token is. A service asks many times with one token, and checking its signature would cost more
 * than the answer: so a good token is remembered, for a minute, not past its own end, and not when the identity provider's
 * keys have changed. A refused token is checked each time. What is not remembered is checked on a worker thread, because
 * keys may have to be fetched for it.
 */
@Singleton
class RememberedTokens implements IdentityProvider<TokenAuthenticationRequest> {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    /** A provider that does not say when it comes has one more than the first of the system; the library's does not say. */
    private static final int BEFORE_THE_LIBRARY = SYSTEM_FIRST + 100;

    private final TokenParser parser;
    private final RoleMapping roles;
    private final Clock clock;
    private final Ticker ticker;
    private final int most;

    /** Replaced as a whole, so that what was checked by old keys can't get into the new one. */
    private volatile Cache<TokenDigest, Remembered> good;

    private record Remembered(SecurityIdentity bearer, Instant end) {}

    @Inject
    RememberedTokens(JWTAuthContextInfo settings, RoleMapping roles, Clock clock) {
        this(settings, roles, clock, Ticker.systemTicker(), MOST);
    }

    /** @param most how many are remembered at a time */
    RememberedTokens(JWTAuthContextInfo settings, RoleMapping roles, Clock clock, Ticker ticker, int most) {
        this.parser = new TokenParser(settings, this::forget);
        this.roles = roles;
        this.clock = clock;
        this.ticker = ticker;
        this.most = most;
        this.good = empty();
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public int priority() {
        return BEFORE_THE_LIBRARY;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        TokenCredential token = request.getToken();
        TokenDigest digest = TokenDigest.of(token.getToken());
        Remembered known = good.getIfPresent(digest);
        return known != null && clock.instant().isBefore(known.end())
                ? Uni.createFrom().item(known.bearer())
                : context.runBlocking(() -> check(token, digest));
    }

    private SecurityIdentity check(TokenCredential credential, TokenDigest digest) {
        Cache<TokenDigest, Remembered> memory = good;
        try {
            JsonWebToken token = parser.verify(credential.getToken());
            SecurityIdentity bearer = roles.identity(token, credential);
            memory.put(digest, new Remembered(bearer, Instant.ofEpochSecond(token.getExpirationTime())));
            return bearer;
        } catch (ParseException refused) {
            throw new AuthenticationFailedException(refused);
        }
    }

    private void forget() {
        good = empty();
    }

    private Cache<TokenDigest, Remembered> empty() {
        return Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterWrite(LONGEST)
                .ticker(ticker)
                .build();
    }
}
