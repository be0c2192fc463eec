package com.optymyse.inspire.licensing.processes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In place of a replica: it says that it is ready, takes requests in, and does with them whatever it is told to do. */
final class HangingReplica implements AutoCloseable {

    /** What it does with a request that it has read. */
    enum Habit {
        /** As a replica does that is killed. */
        HANG_UP,
        /** It keeps the connection open and says nothing. */
        KEEP_SILENT
    }

    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final Pattern REQUEST_ID = Pattern.compile("(?im)^X-Request-Id: *(\\S*)");
    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?im)^Content-Length: *(\\d+)");
    private static final String READY = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private final List<String> arrived = new CopyOnWriteArrayList<>();
    private final List<Socket> kept = new CopyOnWriteArrayList<>();
    private final ServerSocket api;
    private final ServerSocket management;
    private final Habit habit;

    HangingReplica(String address, int api, int management, Habit habit) throws IOException {
        this.habit = habit;
        this.api = new ServerSocket(api, 0, InetAddress.getByName(address));
        this.management = new ServerSocket(management, 0, InetAddress.getByName(address));
        serve(this.api, this::misbehave);
        serve(this.management, HangingReplica::answerReady);
    }

    /** The {@code X-Request-Id} of each request that has arrived, in their order. */
    List<String> arrived() {
        return arrived;
    }

    @Override
    public void close() throws IOException {
        api.close();
        management.close();
        for (Socket socket : kept) {
            socket.close();
        }
    }

    /** What is done with a connection. */
    private interface Connection {
        void serve(Socket socket) throws IOException;
    }

    private static void serve(ServerSocket door, Connection connection) {
        Thread.ofPlatform().daemon().start(() -> {
            while (!door.isClosed()) {
                try {
                    connection.serve(door.accept());
                } catch (IOException failure) {
                    // Whoever asked has gone, or the test is over.
                }
            }
        });
    }

    private void misbehave(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        String head = head(in);
        in.readNBytes(Integer.parseInt(field(CONTENT_LENGTH, head, "0")));
        arrived.add(field(REQUEST_ID, head, ""));
        if (habit == Habit.HANG_UP) {
            socket.close();
        } else {
            kept.add(socket);
        }
    }

    private static void answerReady(Socket socket) throws IOException {
        try (socket) {
            head(socket.getInputStream());
            socket.getOutputStream().write(READY.getBytes(ISO_8859_1));
        }
    }

    private static String field(Pattern field, String head, String none) {
        Matcher found = field.matcher(head);
        return found.find() ? found.group(1) : none;
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.append((char) next);
            if (head.indexOf(END_OF_HEAD, head.length() - END_OF_HEAD.length()) >= 0) {
                break;
            }
        }
        return head.toString();
    }
}
