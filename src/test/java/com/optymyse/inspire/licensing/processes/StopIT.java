package com.optymyse.inspire.licensing.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.processes.AskedFor.Step;
import com.optymyse.inspire.licensing.processes.Replica.Answer;
import com.optymyse.inspire.licensing.testing.EventStream;
import com.optymyse.inspire.licensing.testing.Turnstile.Hold;
import com.optymyse.inspire.licensing.testing.Turnstile.Side;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A service with production's deadlines that is asked to stop finishes what admins have begun, answers them, and is gone
 * then.
 */
@Tag("thorough")
class StopIT {

    private static final int LISTENERS = 50;

    /** As a process ends that was asked to: 128 and the number of the signal. */
    private static final int SIGTERM = 143;

    private static Premises premises;
    private static Replica service;

    @BeforeAll
    static void start() {
        premises = Premises.inProduction(StopIT.class);
        service = premises.start();
    }

    @AfterAll
    static void stop() {
        premises.close();
    }

    @TestFactory
    Stream<DynamicTest> operation_serviceIsStoppedAtEveryStep_isFinishedAndAnswered() {
        return Stream.of(AskedFor.values())
                .flatMap(operation -> operation.steps().stream())
                .map(step -> DynamicTest.dynamicTest(step.toString(), () -> stopAt(step)));
    }

    @Test
    void stop_manyListenAndNothingIsUnderWay_isDoneWithoutWaitingForThem() {
        List<EventStream> listeners = new ArrayList<>();
        for (int i = 0; i < LISTENERS; i++) {
            listeners.add(listen());
        }

        service.stop();

        assertThat(service.awaitGone()).isEqualTo(SIGTERM);
        assertThat(service.log()).doesNotContain("Timed out waiting for graceful shutdown");
        listeners.forEach(EventStream::close);
        service = premises.start();
    }

    private static void stopAt(Step step) throws SQLException {
        bringTo(step.operation());
        long entries = premises.entries(step.operation());
        CompletableFuture<Answer> answer;

        if (step.call() == 0) {
            try (RowLock row = RowLock.of(premises.database())) {
                answer = stopWhile(step.operation(), row::awaitOperationWaiting);
            }
        } else {
            Hold hold = premises.turnstile().hold(step.call(), step.side());
            answer = stopWhile(step.operation(), hold::awaitReached);
            hold.letGo();
        }

        assertThat(answer.join().status()).isEqualTo(200);
        assertThat(Standing.of(answer.join().body())).isEqualTo(step.operation().after());
        assertThat(service.awaitGone()).isEqualTo(SIGTERM);
        assertThat(service.log()).doesNotContain("Timed out waiting for graceful shutdown");
        premises.awaitOver(step.operation(), entries + 1);
        premises.assertSeatsMatch();
        service = premises.start();
        assertThat(service.standing()).isEqualTo(step.operation().after());
    }

    /** While the operation goes on, streams are ended, questions are answered, and nothing new is begun. */
    private static CompletableFuture<Answer> stopWhile(AskedFor operation, Runnable step) {
        try (EventStream listener = listen()) {
            CompletableFuture<Answer> answer = service.postLater(operation.path(), operation.body());
            step.run();
            service.stop();
            service.awaitStopping();
            listener.awaitEnd();
            Answer refused = service.post("/license/revalidate");
            assertThat(refused.body().path("code").asText()).isEqualTo("stopping");
            assertThat(refused.retryAfter()).isEqualTo(5);
            assertThat(service.get("/license").status()).isEqualTo(200);
            assertThat(answer).isNotDone();
            return answer;
        }
    }

    private static EventStream listen() {
        EventStream listener = EventStream.open(service.api().resolve("/entitlements/stream"), service.token());
        listener.next();
        return listener;
    }

    /** Does what comes before an operation, as far as it is not done yet. */
    private static void bringTo(AskedFor operation) {
        premises.turnstile().hold(0, Side.BEFORE);
        Standing before = operation.before();
        if (!service.standing().equals(before)) {
            if (!service.standing().equals(Standing.UNLICENSED)) {
                assertThat(service.post("/license/deactivate").status()).isEqualTo(200);
            }
            if (!before.equals(Standing.UNLICENSED)) {
                assertThat(service.activate(before.key()).status()).isEqualTo(200);
            }
        }
    }
}
