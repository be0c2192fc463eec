package com.optymyse.inspire.licensing.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.processes.AskedFor.Step;
import com.optymyse.inspire.licensing.testing.RawClient;
import com.optymyse.inspire.licensing.testing.Turnstile.Hold;
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
 * Fifty times through the life of a license, and each time the client of each operation hangs up, at one step after the
 * other. Each operation ends as if the client had stayed.
 */
@Tag("thorough")
class HangUpIT {

    private static final int ROUNDS = 50;

    private static Premises premises;
    private static Replica service;

    @BeforeAll
    static void start() {
        premises = Premises.of(HangUpIT.class);
        service = premises.start();
    }

    @AfterAll
    static void stop() {
        premises.close();
    }

    @TestFactory
    Stream<DynamicTest> operation_clientHangsUpAtEveryStep_endsAsIfItHadStayed() {
        return IntStream.range(0, ROUNDS)
                .boxed()
                .flatMap(round -> Stream.of(AskedFor.values())
                        .map(operation ->
                                operation.steps().get(round % operation.steps().size()))
                        .map(step -> DynamicTest.dynamicTest(round + ": " + step, () -> hangUpAt(step))));
    }

    private static void hangUpAt(Step step) throws SQLException {
        long entries = premises.entries(step.operation());

        if (step.call() == 0) {
            try (RowLock row = RowLock.of(premises.database())) {
                askAndHangUp(step.operation(), row::awaitSomebodyWaiting);
            }
        } else {
            Hold hold = premises.turnstile().hold(step.call(), step.side());
            askAndHangUp(step.operation(), hold::awaitReached);
            hold.letGo();
        }

        premises.awaitRecorded(step.operation(), entries + 1);
        premises.assertOver();
        assertThat(service.standing()).isEqualTo(step.operation().after());
        assertThat(premises.entries(step.operation())).isEqualTo(entries + 1);
        assertThat(premises.database().query("SELECT machine_id FROM release")).isEmpty();
        assertThat(premises.machines()).isEqualTo(premises.database().query("SELECT machine_id FROM license"));
        assertThat(List.of(service.log().split("\n")))
                .noneMatch(line -> line.contains("\"level\":\"ERROR\"") || line.contains("\"level\":\"WARN\""));
    }

    private static void askAndHangUp(AskedFor operation, Runnable step) {
        try (RawClient client =
                RawClient.post(service.api().resolve(operation.path()), service.token(), operation.body())) {
            step.run();
            client.hangUp();
        }
    }
}
