package com.optymyse.inspire.licensing.background;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.optymyse.inspire.licensing.license.OwnErrors;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.testing.LogRecorder;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RepeatedTasksTest {

    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final Vertx vertx = Vertx.vertx();
    private final IllegalStateException failure = new IllegalStateException("Ours.");
    private final OwnErrors errors = new OwnErrors();
    private final AtomicReference<String> trouble = new AtomicReference<>("");
    private final List<URI> toldElsewhere = new ArrayList<>();

    private final RepeatedTasks tasks = new RepeatedTasks(vertx, errors, SHORTEST);
    private final AtomicInteger turns = new AtomicInteger();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void add_taskThatFails_isRunAgain() {
        tasks.add("fails", SHORTEST, () -> {
            turns.incrementAndGet();
            return Uni.createFrom().failure(failure);
        });

        awaitTurns(3);
    }

    /** Before there is anything that could fail. */
    @Test
    void add_taskThatThrows_isRunAgain() {
        tasks.add("throws", SHORTEST, () -> {
            turns.incrementAndGet();
            throw failure;
        });

        awaitTurns(3);
    }

    @Test
    void add_taskThatThrowsAnError_isLoggedAndRunAgain() {
        try (LogRecorder log = LogRecorder.start()) {
            tasks.add("throws", SHORTEST, () -> {
                turns.incrementAndGet();
                throw new AssertionError("Ours.");
            });

            awaitTurns(3);
            assertThat(log.lines(Level.SEVERE, "Background task throws failed")).hasSize(1);
        }
    }

    @Test
    void add_taskThatStillRuns_isNotRunBesideItself() {
        CompletableFuture<Void> work = new CompletableFuture<>();
        tasks.add("long", SHORTEST, () -> {
            turns.incrementAndGet();
            return Uni.createFrom().completionStage(work);
        });
        awaitTurns(1);

        awaitTurnsOfAnother(5);
        assertThat(turns).hasValue(1);
        work.complete(null);

        awaitTurns(2);
    }

    /** What one turn leaves in its context, the next one must not find. */
    @Test
    void add_eachTurn_hasAContextOfItsOwn() {
        Set<Context> contexts = ConcurrentHashMap.newKeySet();
        tasks.add("looks", SHORTEST, () -> {
            contexts.add(requireNonNull(Vertx.currentContext()));
            return Uni.createFrom().voidItem();
        });

        await().until(() -> contexts.size() >= 3);
        assertThat(contexts).allMatch(VertxContext::isDuplicatedContext);
    }

    /** A timer may be due at the very moment of the stop; from then on none is. */
    @Test
    void stop_tasksHaveBegun_noTurnBegins() {
        tasks.add("counts", SHORTEST, () -> {
            turns.incrementAndGet();
            return Uni.createFrom().voidItem();
        });
        awaitTurns(1);

        tasks.stop(new ShutdownEvent());
        awaitTurnsOfAnother(5);
        int before = turns.get();
        awaitTurnsOfAnother(5);

        assertThat(turns).hasValue(before);
    }

    /** As of a re-validation that an admin has shared. */
    @Test
    void report_errorThatAnAdminWasTold_isNotLoggedAgain() {
        errors.name(failure, toldElsewhere::add);

        try (LogRecorder log = LogRecorder.start()) {
            report(failure);

            assertThat(toldElsewhere).hasSize(1);
            assertThat(log.lines(Level.WARNING, "")).isEmpty();
        }
    }

    @Test
    void report_errorThatAnAdminIsToldAfterwards_isLoggedOnce() {
        try (LogRecorder log = LogRecorder.start()) {
            report(failure);
            errors.name(failure, toldElsewhere::add);

            assertThat(log.lines(Level.SEVERE, "Background task")).hasSize(1);
            assertThat(toldElsewhere).isEmpty();
        }
    }

    @Test
    void report_sameCauseAtEachTurn_isLoggedOnce() {
        try (LogRecorder log = LogRecorder.start()) {
            report(failure);
            report(new IllegalStateException("Ours."));

            assertThat(log.lines(Level.SEVERE, "Background task")).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STOPPING", "NOT_LICENSED", "OPERATION_IN_PROGRESS"})
    void report_stopOrAnAdminWhoWasQuicker_isNotLogged(RefusalCode code) {
        try (LogRecorder log = LogRecorder.start()) {
            report(new Refusal(code, "Not now."));

            assertThat(log.lines(Level.WARNING, "")).isEmpty();
        }
    }

    @Test
    void report_otherRefusal_isLogged() {
        try (LogRecorder log = LogRecorder.start()) {
            report(new Refusal(RefusalCode.LICENSE_FILE_MALFORMED, "Not a file."));

            assertThat(log.lines(Level.WARNING, "Background task")).hasSize(1);
        }
    }

    private void awaitTurns(int number) {
        await().until(() -> turns.get() >= number);
    }

    /** Time enough for a task of the same interval to have had its turns. */
    private void awaitTurnsOfAnother(int number) {
        AtomicInteger others = new AtomicInteger();
        new RepeatedTasks(vertx, errors, SHORTEST).add("other", SHORTEST, () -> {
            others.incrementAndGet();
            return Uni.createFrom().voidItem();
        });
        await().until(() -> others.get() >= number);
    }

    private void report(Throwable thrown) {
        RepeatedTasks.report("revalidation", thrown, trouble, errors);
    }
}
