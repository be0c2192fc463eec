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
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Everybody who listens for changes here. Each is woken when the state was read or written, and once a second. */
@ApplicationScoped
class Listeners {

    /** The longest that a change which time alone brings is late: it is looked for, because a timer sleeps through a leap of the clock. */
    private static final Duration TICK = Duration.ofSeconds(1);

    private final StreamConfig config;
    private final Vertx vertx;
    private final Clock clock;

    private final Set<Listener> all = ConcurrentHashMap.newKeySet();
    private final Places places;
    private volatile boolean stopping;
    private long timer;
    private long ticks;

    Listeners(StreamConfig config, Vertx vertx, Clock clock) {
        this.config = config;
        this.vertx = vertx;
        this.clock = clock;
        this.places = Places.of(config);
    }

    void start(@Observes StartupEvent started, CurrentInstallation current) {
        current.watch(this::wake);
        timer = vertx.setPeriodic(TICK.toMillis(), tick -> tick());
    }

    /** Before the operations are waited for: whoever listens comes back at once, to a replica that goes on. */
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownDelayInitiatedEvent stop) {
        stopping = true;
        vertx.cancelTimer(timer);
        all.forEach(Listener::finish);
    }

    /** How many listen now. */
    int count() {
        return places.count();
    }

    /**
     * Answers a request with a stream of events.
     *
     * @param subject whose token the client has
     * @param latest what the client should know now
     * @param end when it may listen no longer
     * @return done when the stream has ended, from whichever side
     * @throws Refusal when too many listen already, or when the service is stopping
     */
    Uni<Void> add(RoutingContext request, String subject, Supplier<StreamEvent> latest, Instant end) {
        // What can refuse the request does so while the answer has not begun.
        StreamEvent first = latest.get();
        if (stopping) {
            throw new Refusal(RefusalCode.STOPPING, "The service is stopping. Listen again in a few seconds.");
        }
        places.take(subject);
        Context loop = VertxContext.getRootContext(vertx.getOrCreateContext());
        Listener listener = new Listener(request.response(), loop, latest, end, clock);
        return Uni.createFrom().emitter(stream -> {
            all.add(listener);
            request.addEndHandler(ended -> {
                all.remove(listener);
                places.giveBack(subject);
                stream.complete(null);
            });
            listener.begin(request.request().method().equals(HttpMethod.HEAD) ? null : first);
            // A stop that began since has not seen it.
            if (stopping) {
                listener.finish();
            }
        });
    }

    /** Lets each look whether there is something new for it. */
    void wake() {
        all.forEach(Listener::wake);
    }

    private void tick() {
        wake();
        ticks++;
        if (ticks % Math.max(1, config.heartbeat().toSeconds()) == 0) {
            all.forEach(Listener::beat);
        }
    }
}
