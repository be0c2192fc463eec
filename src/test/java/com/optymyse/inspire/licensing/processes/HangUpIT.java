package com.optymyse.inspire.licensing.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.processes.AskedFor.Step;
import com.optymyse.inspire.licensing.testing.RawClient;
import com.optymyse.inspire.licensing.testing.Sample;
import com.optymyse.inspire.licensing.testing.Turnstile.Hold;
import com.optymyse.inspire.licensing.testing.Turnstile.Side;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Lives of a license, from activation to deactivation, by a service with production's deadlines. In each life the client of
 * each operation hangs up at one of its steps, until it has done so at each step fifty times with {@code -Dmatrix=all}, ten or
 * eleven times otherwise. Each operation ends as if the client had stayed.
 */
@Tag("thorough")
class HangUpIT {

    private static final int TIMES = 50;
    private static final int PARTS = 5;

    private static Premises premises;
    private static Replica service;

    @BeforeAll
    static void start() {
        premises = Premises.inProduction(HangUpIT.class);
        service = premises.start();
    }

    @AfterAll
    static void stop() {
        premises.close();
    }

    @TestFactory
    Stream<DynamicTest> operation_clientHangsUpAtEveryStep_endsAsIfItHadStayed() {
        int most = Stream.of(AskedFor.values())
                .mapToInt(operation -> operation.steps().size())
                .max()
                .orElseThrow();
        int times = Sample.of("HangUpIT", IntStream.range(0, TIMES).boxed().toList(), PARTS)
                .size();
        return IntStream.range(0, times * most)
                .boxed()
                .flatMap(life -> Stream.of(AskedFor.values()).flatMap(operation -> inLife(life, times, operation)));
    }

    /** Whoever has hung up often enough stays, because the next operation begins with what this one leaves. */
    private static Stream<DynamicTest> inLife(int life, int times, AskedFor operation) {
        List<Step> steps = operation.steps();
        if (life < times * steps.size()) {
            Step step = steps.get(life % steps.size());
            return Stream.of(DynamicTest.dynamicTest(life + ": " + step, () -> hangUpAt(step)));
        }
        return operation.before().equals(operation.after())
                ? Stream.empty()
                : Stream.of(DynamicTest.dynamicTest(life + ": " + operation, () -> stay(operation)));
    }

    private static void stay(AskedFor operation) {
        premises.turnstile().hold(0, Side.BEFORE);

        service.postLater(operation.path(), operation.body()).join();

        assertThat(service.standing()).isEqualTo(operation.after());
    }

    private static void hangUpAt(Step step) throws SQLException {
        long entries = premises.entries(step.operation());

        if (step.call() == 0) {
            try (RowLock row = RowLock.of(premises.database())) {
                askAndHangUp(step.operation(), row::awaitOperationWaiting);
            }
        } else {
            Hold hold = premises.turnstile().hold(step.call(), step.side());
            askAndHangUp(step.operation(), hold::awaitReached);
            hold.letGo();
        }

        premises.awaitOver(step.operation(), entries + 1);
        assertThat(service.standing()).isEqualTo(step.operation().after());
        assertThat(premises.entries(step.operation())).isEqualTo(entries + 1);
        premises.assertSeatsMatch();
        assertThat(service.log()).doesNotContain("\"level\":\"ERROR\"", "\"level\":\"WARN\"");
    }

    private static void askAndHangUp(AskedFor operation, Runnable step) {
        try (RawClient client =
                RawClient.post(service.api().resolve(operation.path()), service.token(), operation.body())) {
            step.run();
            client.hangUp();
        }
    }
}
