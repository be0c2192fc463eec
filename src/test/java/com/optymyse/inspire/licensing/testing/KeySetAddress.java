package com.optymyse.inspire.licensing.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** The address of an identity provider's key set, which answers with a page of somebody else until it is told to serve the keys. */
public final class KeySetAddress implements AutoCloseable {

    private static final String OTHER_PAGE = "<html>Sign in to the guest network</html>";

    private final HttpServer server;
    private final String keys;
    private volatile boolean away = true;

    KeySetAddress() {
        try (InputStream file = KeySetAddress.class.getResourceAsStream("/sandbox/keys/token.jwks.json")) {
            keys = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", exchange -> {
            byte[] body = (away ? OTHER_PAGE : keys).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/keys";
    }

    public void goAway() {
        away = true;
    }

    public void comeBack() {
        away = false;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
