package com.optymyse.inspire.licensing.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * The address of an identity provider's key set, which answers with a page of somebody else until it is told to serve the
 * keys.
 */
public final class KeySetAddress implements AutoCloseable {

    private static final String OTHER_PAGE = "<html>Sign in to the guest network</html>";

    private final String keys;
    private HttpServer server;
    private volatile int status = 200;
    private volatile String body = OTHER_PAGE;

    /** Why the key set can't be had. */
    public enum Fault {
        OTHER_PAGE,
        NOT_FOUND,
        DOWN
    }

    KeySetAddress() {
        try (InputStream file = KeySetAddress.class.getResourceAsStream("/sandbox/keys/token.jwks.json")) {
            keys = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            server = listening(0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private HttpServer listening(int port) throws IOException {
        HttpServer listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        listening.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            // What is true of one connection need not be true of the next.
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        listening.start();
        return listening;
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/keys";
    }

    public void goAway(Fault fault) {
        switch (fault) {
            case OTHER_PAGE -> body = OTHER_PAGE;
            case NOT_FOUND -> status = 404;
            case DOWN -> server.stop(0);
        }
    }

    public void comeBack(Fault fault) {
        status = 200;
        body = keys;
        if (fault == Fault.DOWN) {
            reopen();
        }
    }

    private void reopen() {
        try {
            server = listening(server.getAddress().getPort());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
