package com.optymyse.inspire.licensing.testing;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The line between one replica and PostgreSQL, without encryption. It can be cut, it can fall silent, and it can keep
 * notifications to itself: the messages of type {@code A} of PostgreSQL's frontend/backend protocol.
 */
public final class PostgresLine implements AutoCloseable {

    private static final int NOTIFICATION = 'A';
    private static final int LENGTH_BYTES = 4;

    private final String server;
    private final int port;
    private final String database;
    private final ServerSocket entrance;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final List<Connection> connected = new CopyOnWriteArrayList<>();
    private final AtomicInteger kept = new AtomicInteger();
    private volatile boolean deaf;
    private volatile boolean cut;

    /** @param address {@code host:port/name} of the database at its other end */
    public PostgresLine(String address) {
        this.server = address.substring(0, address.indexOf(':'));
        this.port = Integer.parseInt(address.substring(address.indexOf(':') + 1, address.indexOf('/')));
        this.database = address.substring(address.indexOf('/'));
        try {
            this.entrance = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException("No port is free.", failure);
        }
        threads.execute(this::accept);
    }

    /** Where the replica has to be told that its database is. */
    public String address() {
        return "localhost:" + entrance.getLocalPort() + database;
    }

    /** Keeps every notification to itself from now on. */
    public void keepNotifications() {
        deaf = true;
    }

    /** How many it has kept. */
    public int kept() {
        return kept.get();
    }

    /** Breaks every connection and lets none be made. */
    public void cut() {
        cut = true;
        connections.forEach(PostgresLine::close);
    }

    public void mend() {
        cut = false;
    }

    /** Loses all that is sent on the connections that there are, either way, and lets neither end know. */
    public void fallSilent() {
        connected.forEach(Connection::fallSilent);
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        connections.forEach(PostgresLine::close);
        threads.shutdownNow();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                connect(entrance.accept());
            } catch (IOException over) {
                // The test is over and has closed the entrance.
            }
        }
    }

    private void connect(Socket replica) throws IOException {
        connections.add(replica);
        if (cut) {
            close(replica);
            return;
        }
        Socket postgres = new Socket(server, port);
        connections.add(postgres);
        Connection connection = new Connection();
        connected.add(connection);
        threads.execute(() -> until(replica, postgres, connection::pass));
        threads.execute(() -> until(postgres, replica, connection::passMessages));
    }

    /** When one direction ends, so does the connection. */
    private static void until(Socket from, Socket to, Passing passing) {
        try (from;
                to) {
            passing.pass(from.getInputStream(), to.getOutputStream());
        } catch (IOException ended) {
            // As connections end: either side has closed it, or the line is cut.
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("A connection can't be closed.", failure);
        }
    }

    /** What goes over one connection. */
    private final class Connection {

        private static final int BUFFER = 8_192;

        private volatile boolean silent;

        void fallSilent() {
            silent = true;
        }

        void pass(InputStream from, OutputStream to) throws IOException {
            byte[] buffer = new byte[BUFFER];
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                if (!silent) {
                    to.write(buffer, 0, read);
                }
            }
        }

        void passMessages(InputStream from, OutputStream to) throws IOException {
            DataInputStream messages = new DataInputStream(from);
            DataOutputStream passed = new DataOutputStream(new BufferedOutputStream(to));
            for (int type = messages.read(); type >= 0; type = messages.read()) {
                int length = messages.readInt();
                byte[] body = messages.readNBytes(length - LENGTH_BYTES);
                if (type == NOTIFICATION && deaf) {
                    kept.incrementAndGet();
                } else if (!silent) {
                    passed.writeByte(type);
                    passed.writeInt(length);
                    passed.write(body);
                }
                if (messages.available() == 0) {
                    passed.flush();
                }
            }
        }
    }

    @FunctionalInterface
    private interface Passing {

        void pass(InputStream from, OutputStream to) throws IOException;
    }
}
