package com.optymyse.inspire.licensing.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A request that is sent byte for byte as a test says, over a connection of its own. */
public final class RawRequest implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Socket connection;

    private RawRequest(Socket connection) {
        this.connection = connection;
    }

    /** Connects, and sends the first bytes. */
    public static RawRequest begin(URI server, String bytes) {
        try {
            Socket connection = new Socket(server.getHost(), server.getPort());
            connection.setSoTimeout((int) LONGEST.toMillis());
            RawRequest request = new RawRequest(connection);
            request.send(bytes);
            return request;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Sends more bytes, and tells whether the connection still takes some. */
    public boolean send(String bytes) {
        try {
            connection.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
            connection.getOutputStream().flush();
            return true;
        } catch (SocketException closed) {
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Everything that the service sends before it closes the connection. */
    public String readToTheEnd() {
        return read("");
    }

    /** What the service sends until it has sent this, or closes the connection. */
    public String readUntil(String end) {
        return read(end);
    }

    private String read(String end) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            InputStream in = connection.getInputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                answer.write(next);
                if (!end.isEmpty() && answer.toString(StandardCharsets.UTF_8).endsWith(end)) {
                    break;
                }
            }
        } catch (SocketException reset) {
            return answer.toString(StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
