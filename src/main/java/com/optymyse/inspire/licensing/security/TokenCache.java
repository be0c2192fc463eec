package com.optymyse.inspire.licensing.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.optymyse.inspire.licensing.license.EnumWord;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Says who the bearer of a token is. A service asks many times with one token, and checking its signature would cost more
 * than the answer: so a good token is remembered, for a minute, not past its own end, and not when the identity provider's
 * keys have changed. A refused token is checked each time. What is not remembered is checked on a worker thread, because
 * keys may have to be fetched for it.
 */
@Singleton
class TokenCache implements IdentityProvider<TokenAuthenticationRequest> {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    /** The priority before the library's provider, which has the default: one more than {@code SYSTEM_FIRST}. */
    private static final int BEFORE_THE_LIBRARY = SYSTEM_FIRST + 100;

    private final TokenVerifier parser;
    private final VerificationKeys keys;
    private final RoleMapping roles;
    private final RefusedTokenLog refused;
    private final Clock clock;
    private final Cache<TokenDigest, CachedIdentity> good;

    /** @param generation that of the keys it was checked with, or of ones before */
    private record CachedIdentity(SecurityIdentity bearer, Instant end, long generation) {}

    @Inject
    TokenCache(TokenVerifier parser, VerificationKeys keys, RoleMapping roles, RefusedTokenLog refused, Clock clock) {
        this(parser, keys, roles, refused, clock, Ticker.systemTicker(), MOST);
    }

    /** @param most how many are cached at a time */
    TokenCache(
            TokenVerifier parser,
            VerificationKeys keys,
            RoleMapping roles,
            RefusedTokenLog refused,
            Clock clock,
            Ticker ticker,
            int most) {
        this.parser = parser;
        this.keys = keys;
        this.roles = roles;
        this.refused = refused;
        this.clock = clock;
        this.good = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterWrite(LONGEST)
                .ticker(ticker)
                .build();
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
        CachedIdentity known = good.getIfPresent(digest);
        return known != null && counts(known)
                ? Uni.createFrom().item(known.bearer())
                : context.runBlocking(() -> check(token, digest));
    }

    private boolean counts(CachedIdentity known) {
        return known.generation() == keys.generation() && clock.instant().isBefore(known.end());
    }

    private SecurityIdentity check(TokenCredential credential, TokenDigest digest) {
        long generation = keys.generation();
        try {
            CachedIdentity checked = parser.verify(
                    credential.getToken(),
                    claims -> new CachedIdentity(
                            roles.identity(claims, credential, parser.limit(claims)),
                            claims.requiredTime("exp"),
                            generation));
            good.put(digest, checked);
            return checked.bearer();
        } catch (BadToken bad) {
            throw refused.because(EnumWord.of(bad.check()), bad.sentence(), bad.description());
        }
    }
}
