package com.optymyse.inspire.licensing.security;

import com.optymyse.inspire.licensing.testing.Tokens;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** The part of an identity provider that serves its keys, well or badly, and counts how often it is asked for them. */
final class KeyServer implements AutoCloseable {

    private final AtomicInteger fetches = new AtomicInteger();
    private HttpServer server;
    private volatile int status = 200;
    private volatile String body = "";
    private volatile CountDownLatch held = new CountDownLatch(0);

    KeyServer(PublicJsonWebKey... keys) throws IOException {
        server = listening(0);
        serve(keys);
    }

    private HttpServer listening(int port) throws IOException {
        HttpServer listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        listening.createContext("/keys", this::answer);
        listening.start();
        return listening;
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/keys");
    }

    /** Listens again where it has listened until it was closed. */
    void reopen() throws IOException {
        server = listening(server.getAddress().getPort());
    }

    void serve(PublicJsonWebKey... keys) {
        answer(200, new JsonWebKeySet(keys).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
    }

    void answer(int status, String body) {
        this.body = body;
        this.status = status;
    }

    /** Holds all answers back until it is counted down. */
    CountDownLatch hold() {
        held = new CountDownLatch(1);
        return held;
    }

    int fetches() {
        return fetches.get();
    }

    /** Settings with the key set here, as an installation has them. */
    JWTAuthContextInfo settings() {
        JWTAuthContextInfo settings = new JWTAuthContextInfo();
        settings.setIssuedBy(Tokens.ISSUER);
        settings.setExpectedAudience(Set.of("inspire-licensing"));
        settings.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256, SignatureAlgorithm.RS256));
        settings.setClockSkew(30);
        settings.setJwksRefreshInterval(10);
        settings.setForcedJwksRefreshInterval(1);
        settings.setJwksRetainCacheOnErrorDuration(60);
        settings.setPublicKeyLocation(url().toString());
        return settings;
    }

    /** A new key; null for one that has no id. */
    static PublicJsonWebKey key(@Nullable String id) {
        try {
            PublicJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(id);
            return key;
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A good token but for these claims. */
    static String token(PublicJsonWebKey key, Map<String, ?> claims) {
        return Tokens.signed("ES256", key.getPrivateKey(), key.getKeyId(), Tokens.claims(claims));
    }

    private void answer(HttpExchange exchange) throws IOException {
        fetches.incrementAndGet();
        awaitRelease();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        // What is true of one connection need not be true of the next.
        exchange.getResponseHeaders().set("Connection", "close");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void awaitRelease() throws InterruptedIOException {
        try {
            held.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    @Override
    public void close() {
        held.countDown();
        server.stop(0);
    }
}
