package com.optymyse.inspire.licensing.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.optymyse.inspire.licensing.incident.Incidents;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.testing.LogRecorder;
import com.optymyse.inspire.licensing.testing.Tokens;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.stream.IntStream;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With an identity provider that counts how often its keys are asked for. */
class TokenCacheTest {

    private static final int MOST = 100;

    private final AtomicInteger checks = new AtomicInteger();
    private final PublicJsonWebKey key = KeyServer.key("first");
    private final CountingClock clock = new CountingClock();

    private KeyServer identityProvider;
    private Duration later = Duration.ZERO;
    private TokenCache tokens;

    @BeforeEach
    void identityProvider() throws IOException {
        identityProvider = new KeyServer(key);
        JWTAuthContextInfo settings = identityProvider.settings();
        SecurityConfig config = RoleMappingTest.config(List.of("groups"), Set.of("Admin"), Set.of());
        VerificationKeys keys =
                new JwksKeys(settings, new JwksFetcher(settings), clock, new Incidents(clock).watch("They are back."));
        tokens = new TokenCache(
                new TokenVerifier(settings, config, keys, Clock.systemUTC()),
                keys,
                new RoleMapping(config),
                new RefusedTokenLog(Clock.systemUTC()),
                Clock.systemUTC(),
                () -> later.toNanos(),
                MOST);
    }

    @AfterEach
    void stop() {
        identityProvider.close();
    }

    @Test
    void authenticate_sameTokenAgain_checkedOnce() {
        String token = token(key, 600);

        SecurityIdentity first = authenticate(token);
        SecurityIdentity second = authenticate(token);

        assertThat(first.getPrincipal().getName()).isEqualTo("ada");
        assertThat(second).isSameAs(first);
        assertThat(checks).hasValue(1);
    }

    @Test
    void authenticate_otherToken_checkedByItself() {
        authenticate(token(key, 600));

        authenticate(token(key, 601));

        assertThat(checks).hasValue(2);
    }

    @Test
    void authenticate_aMinuteLater_checkedAgain() {
        String token = token(key, 600);
        authenticate(token);

        later = Duration.ofSeconds(59);
        authenticate(token);
        assertThat(checks).hasValue(1);
        later = Duration.ofSeconds(60);
        authenticate(token);

        assertThat(checks).hasValue(2);
    }

    @Test
    void authenticate_afterItsEnd_checkedEachTime() {
        // Ten seconds ago: still accepted, because clocks may differ, but no longer remembered.
        String token = token(key, -10);

        authenticate(token);
        authenticate(token);

        assertThat(checks).hasValue(2);
    }

    @Test
    void authenticate_refusedToken_isNeverTakenForGood() {
        String good = token(key, 600);
        String changed = good.substring(0, good.length() - 4) + "AAAA";

        isRefused(changed);
        authenticate(good);
        isRefused(changed);

        assertThat(checks).hasValue(3);
    }

    @Test
    void authenticate_moreTokensThanAreRemembered_noneIsRememberedInExcess() {
        List<String> many = IntStream.range(0, 3 * MOST)
                .mapToObj(number -> token(key, 600 + number))
                .toList();
        many.forEach(this::authenticate);
        checks.set(0);

        many.forEach(this::authenticate);

        assertThat(checks).hasValueGreaterThan(MOST);
    }

    @Test
    void authenticate_keysOnceKnown_fetchedOnceForAll() {
        for (int seconds = 600; seconds < 620; seconds++) {
            authenticate(token(key, seconds));
        }

        assertThat(identityProvider.fetches()).isEqualTo(1);
    }

    @Test
    void authenticate_inventedKeys_doNotFetchEachTime() {
        authenticate(token(key, 600));

        isRefused(token(KeyServer.key("invented"), 600));
        for (int number = 0; number < 50; number++) {
            isNotDecided(token(KeyServer.key("invented" + number), 600));
        }

        assertThat(identityProvider.fetches()).isEqualTo(2);
    }

    @Test
    void authenticate_keySetChanges_whatItHadSignedIsForgotten() {
        String old = token(key, 600);
        authenticate(old);
        PublicJsonWebKey next = KeyServer.key("next");
        identityProvider.serve(next);

        assertThat(authenticate(token(next, 600)).getPrincipal().getName()).isEqualTo("ada");

        clock.pass(Duration.ofMinutes(1));
        isRefused(old);
    }

    @Test
    void authenticate_identityProviderAway_notDecidedAndNotAskedEachTime() {
        identityProvider.answer(503, "");

        for (int number = 0; number < 20; number++) {
            isNotDecided(token(key, 600));
        }

        assertThat(identityProvider.fetches()).isEqualTo(1);
    }

    @Test
    void authenticate_tokensThatNoKeyCouldMakeGoodWhileAway_refusedWithoutAWarning() {
        identityProvider.answer(503, "");
        isNotDecided(token(key, 600));

        try (LogRecorder log = LogRecorder.start()) {
            for (int number = 0; number < 250; number++) {
                isRefused(Tokens.signed("none", null, Tokens.claims(Map.of("jti", number))));
                isRefused("malformed." + number);
                isRefused(token(key, -3600 - number));
                isRefused(KeyServer.token(key, Map.of("aud", "service" + number)));
            }

            assertThat(log.lines(Level.WARNING, "")).isEmpty();
            assertThat(log.lines(Level.INFO, "A token was refused.")).hasSize(4);
        }
    }

    private void isNotDecided(String token) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> authenticate(token))
                .returns(RefusalCode.IDENTITY_PROVIDER_UNREACHABLE, Refusal::code);
    }

    private SecurityIdentity authenticate(String token) {
        AuthenticationRequestContext worker = new AuthenticationRequestContext() {
            @Override
            public Uni<SecurityIdentity> runBlocking(Supplier<SecurityIdentity> check) {
                checks.incrementAndGet();
                return Uni.createFrom().item(check);
            }
        };
        int fetchesBefore = identityProvider.fetches();
        Uni<SecurityIdentity> bearer =
                tokens.authenticate(new TokenAuthenticationRequest(new TokenCredential(token, "bearer")), worker);
        // Whoever asks is on an event loop: what fetches has to wait until a worker takes it.
        assertThat(identityProvider.fetches()).isEqualTo(fetchesBefore);
        return bearer.await().indefinitely();
    }

    private void isRefused(String token) {
        assertThatExceptionOfType(AuthenticationFailedException.class).isThrownBy(() -> authenticate(token));
    }

    private static String token(PublicJsonWebKey key, long seconds) {
        return KeyServer.token(key, Map.of("iat", Tokens.inSeconds(-60), "exp", Tokens.inSeconds(seconds)));
    }
}
