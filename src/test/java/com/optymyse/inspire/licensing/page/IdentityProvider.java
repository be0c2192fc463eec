package com.optymyse.inspire.licensing.page;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.optymyse.inspire.licensing.testing.Tokens;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * An OpenID Connect provider with one user, who is signed in without being asked: the authorization code flow, and no
 * tokens without the right PKCE verifier.
 */
public final class IdentityProvider {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Map<String, Map<String, String>> authorizations = new ConcurrentHashMap<>();
    private volatile List<String> roles = List.of("Admin");
    private volatile String subject = "ada";

    private IdentityProvider(HttpServer server) {
        this.server = server;
    }

    static IdentityProvider start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            IdentityProvider provider = new IdentityProvider(server);
            server.createContext("/.well-known/openid-configuration", provider::describe);
            server.createContext("/authorize", provider::authorize);
            server.createContext("/token", provider::token);
            server.createContext("/logout", provider::logout);
            server.start();
            return provider;
        } catch (IOException failure) {
            throw new UncheckedIOException("The tests' identity provider does not start.", failure);
        }
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** What the user is from now on. */
    void roles(String... names) {
        roles = List.of(names);
    }

    /** Who the user is from now on. */
    void subject(String name) {
        subject = name;
    }

    void stop() {
        server.stop(0);
    }

    private void describe(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                200,
                Map.of(
                        "issuer",
                        address(),
                        "authorization_endpoint",
                        address() + "/authorize",
                        "token_endpoint",
                        address() + "/token",
                        "end_session_endpoint",
                        address() + "/logout"));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
        if (!"S256".equals(asked.get("code_challenge_method")) || !"code".equals(asked.get("response_type"))) {
            answer(exchange, 400, Map.of("error", "invalid_request"));
            return;
        }
        String code = UUID.randomUUID().toString();
        authorizations.put(code, asked);
        redirect(exchange, asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> sent =
                parameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        Map<String, String> asked = authorizations.remove(sent.getOrDefault("code", ""));
        if (asked == null || !challenge(sent.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"))) {
            answer(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        answer(
                exchange,
                200,
                Map.of(
                        "token_type",
                        "Bearer",
                        "expires_in",
                        600,
                        "access_token",
                        Tokens.token(Map.of("groups", roles, "upn", "admin")),
                        "id_token",
                        idToken(asked)));
    }

    private String idToken(Map<String, String> asked) {
        return Tokens.token(Map.of(
                "iss",
                address(),
                "aud",
                asked.get("client_id"),
                "nonce",
                asked.getOrDefault("nonce", ""),
                "sub",
                subject,
                "name",
                "Platform admin"));
    }

    private void logout(HttpExchange exchange) throws IOException {
        redirect(exchange, parameters(exchange.getRequestURI().getRawQuery()).get("post_logout_redirect_uri"));
    }

    private static void redirect(HttpExchange exchange, String target) throws IOException {
        exchange.getResponseHeaders().set("Location", target);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static void answer(HttpExchange exchange, int status, Map<String, ?> json) throws IOException {
        byte[] body = JSON.writeValueAsBytes(json);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256.", impossible);
        }
    }
}
