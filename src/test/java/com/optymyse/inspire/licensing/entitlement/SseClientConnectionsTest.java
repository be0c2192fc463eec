package com.optymyse.inspire.licensing.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.optymyse.inspire.licensing.entitlement.PendingEvents.Held;
import com.optymyse.inspire.licensing.testing.PrivateAuthority;
import com.optymyse.inspire.licensing.testing.TestClock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.StreamResetException;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.AllowForwardHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Listeners that read nothing, by what lies between them and the service: TLS, a proxy that ends it, HTTP/2. */
@Tag("thorough")
class SseClientConnectionsTest {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MANY = 20;
    private static final long MOST_PENDING = 8L * 1024 * 1024;
    private static final String ADMITTED = "HTTP/1.1 200";

    /** More than the buffers of a connection take. Four of these may be pending, and no fifth. */
    private static final String LARGE = "x".repeat(2_000_000);

    private static final StreamEvent SMALL = StreamEvent.of("change", "\"0\"", "");
    private static final StreamEvent EVENT = StreamEvent.of("change", "\"1\"", LARGE);

    @TempDir
    Path folder;

    /** One loop, because each has memory of its own that it keeps for later. */
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));

    private final TestClock clock = new TestClock();
    private final SseBroadcaster listeners = new SseBroadcaster(
            ConnectionSlotsTest.config(MANY, MANY, Duration.ofHours(1)),
            vertx,
            clock,
            () -> RandomGenerator.getDefault().nextLong(),
            MOST_PENDING);
    private final List<Socket> open = new ArrayList<>();
    private Instant limit = Instant.MAX;
    private volatile StreamEvent latest = EVENT;
    private volatile Consumer<RoutingContext> handler = this::listen;
    private volatile long mostPending;
    private volatile long mostDirect;

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        joined(vertx.close());
    }

    /** A proxy in front says that clients speak TLS with it. That makes no copy here. */
    @Test
    void begin_behindAProxyThatEndsTls_eventIsKeptOnceForAll() throws IOException {
        int port = serve(new HttpServerOptions());

        for (int number = 0; number < 3; number++) {
            admitted(connected(port), "X-Forwarded-Proto: https\r\n");
        }

        awaitLoop();
        assertThat(listeners.count()).isEqualTo(3);
        assertThat(listeners.pending().bytes()).isEqualTo(EVENT.frame().length());
    }

    /** What is encrypted is a copy for each: those that are cut off give it back at once, however little they read. */
    @Test
    void begin_overTls_eachCopyCountsAndMemoryIsBounded() throws Exception {
        Connector clients = serveSecurely();
        long before = directMemory();

        for (int number = 1; number <= MANY; number++) {
            admitted(clients.connect(), "");
            if (number == 3) {
                awaitLoop();
                assertThat(listeners.pending().bytes())
                        .isEqualTo(3L * EVENT.frame().length());
            }
        }

        await().atMost(LONGEST).untilAsserted(() -> {
            listeners.tick();
            assertThat(listeners.count()).isEqualTo(4);
            assertThat(directMemory() - before).isLessThan(3 * MOST_PENDING);
        });
        assertThat(listeners.pending().bytes()).isLessThanOrEqualTo(MOST_PENDING);
        assertThat(listeners.pending().cutOff()).isEqualTo(MANY - 4);
    }

    /** One change is a copy for each, and all of them are told of it in a row. */
    @Test
    void wake_overTlsAndNotAllFits_neverMoreIsPending() throws Exception {
        latest = SMALL;
        Connector clients = serveSecurely();
        for (int number = 1; number <= MANY; number++) {
            admitted(clients.connect(), "");
        }
        awaitLoop();
        assertThat(listeners.count()).isEqualTo(MANY);
        long before = directMemory();

        latest = EVENT;
        listeners.wake();
        awaitLoop();

        assertThat(mostPending).isBetween(3L * LARGE.length(), MOST_PENDING);
        assertThat(mostDirect - before).isLessThan(2 * MOST_PENDING);
        assertThat(listeners.count()).isEqualTo(MANY);
        assertThat(listeners.pending().cutOff()).isZero();
    }

    @Test
    void wake_overTlsAndNotAllFits_thoseThatReadGetItLaterAndStay() throws Exception {
        latest = SMALL;
        Connector clients = serveSecurely();
        List<CompletableFuture<Boolean>> all = new ArrayList<>();
        for (int number = 1; number <= 6; number++) {
            Socket reader = clients.connect();
            admitted(reader, "");
            all.add(received(reader));
        }
        awaitLoop();

        latest = EVENT;
        await().atMost(LONGEST).untilAsserted(() -> {
            listeners.wake();
            assertThat(all).allMatch(CompletableFuture::isDone);
        });

        assertThat(all).allMatch(CompletableFuture::join);
        assertThat(listeners.count()).isEqualTo(all.size());
    }

    @Test
    void begin_overTlsAndItDoesNotFit_isAdmittedAndGetsItLater() throws Exception {
        Connector clients = serveSecurely();
        for (int number = 1; number <= 4; number++) {
            admitted(clients.connect(), "");
        }
        awaitLoop();

        Socket fifth = clients.connect();
        admitted(fifth, "");
        InputStream answer = fifth.getInputStream();
        assertThat(until("heartbeat", answer)).doesNotContain("retry:");
        for (int other = 0; other < 4; other++) {
            open.get(other).close();
        }
        await().atMost(LONGEST).untilAsserted(() -> {
            listeners.wake();
            assertThat(listeners.pending().bytes()).isEqualTo(EVENT.frame().length());
            assertThat(listeners.count()).isOne();
        });

        assertThat(until("data:", answer)).contains("retry: ", "id: \"1\"");
    }

    /** It took in what it is cut off for while that was on its way to the loop. */
    @Test
    void cutOff_anEventThatWasTakenIn_listenerIsSpared() throws IOException {
        PendingEvents pending = listeners.pending();
        Held taken = pending.take(SMALL, event -> {});
        CompletableFuture<SseClient> begun = new CompletableFuture<>();
        handler = request -> begun.complete(begun(request));
        latest = SMALL;
        admitted(connected(serve(new HttpServerOptions())), "");
        SseClient listener =
                begun.orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS).join();
        latest = EVENT;
        await().atMost(LONGEST).untilAsserted(() -> {
            listener.wake();
            assertThat(pending.bytes()).isGreaterThan(LARGE.length());
        });
        Held unread = pending.take(EVENT, event -> {});

        listener.cutOff(taken);
        awaitLoop();
        assertThat(listener.isOver()).isFalse();
        assertThat(pending.cutOff()).isZero();

        listener.cutOff(unread);
        awaitLoop();
        assertThat(listener.isOver()).isTrue();
        assertThat(pending.cutOff()).isOne();
    }

    /** Other streams of its connection go on. */
    @Test
    void wake_limitIsOverForAnHttp2ListenerThatDoesNotRead_itsStreamAloneIsReset() {
        limit = clock.instant().plus(Duration.ofHours(1));
        int port = serve(new HttpServerOptions());
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(false)
                .setHttp2MaxPoolSize(1));
        CompletableFuture<Throwable> cutOff = new CompletableFuture<>();
        HttpClientResponse listening = joined(client.request(HttpMethod.GET, port, "localhost", "/")
                .compose(HttpClientRequest::send)
                .map(HttpClientResponse::pause)
                .map(answer -> answer.exceptionHandler(cutOff::complete)));
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(listeners.pending().bytes()).isPositive());

        clock.move(Duration.ofHours(1));
        listeners.wake();

        assertThat(cutOff).succeedsWithin(LONGEST).isInstanceOf(StreamResetException.class);
        HttpClientResponse next = joined(
                client.request(HttpMethod.GET, port, "localhost", "/next").compose(HttpClientRequest::send));
        assertThat(next.statusCode()).isEqualTo(204);
        assertThat(next.request().connection()).isSameAs(listening.request().connection());
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(listeners.count()).isZero());
    }

    /** Opens connections that encrypt. */
    @FunctionalInterface
    private interface Connector {
        Socket connect() throws IOException;
    }

    private Connector serveSecurely() throws GeneralSecurityException, IOException {
        PrivateAuthority authority = PrivateAuthority.in(folder);
        authority.writeServer("localhost", folder);
        int port = serve(new HttpServerOptions()
                .setSsl(true)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .setCertPath(folder.resolve("server.crt").toString())
                        .setKeyPath(folder.resolve("server.key").toString())));
        SSLContext client = trusting(authority.certificate());
        return () -> client.getSocketFactory().createSocket(connected(port), "localhost", port, true);
    }

    private int serve(HttpServerOptions options) {
        Router router = Router.router(vertx).allowForward(AllowForwardHeaders.X_FORWARD);
        router.get("/next")
                .handler(request -> request.response().setStatusCode(204).end());
        router.route().handler(request -> handler.accept(request));
        HttpServer server =
                joined(vertx.createHttpServer(options).requestHandler(router).listen(0));
        return server.actualPort();
    }

    private void listen(RoutingContext request) {
        listeners
                .add(request, "screens", this::latest, limit)
                .subscribe()
                .with(ended -> {}, failure -> request.fail(500, failure));
    }

    /** Asked for on the loop whenever somebody might be sent something. */
    private StreamEvent latest() {
        mostPending = Math.max(mostPending, listeners.pending().bytes());
        mostDirect = Math.max(mostDirect, directMemory());
        return latest;
    }

    private SseClient begun(RoutingContext request) {
        SseClient listener = new SseClient(
                request.request(),
                vertx.getOrCreateContext(),
                "",
                this::latest,
                listeners.pending(),
                Instant.MAX,
                clock);
        listener.begin(latest, Duration.ofSeconds(2));
        return listener;
    }

    /** A connection with hardly room for what it does not read. */
    private Socket connected(int port) throws IOException {
        Socket socket = new Socket();
        open.add(socket);
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout((int) LONGEST.toMillis());
        socket.connect(new InetSocketAddress("localhost", port));
        return socket;
    }

    /** Asks for events, and reads no more than that it gets them. */
    private static void admitted(Socket socket, String header) throws IOException {
        socket.getOutputStream()
                .write(("GET / HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n").getBytes(StandardCharsets.US_ASCII));
        byte[] begin = socket.getInputStream().readNBytes(ADMITTED.length());
        assertThat(new String(begin, StandardCharsets.US_ASCII)).isEqualTo(ADMITTED);
    }

    /** Whether it gets the large event, in a thread of its own. */
    private static CompletableFuture<Boolean> received(Socket reader) {
        CompletableFuture<Boolean> received = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                received.complete(reader.getInputStream().readNBytes(LARGE.length()).length == LARGE.length());
            } catch (IOException cutOff) {
                received.completeExceptionally(cutOff);
            }
        });
        return received;
    }

    private static String until(String end, InputStream answer) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(end) < 0) {
            int next = answer.read();
            assertThat(next).as("what comes after: %s", read).isNotNegative();
            read.append((char) next);
        }
        return read.toString();
    }

    /** An answer begins in one step of the one loop. */
    private void awaitLoop() {
        CompletableFuture<Void> passed = new CompletableFuture<>();
        vertx.runOnContext(passed::complete);
        assertThat(passed).succeedsWithin(LONGEST);
    }

    private static SSLContext trusting(Path certificate) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream file = Files.newInputStream(certificate)) {
            trusted.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(file));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** What the JVM counts, which is where Netty gets it from. */
    private static long directMemory() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .findFirst()
                .orElseThrow()
                .getMemoryUsed();
    }

    private static <T> T joined(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
