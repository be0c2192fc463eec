package com.optymyse.inspire.licensing.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/** Listens on a port of its own and passes bytes on to another, both ways. */
final class Relay implements AutoCloseable {

    /** Where a connection is to be passed on to, once its beginning was read. */
    private interface Destination {

        Socket open(Socket from) throws IOException;
    }

    private final ServerSocket listening;

    private Relay(ServerSocket listening, Destination destination) {
        this.listening = listening;
        Thread.ofVirtual().start(() -> accept(destination));
    }

    /** Speaks TLS to whoever connects, and none to the server behind. */
    static Relay tls(SSLContext tls, URI server) throws IOException {
        ServerSocket listening =
                tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        return new Relay(listening, from -> new Socket(server.getHost(), server.getPort()));
    }

    /** A forward proxy, which writes down where it was asked to connect to. */
    static Relay proxy(CopyOnWriteArrayList<String> asked) throws IOException {
        return new Relay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), from -> connect(from, asked));
    }

    int port() {
        return listening.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void accept(Destination destination) {
        while (!listening.isClosed()) {
            try {
                Socket from = listening.accept();
                Thread.ofVirtual().start(() -> pass(from, destination));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void pass(Socket from, Destination destination) {
        try (from;
                Socket to = destination.open(from)) {
            Thread back = Thread.ofVirtual().start(() -> copy(to, from));
            copy(from, to);
            back.join();
        } catch (IOException gone) {
            // Either side may leave.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException gone) {
            // Either side may leave.
        }
    }

    /** RFC 9110, 9.3.6: the target is in the first line, and an empty line ends the request. */
    private static Socket connect(Socket from, List<String> asked) throws IOException {
        String target = line(from.getInputStream()).split(" ", 3)[1];
        asked.add(target);
        while (!line(from.getInputStream()).isEmpty()) {
            // Its headers say nothing that matters here.
        }
        URI server = URI.create("https://" + target);
        Socket to = new Socket(server.getHost(), server.getPort());
        from.getOutputStream().write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return to;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n' && next != -1; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
