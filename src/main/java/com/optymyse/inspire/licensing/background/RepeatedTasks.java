package com.optymyse.inspire.licensing.background;

import com.optymyse.inspire.licensing.license.OwnErrors;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Runs tasks again and again. One that fails is tried again at its next turn. The turns come by Vert.x' timers and so by the
 * monotonic clock: who sets the host's clock puts none of them off.
 */
@Singleton
public class RepeatedTasks {

    /** Refusals that are not logged here: others log them, or they are normal, such as a shutdown or an admin's operation. */
    private static final Set<RefusalCode> NOT_LOGGED = Set.of(
            RefusalCode.STOPPING,
            RefusalCode.NOT_LICENSED,
            RefusalCode.OPERATION_IN_PROGRESS,
            RefusalCode.STORE_UNAVAILABLE,
            RefusalCode.LICENSING_SERVER_UNREACHABLE,
            RefusalCode.LICENSING_SERVER_BUSY,
            RefusalCode.LICENSING_SERVER_ERROR,
            RefusalCode.LICENSING_SERVER_UNTRUSTED);

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** The time between the first runs of two tasks. Otherwise all tasks would take connections at once. */
    private static final Duration APART = Duration.ofMillis(100);

    private final Vertx vertx;
    private final OwnErrors errors;
    private final Duration shortest;
    private final Collection<Long> timers = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;

    @Inject
    public RepeatedTasks(Vertx vertx, OwnErrors errors) {
        this(vertx, errors, SHORTEST);
    }

    /** @param shortest how long it is to the first task's first turn, and at least from one turn to the next */
    RepeatedTasks(Vertx vertx, OwnErrors errors, Duration shortest) {
        this.vertx = vertx;
        this.errors = errors;
        this.shortest = shortest;
    }

    /**
     * Begins a task, a second from now, or a little later where others have begun. Each turn has a Vert.x context of its own; one
     * that comes while the last still runs is left out. Why a task fails is logged once, until it works or fails otherwise.
     *
     * @param every from turn to turn, at least a second
     */
    public void add(String name, Duration every, Supplier<Uni<Void>> task) {
        AtomicBoolean running = new AtomicBoolean();
        AtomicReference<String> trouble = new AtomicReference<>("");
        Uni<Void> turn = Uni.createFrom()
                .deferred(() -> task.get())
                .invoke(() -> trouble.set(""))
                .onTermination()
                .invoke(() -> running.set(false));
        long pause = Math.max(every.toMillis(), shortest.toMillis());
        long first = shortest.plus(APART.multipliedBy(timers.size())).toMillis();
        timers.add(vertx.setPeriodic(first, pause, due -> {
            if (!stopped && running.compareAndSet(false, true)) {
                newContext()
                        .runOnContext(ignored ->
                                turn.subscribe().with(done -> {}, failure -> report(name, failure, trouble, errors)));
            }
        }));
    }

    /** Stops the tasks: no run begins any more. It comes before the time is stored for the last time. */
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent stopping) {
        stopped = true;
        timers.forEach(vertx::cancelTimer);
    }

    private Context newContext() {
        Context root = VertxContext.getRootContext(vertx.getOrCreateContext());
        return Objects.requireNonNull(VertxContext.createNewDuplicatedContext(root), "There is a root context.");
    }

    /**
     * Logs why a task fails. An outage of the store or of the licensing server is logged by its callers. An error of this
     * service may be told to an admin, too, who has waited for the same operation.
     */
    static void report(String name, Throwable failure, AtomicReference<String> trouble, OwnErrors errors) {
        String cause = failure.toString();
        if (cause.equals(trouble.getAndSet(cause))) {
            return;
        }
        switch (failure) {
            case Refusal refusal when NOT_LOGGED.contains(refusal.code()) -> {}
            case Refusal refusal -> Log.warnf("Background task %s: %s", name, refusal.getMessage());
            default ->
                errors.name(
                        failure,
                        error -> Log.errorf(
                                failure,
                                "Background task %s failed, and is tried again at its next turn: unexpected error %s",
                                name,
                                error));
        }
    }
}
