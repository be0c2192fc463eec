package com.optymyse.inspire.licensing.processes;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** Many listeners on one thread: what they cost the service, and how soon each has a change. */
final class ListenerLoad implements AutoCloseable {

    private static final int MANY = 2_000;
    private static final int SILENT = 1_000;
    private static final String DIRECT = "jvm_buffer_memory_used_bytes{id=\"direct\"}";
    private static final int CHANGES = Integer.getInteger("load.changes", 20);
    private static final long LONGEST_NANOS = 30_000_000_000L;

    private final Selector selector = Selector.open();

    private final List<SocketChannel> channels = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);

    private ListenerLoad() throws IOException {}

    static void measure(Replica service) throws Exception {
        List<Double> one = pushes(service, 1);
        long before = Diagnostics.memory(service);
        List<Double> many;
        long with;
        try (ListenerLoad listeners = new ListenerLoad()) {
            listeners.connect(service, MANY);
            with = Diagnostics.memory(service);
            many = listeners.changes(service);
        }
        Figures.report(String.format(
                Locale.ROOT,
                "From the answer of a change until the last listener has it: 1 listener %s ms, %d listeners %s ms; %d bytes of"
                        + " heap per listener",
                Spread.of(one),
                MANY,
                Spread.of(many),
                (with - before) / MANY));
        await().atMost(Duration.ofMinutes(1)).until(() -> openFiles(service) < MANY / 2);
        Figures.report(String.format(
                Locale.ROOT,
                "Heap in use: %d kB before, %d kB with %d listeners, %d kB after they left; open files then %d",
                before / 1024,
                with / 1024,
                MANY,
                Diagnostics.memory(service) / 1024,
                openFiles(service)));
    }

    /** What a large state costs for those who read nothing, as a share of what it would cost once for each of them. */
    static void measureSilent(Premises premises, Replica service) throws Exception {
        SilentListeners.enlarge(premises.vendor(), "DEMO-THOUSAND");
        LoadBenchmark.activate(service, "DEMO-THOUSAND");
        int size = service.get("/entitlements").body().toString().length();
        Diagnostics.memory(service);
        double before = service.metric(DIRECT);
        try (SilentListeners listeners = new SilentListeners(service)) {
            listeners.come(SILENT);
            double with = service.metric(DIRECT);
            Figures.report(String.format(
                    Locale.ROOT,
                    "Direct memory for %d listeners that read nothing: %.4f of one copy of the state (%d bytes) for each",
                    SILENT,
                    (with - before) / ((double) SILENT * size),
                    size));
        }
    }

    private static List<Double> pushes(Replica service, int number) throws Exception {
        try (ListenerLoad listeners = new ListenerLoad()) {
            listeners.connect(service, number);
            return listeners.changes(service);
        }
    }

    private void connect(Replica service, int number) throws IOException {
        URI api = service.api();
        byte[] request = ("GET /entitlements/stream HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + service.token()
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        for (int opened = 0; opened < number; opened++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(api.getHost(), api.getPort()));
            channel.write(ByteBuffer.wrap(request));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            channels.add(channel);
        }
        awaitAll("\"standing\"");
    }

    /** Milliseconds from the answer of each change until the last listener has it. */
    private List<Double> changes(Replica service) throws IOException {
        List<Double> all = new ArrayList<>();
        for (int change = 0; change < CHANGES; change++) {
            boolean licensed = change % 2 != 0;
            Replica.Answer answer =
                    licensed ? service.activate("DEMO-ENTERPRISE") : service.post("/license/deactivate");
            if (answer.status() != 200) {
                throw new IllegalStateException("The license can't be changed: " + answer.body());
            }
            awaitAll("\"licensed\":" + licensed);
            all.add(Math.max(0, System.nanoTime() - answer.at()) / 1e6);
        }
        return all;
    }

    /** Reads until each has had a text since the last time. */
    private void awaitAll(String text) throws IOException {
        long end = System.nanoTime() + LONGEST_NANOS;
        int missing = channels.size();
        for (SelectionKey key : selector.keys()) {
            key.attach("");
        }
        while (missing > 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(missing + " listeners are not told.");
            }
            selector.select(1000);
            for (Iterator<SelectionKey> ready = selector.selectedKeys().iterator(); ready.hasNext(); ready.remove()) {
                SelectionKey key = ready.next();
                String seen = key.attachment() + read((SocketChannel) key.channel());
                boolean already = key.attachment().equals(text);
                missing -= !already && seen.contains(text) ? 1 : 0;
                key.attach(already || seen.contains(text) ? text : seen);
            }
        }
    }

    private String read(SocketChannel channel) throws IOException {
        buffer.clear();
        if (channel.read(buffer) < 0) {
            throw new IllegalStateException("The service has closed a stream.");
        }
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel channel : channels) {
            channel.close();
        }
        selector.close();
    }

    private static long openFiles(Replica service) throws IOException {
        try (var files = Files.list(Path.of("/proc", String.valueOf(service.pid()), "fd"))) {
            return files.count();
        }
    }
}
