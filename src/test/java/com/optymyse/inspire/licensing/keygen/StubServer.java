package com.optymyse.inspire.licensing.keygen;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP server that answers exactly the bytes it is told to, or none. It closes each connection after its response. */
final class StubServer implements AutoCloseable {

    /** The first byte of a client that wants TLS, of which this server knows nothing. */
    private static final int TLS_HANDSHAKE = 22;

    private static final String END_OF_HEAD = "\r\n\r\n";

    private final ServerSocket socket;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<Socket> held = new CopyOnWriteArrayList<>();
    private final Script script;

    /** What a client sent. */
    record Received(String method, String target, Map<String, String> headers, String body) {

        /** As it stands in the text that a signature covers. */
        String requestTarget() {
            return method.toLowerCase(Locale.ROOT) + " " + target;
        }
    }

    /** What the server responds. */
    @FunctionalInterface
    interface Script {

        Reply answer(Received request);
    }

    /** The bytes of a response; {@code held} keeps the connection open after them. */
    static final class Reply {

        private final byte[] bytes;
        private final boolean held;

        private Reply(byte[] bytes, boolean held) {
            this.bytes = bytes;
            this.held = held;
        }

        static Reply of(int status, Map<String, List<String>> headers, byte[] body) {
            StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Something\r\n");
            headers.forEach((name, values) -> values.forEach(
                    value -> head.append(name).append(": ").append(value).append("\r\n")));
            head.append("Connection: close\r\n");
            if (status != 204) {
                head.append("Content-Length: ").append(body.length).append("\r\n");
            }
            return raw(head + "\r\n", body);
        }

        static Reply raw(String head, byte[] body) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(head.getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(body);
            return new Reply(bytes.toByteArray(), false);
        }

        /** The connection is closed without a response. */
        static Reply none() {
            return new Reply(new byte[0], false);
        }

        /** Nothing ever comes. */
        static Reply never() {
            return new Reply(new byte[0], true);
        }

        /** The response without its last bytes. */
        Reply cutBy(int missing) {
            return new Reply(Arrays.copyOf(bytes, bytes.length - missing), false);
        }

        /** The response without its last bytes, which never come. */
        Reply stuckBefore(int missing) {
            return new Reply(Arrays.copyOf(bytes, bytes.length - missing), true);
        }
    }

    StubServer(Script script) {
        this.script = script;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(this::accept);
    }

    URI url() {
        return URI.create("http://localhost:" + socket.getLocalPort());
    }

    /** Every request so far, oldest first. */
    List<Received> received() {
        return received;
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket open : held) {
                open.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try {
            Reply reply = reply(connection.getInputStream());
            connection.getOutputStream().write(reply.bytes);
            connection.getOutputStream().flush();
            if (reply.held) {
                held.add(connection);
            } else {
                connection.close();
            }
        } catch (IOException clientWentAway) {
            held.add(connection);
        }
    }

    private Reply reply(InputStream in) throws IOException {
        int first = in.read();
        if (first == TLS_HANDSHAKE) {
            return Reply.raw("HTTP/1.1 400 Bad Request\r\nConnection: close" + END_OF_HEAD, new byte[0]);
        }
        Received request = read((char) first, in);
        received.add(request);
        return script.answer(request);
    }

    private static Received read(char first, InputStream in) throws IOException {
        StringBuilder head = new StringBuilder().append(first);
        while (head.indexOf(END_OF_HEAD) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("The client closed the connection.");
            }
            head.append((char) next);
        }
        List<String> lines = head.toString().strip().lines().toList();
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        int target = lines.getFirst().indexOf(' ') + 1;
        int end = lines.getFirst().lastIndexOf(' ');
        return new Received(
                lines.getFirst().substring(0, target - 1), lines.getFirst().substring(target, end), headers, body);
    }
}
