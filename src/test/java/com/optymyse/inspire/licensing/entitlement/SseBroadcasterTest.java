package com.optymyse.inspire.licensing.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.testing.EventStream;
import com.optymyse.inspire.licensing.testing.TestClock;
import com.sun.management.UnixOperatingSystemMXBean;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Listeners of a server of their own, where a test makes the events. */
class SseBroadcasterTest {

    private static final int MOST = 500;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** More than the buffers of a connection take. */
    private static final String LARGE = "x".repeat(8_000_000);

    private Vertx vertx;
    private HttpServer server;
    private SseBroadcaster listeners;
    private final TestClock clock = new TestClock();
    private volatile StreamEvent latest = event(0, "");
    private volatile Instant limit = Instant.MAX;
    private volatile Consumer<RoutingContext> handler = this::listen;
    private volatile Runnable beforeRandom = () -> {};
    private volatile LongSupplier random = () -> RandomGenerator.getDefault().nextLong();

    @BeforeEach
    void serve() {
        serve(Duration.ofHours(1));
    }

    private void serve(Duration heartbeat) {
        vertx = Vertx.vertx();
        listeners =
                new SseBroadcaster(ConnectionSlotsTest.config(MOST, MOST - 1, heartbeat), vertx, clock, this::random);
        Router router = Router.router(vertx);
        router.route().handler(request -> handler.accept(request));
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void add_overTheLimit_refusedUntilOneLeaves() {
        List<EventStream> all = open(MOST - 1);
        try (EventStream surplus = open()) {
            assertThat(surplus.status()).isEqualTo(429);
        }
        all.add(EventStream.open(address(), "another"));
        try (EventStream surplus = EventStream.open(address(), "third")) {
            assertThat(surplus.status()).isEqualTo(429);
        }

        all.getLast().close();

        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(listeners.count()).isEqualTo(MOST - 1));
        try (EventStream next = EventStream.open(address(), "third")) {
            assertThat(next.status()).isEqualTo(200);
        }
        all.forEach(EventStream::close);
    }

    /** What it is sent while it does not read is bounded by the buffers of its connection, not by the number of changes. */
    @Test
    void wake_listenerThatDoesNotRead_isSpared() throws IOException {
        int changes = 5_000;
        String data = "x".repeat(10_000);
        try (Socket slow = openAndReadNothing();
                EventStream quick = open()) {
            await().atMost(LONGEST)
                    .untilAsserted(() -> assertThat(listeners.count()).isEqualTo(2));

            for (int change = 1; change <= changes; change++) {
                latest = event(change, data);
                listeners.wake();
            }
            awaitEvent(quick, changes);

            long read = readUntil(slow.getInputStream(), "id: \"" + changes + "\"");
            assertThat(read).isLessThan((long) changes * data.length() / 2);
        }
    }

    @Test
    void wake_manyDoNotRead_theirEventIsInDirectMemoryOnce() throws IOException {
        long before = directMemory();
        latest = event(1, LARGE);
        List<Socket> slow = new ArrayList<>();
        for (int opened = 0; opened < 20; opened++) {
            slow.add(openAndReadNothing());
        }
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(listeners.count()).isEqualTo(slow.size()));
        try (EventStream quick = open()) {
            awaitEvent(quick, 1);
            assertThat(listeners.pending().bytes()).isBetween((long) LARGE.length(), LARGE.length() + 100L);
            assertThat(directMemory() - before).isLessThan(4L * LARGE.length());

            latest = event(2, "small");
            listeners.wake();
            awaitEvent(quick, 2);
        }
        for (Socket socket : slow) {
            socket.close();
        }

        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(listeners.count()).isZero());
        awaitNothingPending();
    }

    /** Four of these events may be pending, and no fifth. */
    @Test
    void wake_moreIsPendingThanMayBe_theSlowestAreCutOff() throws IOException {
        List<Socket> slow = new ArrayList<>();
        for (int change = 1; change <= 4; change++) {
            latest = event(change, LARGE);
            slow.add(openAndReadNothing());
            int open = change;
            await().atMost(LONGEST)
                    .untilAsserted(() -> assertThat(listeners.count()).isEqualTo(open));
            awaitPending(change);
        }
        latest = event(5, LARGE);

        try (EventStream quick = open()) {
            awaitEvent(quick, 5);
        }

        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(listeners.count()).isEqualTo(slow.size() - 1));
        assertThat(listeners.pending().cutOff()).isOne();
        assertThat(readUntilTheEnd(slow.getFirst())).isLessThan(LARGE.length());
        for (Socket socket : slow) {
            socket.close();
        }
    }

    @Test
    void beat_listenerThatTakesNothingIn_isCutOff() throws IOException {
        stop();
        serve(Duration.ofSeconds(1));
        listeners.tickEverySecond();
        latest = event(1, LARGE);

        try (Socket slow = openAndReadNothing()) {
            awaitPending(1);

            await().atMost(LONGEST)
                    .untilAsserted(() -> assertThat(listeners.count()).isZero());
            assertThat(readUntilTheEnd(slow)).isLessThan(LARGE.length());
        }
    }

    /** Its token may have been checked for seconds. */
    @Test
    void add_clientHasGone_leavesNothing() throws IOException {
        CompletableFuture<Void> arrived = new CompletableFuture<>();
        CompletableFuture<Void> left = new CompletableFuture<>();
        handler = request -> {
            request.request()
                    .connection()
                    .closeHandler(closed -> vertx.runOnContext(later ->
                            add(request, () -> latest).subscribe().with(left::complete, left::completeExceptionally)));
            arrived.complete(null);
        };
        Socket client = openAndReadNothing();
        assertThat(arrived).succeedsWithin(LONGEST);
        client.close();

        assertThat(left).succeedsWithin(LONGEST);
        assertThat(listeners.count()).isZero();
    }

    /** The last step before an answer begins asks for a random number. */
    @Test
    void wake_answerHasNotBegun_getsTheStateAndNothingIsKept() {
        latest = event(1, "state");
        beforeRandom = () -> listeners.wake();

        try (EventStream stream = open()) {
            assertThat(stream.nextOfAny().id()).isEqualTo("\"1\"");
        }

        awaitNothingPending();
    }

    @Test
    void wake_answerHasEnded_nothingIsKept() {
        handler =
                request -> add(request, () -> endAtChange(request)).subscribe().with(ended -> {}, request::fail);
        try (EventStream stream = open()) {
            awaitEvent(stream, 0);

            latest = event(1, "state");
            listeners.wake();

            stream.awaitEnd();
        }
        awaitNothingPending();
    }

    @Test
    void wake_limitIsOverAndListenerDoesNotRead_isCutOff() throws IOException {
        latest = event(1, LARGE);
        limit = clock.instant().plus(Duration.ofHours(1));
        try (Socket slow = openAndReadNothing()) {
            awaitPending(1);

            clock.move(Duration.ofHours(1));
            listeners.wake();

            await().atMost(LONGEST)
                    .untilAsserted(() -> assertThat(listeners.count()).isZero());
            assertThat(readUntilTheEnd(slow)).isLessThan(LARGE.length());
        }
    }

    /** So many seconds before its limit a stream ends, by the number that is drawn for it. */
    @ParameterizedTest
    @CsvSource({"0, 0", "30000, 30"})
    void wake_limitIsNear_endsAsEarlyAsTheRandomNumberSays(int milliseconds, int early) {
        Instant now = Instant.parse("2026-11-27T12:00:00Z");
        clock.stopAt(now);
        limit = now.plus(Duration.ofHours(1));
        // The numbers below a bound are made of it without its last bit.
        random = () -> 2L * milliseconds;
        try (EventStream stream = open()) {
            awaitEvent(stream, 0);

            clock.stopAt(limit.minusSeconds(early + 1));
            latest = event(1, "state");
            listeners.wake();
            awaitEvent(stream, 1);

            clock.stopAt(limit.minusSeconds(early));
            listeners.wake();
            stream.awaitEnd();
        }
    }

    @Test
    void add_first_tellsWhenToComeBack() {
        latest = event(1, "state");
        try (EventStream stream = open()) {
            assertThat(Integer.parseInt(stream.next().retry())).isBetween(500, 2_000);
        }
    }

    @Test
    void add_lastEventIsThePresentOne_commentAndNothingElse() {
        latest = event(1, "state");
        try (EventStream stream = EventStream.open(address(), "screens", "\"1\"")) {
            assertThat(stream.nextOfAny().comment()).isEqualTo("unchanged");

            latest = event(2, "other state");
            listeners.wake();

            assertThat(stream.nextOfAny().id()).isEqualTo("\"2\"");
        }
    }

    @Test
    void add_lastEventIsUnknown_theState() {
        latest = event(1, "state");
        try (EventStream stream = EventStream.open(address(), "screens", "\"7\"")) {
            assertThat(stream.nextOfAny().id()).isEqualTo("\"1\"");
        }
    }

    /** Whoever listens comes back at once, to a replica that goes on. */
    @Test
    void stop_someListen_endsTheirStreamsAndTakesNoMore() {
        List<EventStream> all = open(10);
        all.forEach(EventStream::next);

        listeners.stop(new ShutdownDelayInitiatedEvent());

        all.forEach(EventStream::awaitEnd);
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(listeners.count()).isZero());
        try (EventStream late = open()) {
            assertThat(late.status()).isNotEqualTo(200);
        }
    }

    /** Otherwise it would hold the stop for as long as it likes. */
    @Test
    void stop_listenerThatDoesNotRead_isCutOff() throws IOException {
        latest = event(1, LARGE);
        try (Socket slow = openAndReadNothing()) {
            awaitPending(1);

            listeners.stop(new ShutdownDelayInitiatedEvent());

            await().atMost(LONGEST)
                    .untilAsserted(() -> assertThat(listeners.count()).isZero());
            assertThat(readUntilTheEnd(slow)).isLessThan(LARGE.length());
        }
    }

    @Test
    @Tag("thorough")
    void wake_manyListenersAndManyChanges_eachSeesTheLastAndLeavesNothing() throws IOException {
        open(1).getFirst().close();
        long filesBefore = openFiles();
        long memoryBefore = memory();
        int changes = 500;
        List<EventStream> all = open(MOST - 1);
        long filesWithAll = openFiles();
        long memoryWithAll = memory();

        for (int change = 1; change <= changes; change++) {
            latest = event(change, "state of change " + change);
            listeners.wake();
        }
        for (EventStream listener : all) {
            awaitEvent(listener, changes);
        }
        assertThat(filesWithAll).isGreaterThan(filesBefore + MOST - 1);

        all.forEach(EventStream::close);
        all.clear();

        await().atMost(LONGEST).untilAsserted(() -> {
            assertThat(listeners.count()).isZero();
            assertThat(openFiles()).isLessThan(filesBefore + MOST / 10);
            assertThat(memory() - memoryBefore).isLessThan((memoryWithAll - memoryBefore) / 4);
        });
    }

    private void listen(RoutingContext request) {
        try {
            add(request, () -> latest).subscribe().with(ended -> {}, failure -> request.fail(500, failure));
        } catch (Refusal refusal) {
            request.response().setStatusCode(429).end();
        }
    }

    private Uni<Void> add(RoutingContext request, Supplier<StreamEvent> events) {
        return listeners.add(request, subject(request), events, limit);
    }

    /** As if somebody else ended the answer between a change and its event. */
    private StreamEvent endAtChange(RoutingContext request) {
        StreamEvent event = latest;
        if (event.id().equals("\"1\"")) {
            request.response().end();
        }
        return event;
    }

    private long random() {
        beforeRandom.run();
        return random.getAsLong();
    }

    private void awaitNothingPending() {
        listeners.tickEverySecond();
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(listeners.pending().bytes()).isZero());
    }

    private void awaitPending(int events) {
        await().atMost(LONGEST)
                .untilAsserted(
                        () -> assertThat(listeners.pending().bytes()).isGreaterThan((long) events * LARGE.length()));
    }

    private Socket openAndReadNothing() throws IOException {
        Socket slow = new Socket();
        slow.setReceiveBufferSize(4096);
        slow.connect(new InetSocketAddress("localhost", server.actualPort()));
        slow.getOutputStream().write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return slow;
    }

    private List<EventStream> open(int number) {
        List<EventStream> streams = new ArrayList<>();
        for (int opened = 0; opened < number; opened++) {
            streams.add(open());
        }
        return streams;
    }

    private EventStream open() {
        return EventStream.open(address(), "screens");
    }

    private URI address() {
        return URI.create("http://localhost:" + server.actualPort());
    }

    private static String subject(RoutingContext request) {
        String token = request.request().getHeader("Authorization");
        return token == null ? ConnectionSlots.WITHOUT_TOKEN : token;
    }

    private static void awaitEvent(EventStream stream, int change) {
        String id = '"' + String.valueOf(change) + '"';
        while (!stream.next().id().equals(id)) {
            assertThat(stream.status()).isEqualTo(200);
        }
    }

    private static long readUntil(InputStream in, String end) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        String tail = "";
        long read = 0;
        while (!tail.contains(end)) {
            int count = in.read(buffer);
            assertThat(count).isPositive();
            read += count;
            String text = tail + new String(buffer, 0, count, StandardCharsets.UTF_8);
            tail = text.length() > 20_000 && !text.contains(end) ? text.substring(text.length() - 100) : text;
        }
        return read;
    }

    private static long readUntilTheEnd(Socket socket) throws IOException {
        return socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    /** What is in use after a collection, in bytes. */
    private static long memory() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** What the JVM counts, which is where Netty gets it from. */
    private static long directMemory() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .findFirst()
                .orElseThrow()
                .getMemoryUsed();
    }

    private static long openFiles() {
        return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getOpenFileDescriptorCount();
    }

    private static StreamEvent event(int change, String data) {
        return StreamEvent.of("change", '"' + String.valueOf(change) + '"', data);
    }
}
