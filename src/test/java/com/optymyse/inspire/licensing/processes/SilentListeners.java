package com.optymyse.inspire.licensing.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.testing.SandboxControl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Clients that listen for changes and read none: what they are sent stays with the service, because they have hardly room
 * for it.
 */
final class SilentListeners implements AutoCloseable {

    private static final int ROOM = 4096;
    private static final String ADMITTED = "HTTP/1.1 200";

    private final Replica service;
    private final byte[] request;
    private final List<SocketChannel> all = new ArrayList<>();

    SilentListeners(Replica service) {
        this.service = service;
        this.request = ("GET /entitlements/stream HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + service.token()
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Makes a license so large that its state, 240 kB, fits into no buffer of a connection. */
    static void enlarge(SandboxControl vendor, String key) {
        List<String> codes = IntStream.range(0, 1_000)
                .mapToObj(number -> "EXTRA_" + number + "_" + "X".repeat(90))
                .toList();
        vendor.change(key, Map.of("entitlements", codes));
    }

    /** Lets some more come, one after the other. Each reads that it may listen. */
    void come(int number) throws IOException {
        for (int come = 0; come < number; come++) {
            SocketChannel channel = SocketChannel.open();
            all.add(channel);
            channel.setOption(StandardSocketOptions.SO_RCVBUF, ROOM);
            channel.connect(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), service.api().getPort()));
            channel.write(ByteBuffer.wrap(request));
            ByteBuffer begin = ByteBuffer.allocate(ADMITTED.length());
            while (begin.hasRemaining()) {
                assertThat(channel.read(begin)).isPositive();
            }
            assertThat(new String(begin.array(), StandardCharsets.US_ASCII)).isEqualTo(ADMITTED);
        }
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel channel : all) {
            channel.close();
        }
    }
}
