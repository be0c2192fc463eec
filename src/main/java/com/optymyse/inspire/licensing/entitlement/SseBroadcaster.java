package com.optymyse.inspire.licensing.entitlement;

import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Everybody who listens for changes here. Each is woken when the state was read or written, and once a second. */
@ApplicationScoped
class SseBroadcaster {

    /** How often to check for a change that only time brings. A timer would miss a jump of the clock. */
    private static final Duration TICK = Duration.ofSeconds(1);

    private final StreamConfig config;
    private final Vertx vertx;
    private final Clock clock;

    /** What may wait in all streams together, in bytes: more than 300 states of the largest licenses. */
    private static final long MOST_PENDING = 32L * 1024 * 1024;

    private final Set<SseClient> all = ConcurrentHashMap.newKeySet();
    private final PendingEvents pending;
    private final ConnectionSlots places;
    private final StreamTimes times;
    private volatile boolean stopping;
    private long timer;
    private long ticks;

    @Inject
    SseBroadcaster(StreamConfig config, Vertx vertx, Clock clock, RandomGenerator random) {
        this(config, vertx, clock, random, MOST_PENDING);
    }

    /** @param most what may wait in all streams together, in bytes */
    SseBroadcaster(StreamConfig config, Vertx vertx, Clock clock, RandomGenerator random, long most) {
        this.pending = new PendingEvents(most);
        this.config = config;
        this.vertx = vertx;
        this.clock = clock;
        this.places = ConnectionSlots.of(config);
        this.times = new StreamTimes(random);
    }

    void start(@Observes StartupEvent started, CurrentInstallation current) {
        current.watch(this::wake);
        tickEverySecond();
    }

    void tickEverySecond() {
        timer = vertx.setPeriodic(TICK.toMillis(), tick -> tick());
    }

    /** Ends all streams before the shutdown waits for operations. The clients reconnect at once, to another replica. */
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownDelayInitiatedEvent stop) {
        stopping = true;
        vertx.cancelTimer(timer);
        all.forEach(SseClient::finish);
    }

    /** How many listen now. */
    int count() {
        return places.count();
    }

    /** What they have not taken in yet. */
    PendingEvents pending() {
        return pending;
    }

    /**
     * Answers a request with a stream of events.
     *
     * @param subject whose token the client has
     * @param latest what the client should know now
     * @param limit the moment from which on it may not listen; the stream ends a little earlier
     * @return done when the stream has ended, from whichever side
     * @throws Refusal when too many listen already, or when the service is stopping
     */
    Uni<Void> add(RoutingContext request, String subject, Supplier<StreamEvent> latest, Instant limit) {
        // What can refuse the request does so while the answer has not begun.
        StreamEvent first = latest.get();
        if (stopping) {
            throw new Refusal(RefusalCode.STOPPING, "The service is stopping. Listen again in a few seconds.");
        }
        places.take(subject);
        Context loop = VertxContext.getRootContext(vertx.getOrCreateContext());
        SseClient client = new SseClient(
                request.request(), loop, known(request), latest, pending, times.end(clock.instant(), limit), clock);
        return Uni.createFrom()
                .<Void>emitter(stream ->
                        loop.runOnContext(ready -> begin(client, request, first, () -> stream.complete(null))))
                .onTermination()
                .invoke(() -> {
                    all.remove(client);
                    places.giveBack(subject);
                });
    }

    /** Begins the answer in one step on the event loop, because no change may be sent before it. */
    private void begin(SseClient client, RoutingContext request, StreamEvent first, Runnable ended) {
        request.addEndHandler(end -> ended.run());
        if (client.isOver()) {
            // The client has hung up while its token was checked, and nobody would tell the handler.
            ended.run();
        } else if (request.request().method().equals(HttpMethod.HEAD)) {
            client.beginWithoutBody();
        } else {
            all.add(client);
            client.begin(first, times.pause());
            // A stop that began since has not seen it.
            if (stopping) {
                client.finish();
            }
        }
    }

    /** The id of the last event that the client has received, from {@code Last-Event-ID}. */
    private static String known(RoutingContext request) {
        return Objects.requireNonNullElse(request.request().getHeader("Last-Event-ID"), "");
    }

    /** Lets each look whether there is something new for it. */
    void wake() {
        all.forEach(SseClient::wake);
    }

    /** A second has passed. */
    void tick() {
        wake();
        pending.sweep();
        ticks++;
        if (ticks % Math.max(1, config.heartbeat().toSeconds()) == 0) {
            all.forEach(SseClient::beat);
        }
    }
}
