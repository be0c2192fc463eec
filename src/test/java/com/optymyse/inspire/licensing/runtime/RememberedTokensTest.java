package com.optymyse.inspire.licensing.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.optymyse.inspire.licensing.testing.Tokens;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With an identity provider that counts how often its keys are asked for. */
class RememberedTokensTest {

    private static final int MOST = 100;

    private final AtomicInteger fetches = new AtomicInteger();
    private final AtomicInteger checks = new AtomicInteger();

    private PublicJsonWebKey key;
    private volatile String keySet;
    private HttpServer identityProvider;
    private Duration later = Duration.ZERO;
    private RememberedTokens tokens;

    @BeforeEach
    void identityProvider() throws IOException, JoseException {
        key = key("first");
        keySet = keySet(key);
        identityProvider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        identityProvider.createContext("/keys", this::serveKeys);
        identityProvider.start();
        tokens = new RememberedTokens(
                settings(),
                RoleMappingTest.mapping(List.of("groups"), Set.of("Admin")),
                Clock.systemUTC(),
                () -> later.toNanos(),
                MOST);
    }

    @AfterEach
    void stop() {
        identityProvider.stop(0);
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

        assertThat(fetches).hasValue(1);
    }

    @Test
    void authenticate_inventedKeys_doNotFetchEachTime() throws JoseException {
        authenticate(token(key, 600));

        for (int number = 0; number < 50; number++) {
            isRefused(token(key("invented" + number), 600));
        }

        assertThat(fetches).hasValueLessThanOrEqualTo(2);
    }

    @Test
    void authenticate_keySetChanges_whatItHadSignedIsForgotten() throws JoseException {
        String old = token(key, 600);
        authenticate(old);
        PublicJsonWebKey next = key("next");
        keySet = keySet(next);

        assertThat(authenticate(token(next, 600)).getPrincipal().getName()).isEqualTo("ada");

        isRefused(old);
    }

    @Test
    void authenticate_identityProviderAway_refusedAndNotAskedEachTime() {
        keySet = "";

        for (int number = 0; number < 20; number++) {
            isRefused(token(key, 600));
        }

        assertThat(fetches).hasValue(1);
    }

    private SecurityIdentity authenticate(String token) {
        AuthenticationRequestContext worker = new AuthenticationRequestContext() {
            @Override
            public Uni<SecurityIdentity> runBlocking(Supplier<SecurityIdentity> check) {
                checks.incrementAndGet();
                return Uni.createFrom().item(check);
            }
        };
        int fetchesBefore = fetches.get();
        Uni<SecurityIdentity> bearer =
                tokens.authenticate(new TokenAuthenticationRequest(new TokenCredential(token, "bearer")), worker);
        // Whoever asks is on an event loop: what fetches has to wait until a worker takes it.
        assertThat(fetches).hasValue(fetchesBefore);
        return bearer.await().indefinitely();
    }

    private void isRefused(String token) {
        assertThatExceptionOfType(AuthenticationFailedException.class).isThrownBy(() -> authenticate(token));
    }

    private JWTAuthContextInfo settings() {
        JWTAuthContextInfo settings = new JWTAuthContextInfo();
        settings.setIssuedBy(Tokens.ISSUER);
        settings.setExpectedAudience(Set.of("inspire-licensing"));
        settings.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256));
        settings.setClockSkew(30);
        settings.setJwksRefreshInterval(10);
        settings.setForcedJwksRefreshInterval(1);
        settings.setPublicKeyLocation(
                "http://localhost:" + identityProvider.getAddress().getPort() + "/keys");
        return settings;
    }

    private void serveKeys(HttpExchange exchange) throws IOException {
        fetches.incrementAndGet();
        byte[] body = keySet.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(body.length == 0 ? 503 : 200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static PublicJsonWebKey key(String id) throws JoseException {
        PublicJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId(id);
        return key;
    }

    private static String keySet(PublicJsonWebKey key) {
        return new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    private static String token(PublicJsonWebKey key, long seconds) {
        return Tokens.signed(
                "ES256",
                key.getPrivateKey(),
                key.getKeyId(),
                Tokens.claims(Map.of("iat", Tokens.inSeconds(-60), "exp", Tokens.inSeconds(seconds))));
    }
}
