package com.optymyse.inspire.licensing.processes;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection that sends the same request again and again: with so little effort that the service is what is measured. */
final class LoadConnection implements AutoCloseable {

    private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};
    private static final String LENGTH = "\r\ncontent-length:";

    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[256 * 1024];

    LoadConnection(URI service) throws IOException {
        socket = new Socket(service.getHost(), service.getPort());
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
    }

    /** Sends a request and reads the whole answer; its status. */
    int exchange(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        int read = 0;
        int head = -1;
        while (head < 0) {
            int count = in.read(buffer, read, buffer.length - read);
            if (count < 0) {
                throw new EOFException("The service has closed the connection.");
            }
            head = endOfHead(Math.max(0, read - 3), read + count);
            read += count;
        }
        String text = new String(buffer, 0, head, StandardCharsets.ISO_8859_1);
        int missing = head + length(text) - read;
        while (missing > 0) {
            int count = in.read(buffer, 0, Math.min(missing, buffer.length));
            if (count < 0) {
                throw new EOFException("The service has cut an answer off.");
            }
            missing -= count;
        }
        return Integer.parseInt(text, 9, 12, 10);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private int endOfHead(int from, int to) {
        for (int at = from; at + END_OF_HEAD.length <= to; at++) {
            if (buffer[at] == '\r' && buffer[at + 1] == '\n' && buffer[at + 2] == '\r' && buffer[at + 3] == '\n') {
                return at + END_OF_HEAD.length;
            }
        }
        return -1;
    }

    private static int length(String head) {
        String lower = head.toLowerCase(Locale.ROOT);
        int at = lower.indexOf(LENGTH);
        if (at < 0) {
            return 0;
        }
        int from = at + LENGTH.length();
        return Integer.parseInt(lower.substring(from, lower.indexOf('\r', from)).strip());
    }
}
