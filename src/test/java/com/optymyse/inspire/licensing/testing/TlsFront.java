package com.optymyse.inspire.licensing.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Speaks TLS in front of a server that does not, with the certificate that it is given for the time being. */
public final class TlsFront implements AutoCloseable {

    private final ServerSocket listening;
    private final URI server;
    private final String[] versions;
    private final AtomicReference<SSLContext> tls;
    private final CopyOnWriteArrayList<String> spoken = new CopyOnWriteArrayList<>();

    private TlsFront(ServerSocket listening, URI server, SSLContext tls, String... versions) {
        this.listening = listening;
        this.server = server;
        this.tls = new AtomicReference<>(tls);
        this.versions = versions.clone();
        Thread.ofVirtual().start(this::accept);
    }

    /** Listens on a port of its own; {@code versions} are the TLS versions that it accepts. */
    public static TlsFront of(URI server, SSLContext tls, String... versions) throws IOException {
        return new TlsFront(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server, tls, versions);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** Shows the certificate of this context from the next connection on. */
    public void present(SSLContext next) {
        tls.set(next);
    }

    /** The TLS version of each connection that came about. */
    public List<String> spoken() {
        return spoken;
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

    private void serve(Socket plain) {
        try (SSLSocket from = (SSLSocket) tls.get().getSocketFactory().createSocket(plain, null, true)) {
            from.setUseClientMode(false);
            from.setEnabledProtocols(versions);
            from.startHandshake();
            spoken.add(from.getSession().getProtocol());
            Relay.pass(from, new Socket(server.getHost(), server.getPort()));
        } catch (IOException clientRefuses) {
            // As it may: what the client says of it is looked at.
        }
    }
}
