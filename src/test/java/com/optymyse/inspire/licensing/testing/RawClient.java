package com.optymyse.inspire.licensing.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;

/** A client that has sent one whole request over a connection of its own, and may hang up at any moment. */
public final class RawClient implements AutoCloseable {

    private static final int LONGEST_MILLIS = 30_000;

    private final Socket connection;

    private RawClient(Socket connection) {
        this.connection = connection;
    }

    /** Sends a POST request, and waits for nothing. One without a body says nothing about one. */
    public static RawClient post(URI address, String token, String body) {
        byte[] content = body.getBytes(UTF_8);
        String head = "POST " + address.getPath() + " HTTP/1.1\r\nHost: " + address.getAuthority()
                + "\r\nAuthorization: Bearer " + token + "\r\n" + about(content) + "\r\n";
        byte[] request = (head + body).getBytes(UTF_8);
        try {
            Socket connection = new Socket(address.getHost(), address.getPort());
            OutputStream out = connection.getOutputStream();
            out.write(request);
            out.flush();
            return new RawClient(connection);
        } catch (IOException failure) {
            throw new UncheckedIOException("The request can't be sent.", failure);
        }
    }

    private static String about(byte[] content) {
        return content.length == 0
                ? ""
                : "Content-Type: application/json\r\nContent-Length: " + content.length + "\r\n";
    }

    /** Hangs up, whatever was answered, and returns when the other side has noticed it: it hangs up as well then. */
    public void hangUp() {
        try {
            connection.setSoTimeout(LONGEST_MILLIS);
            connection.shutdownOutput();
            connection.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException failure) {
            throw new UncheckedIOException("The service does not hang up.", failure);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("The connection can't be closed.", failure);
        }
    }
}
