package com.optymyse.inspire.licensing.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;

/**
 * Answers as the identity provider's key set, and as a licensing server that refuses every license. It signs each response in the
 * form of the protocol, with a key that nobody trusts.
 */
final class TrainingServer implements AutoCloseable {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String ACCOUNTS = "/v1/accounts/";
    private static final String VERDICT = "{\"meta\":{\"valid\":false,\"code\":\"NOT_FOUND\"},\"data\":null}";

    private final HttpServer server;
    private final PrivateKey key;

    TrainingServer(String keySet) throws IOException {
        key = newKey();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        server.createContext("/keys", exchange -> send(exchange, keySet));
        server.createContext(ACCOUNTS, this::refuse);
        server.start();
    }

    /** Its address, without a slash at the end. */
    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void refuse(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String target = exchange.getRequestMethod().toLowerCase(Locale.ROOT) + " " + exchange.getRequestURI();
        String path = exchange.getRequestURI().getPath();
        String account = path.substring(ACCOUNTS.length(), path.indexOf('/', ACCOUNTS.length()));
        String date = DATE.format(Instant.now());
        String digest = "sha-256=" + base64(digestOf(VERDICT));
        String signed = "(request-target): " + target + "\nhost: 127.0.0.1\ndate: " + date + "\ndigest: " + digest;
        exchange.getResponseHeaders().set("Date", date);
        exchange.getResponseHeaders().set("Digest", digest);
        exchange.getResponseHeaders()
                .set(
                        "Keygen-Signature",
                        "keyid=\"" + account + "\", algorithm=\"ed25519\", signature=\"" + base64(signature(signed))
                                + "\", headers=\"(request-target) host date digest\"");
        send(exchange, VERDICT);
    }

    private static void send(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static PrivateKey newKey() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java runtime makes Ed25519 keys.", impossible);
        }
    }

    private byte[] signature(String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(text.getBytes(UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java runtime signs with Ed25519.", impossible);
        }
    }

    private static byte[] digestOf(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
