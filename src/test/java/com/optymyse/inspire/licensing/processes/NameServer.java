package com.optymyse.inspire.licensing.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tells the addresses of names over UDP, as an engine does for its containers (RFC 1035), and may tell others any time. */
final class NameServer implements AutoCloseable {

    private static final int HEADER = 12;
    private static final int LONGEST = 8192;
    private static final int TYPE_A = 1;
    private static final int ANSWER = 0x8180;
    private static final int NO_SUCH_NAME = 3;
    /** Refers to the name in the question, which follows the header. */
    private static final int SAME_NAME = 0xC000 | HEADER;

    private final Map<String, InetAddress> addresses = new ConcurrentHashMap<>();
    private final DatagramSocket socket;

    NameServer() throws IOException {
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread.ofPlatform().daemon().start(this::serve);
    }

    /** From now on the name has this address, and no other one. */
    NameServer tell(String name, String address) throws IOException {
        addresses.put(name, InetAddress.getByName(address));
        return this;
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() {
        socket.close();
    }

    private void serve() {
        byte[] buffer = new byte[LONGEST];
        while (!socket.isClosed()) {
            try {
                DatagramPacket question = new DatagramPacket(buffer, buffer.length);
                socket.receive(question);
                byte[] answer = answer(Arrays.copyOf(buffer, question.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
            } catch (IOException failure) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException("A question for a name can't be answered.", failure);
                }
            }
        }
    }

    private byte[] answer(byte[] question) {
        ByteBuffer in = ByteBuffer.wrap(question).position(HEADER);
        String name = name(in);
        int type = in.getShort();
        in.getShort();
        InetAddress address = addresses.get(name);
        boolean told = address != null && type == TYPE_A;
        ByteBuffer out = ByteBuffer.allocate(LONGEST)
                .putShort(ByteBuffer.wrap(question).getShort())
                .putShort((short) (address == null ? ANSWER | NO_SUCH_NAME : ANSWER))
                .putShort((short) 1)
                .putShort((short) (told ? 1 : 0))
                .putInt(0)
                .put(question, HEADER, in.position() - HEADER);
        if (address != null && told) {
            byte[] bytes = address.getAddress();
            out.putShort((short) SAME_NAME)
                    .putShort((short) TYPE_A)
                    .putShort((short) 1)
                    .putInt(1)
                    .putShort((short) bytes.length)
                    .put(bytes);
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    /** Labels, each after its length, up to an empty one. */
    private static String name(ByteBuffer in) {
        StringBuilder name = new StringBuilder();
        for (int length = in.get(); length > 0; length = in.get()) {
            byte[] label = new byte[length];
            in.get(label);
            name.append(name.isEmpty() ? "" : ".").append(new String(label, StandardCharsets.US_ASCII));
        }
        return name.toString();
    }
}
