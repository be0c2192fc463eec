package com.optymyse.inspire.licensing.background;

import com.optymyse.inspire.licensing.license.OwnErrors;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Runs tasks again and again. One that fails is tried again at its next turn. */
@Singleton
class RepeatedTasks {

    /** What others log, and what is no trouble: a stop, an admin who was quicker. */
    private static final Set<RefusalCode> NOT_LOGGED = Set.of(
            RefusalCode.STOPPING,
            RefusalCode.NOT_LICENSED,
            RefusalCode.OPERATION_IN_PROGRESS,
            RefusalCode.STORE_UNAVAILABLE,
            RefusalCode.LICENSING_SERVER_UNREACHABLE,
            RefusalCode.LICENSING_SERVER_BUSY,
            RefusalCode.LICENSING_SERVER_ERROR,
            RefusalCode.LICENSING_SERVER_UNTRUSTED);

    private final Scheduler scheduler;
    private final OwnErrors errors;

    RepeatedTasks(Scheduler scheduler, OwnErrors errors) {
        this.scheduler = scheduler;
        this.errors = errors;
    }

    /** Begins a task. Why it fails is logged once, until it works or fails otherwise. */
    void add(String name, Duration every, Supplier<Uni<Void>> task) {
        AtomicReference<String> trouble = new AtomicReference<>("");
        scheduler
                .newJob(name)
                .setInterval(every.toString())
                .setConcurrentExecution(ConcurrentExecution.SKIP)
                .setAsyncTask(execution -> task.get()
                        .invoke(() -> trouble.set(""))
                        .onFailure(Exception.class)
                        .invoke(failure -> report(name, failure, trouble, errors))
                        .onFailure(Exception.class)
                        .recoverWithNull())
                .schedule();
    }

    /**
     * That the store or the licensing server is away is logged by those who ask them. An error of this service may be told to
     * an admin, too, who has waited for the same operation.
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
