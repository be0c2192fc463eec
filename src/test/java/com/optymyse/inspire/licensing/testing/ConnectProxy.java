package com.optymyse.inspire.licensing.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A forward proxy that knows the way to every name: all of them are this host. It opens tunnels and passes plain requests
 * on, one for each connection, for those who name the right user and password.
 */
public final class ConnectProxy implements AutoCloseable {

    private static final String CONNECTED = "200 Connected";

    private final ServerSocket listening;
    private final CopyOnWriteArrayList<String> targets = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> ports = new ConcurrentHashMap<>();
    private volatile @Nullable String login;
    private volatile String answer = CONNECTED;

    private ConnectProxy(ServerSocket listening, @Nullable String login) {
        this.listening = listening;
        this.login = login;
        Thread.ofVirtual().start(this::accept);
    }

    /** A proxy for everybody. */
    public static ConnectProxy open() throws IOException {
        return new ConnectProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), null);
    }

    /** A proxy that demands {@code user:password}. */
    public static ConnectProxy demanding(String login) throws IOException {
        return new ConnectProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), login);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** Where those who were let through wanted to go. */
    public List<String> targets() {
        return targets;
    }

    /** Leads those who ask for this {@code host:port} to a port of this host. */
    public void lead(String target, int toPort) {
        ports.put(target, toPort);
    }

    /** Refuses whoever is admitted with this status line from now on. */
    public void refuse(String statusLine) {
        answer = statusLine;
    }

    /** Lets through from now on who names this {@code user:password}. */
    public void admit(String nextLogin) {
        login = nextLogin;
        answer = CONNECTED;
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket from = listening.accept();
                Thread.ofVirtual().start(() -> serve(from));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket from) {
        try (from) {
            String[] request = line(from.getInputStream()).split(" ", 3);
            StringBuilder headers = new StringBuilder();
            boolean admitted = login == null;
            for (String line = line(from.getInputStream()); !line.isEmpty(); line = line(from.getInputStream())) {
                admitted |= isLogin(line);
                headers.append(line).append("\r\n");
            }
            if (!admitted) {
                write(from, "407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=\"proxy\"\r\n");
            } else if (!answer.startsWith("200")) {
                write(from, answer, "");
            } else {
                pass(from, request, headers);
            }
        } catch (IOException gone) {
            // Either side may leave.
        }
    }

    private void pass(Socket from, String[] request, StringBuilder headers) throws IOException {
        boolean tunnel = request[0].equals("CONNECT");
        URI target = URI.create(tunnel ? "https://" + request[1] : request[1]);
        String wanted = target.getHost() + ":" + target.getPort();
        targets.add(wanted);
        Socket to = new Socket(InetAddress.getLoopbackAddress(), ports.getOrDefault(wanted, target.getPort()));
        if (tunnel) {
            from.getOutputStream().write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } else {
            String head =
                    request[0] + " " + target.getRawPath() + " HTTP/1.1\r\nConnection: close\r\n" + headers + "\r\n";
            to.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        }
        Relay.pass(from, to);
    }

    private boolean isLogin(String header) {
        String encoded =
                Base64.getEncoder().encodeToString(String.valueOf(login).getBytes(StandardCharsets.UTF_8));
        int colon = header.indexOf(':');
        return colon > 0
                && header.substring(0, colon).toLowerCase(Locale.ROOT).equals("proxy-authorization")
                && header.substring(colon + 1).strip().equals("Basic " + encoded);
    }

    private static void write(Socket to, String statusLine, String headers) throws IOException {
        OutputStream out = to.getOutputStream();
        out.write(("HTTP/1.1 " + statusLine + "\r\n" + headers + "Connection: close\r\nContent-Length: 0\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n' && next != -1; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
