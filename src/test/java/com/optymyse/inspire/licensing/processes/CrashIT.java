package com.optymyse.inspire.licensing.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.optymyse.inspire.licensing.testing.Sample;
import com.optymyse.inspire.licensing.testing.Turnstile.Hold;
import com.optymyse.inspire.licensing.testing.Turnstile.Side;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * The service is killed at every step of every operation: around each call to the licensing server and around each commit
 * that the operation makes. After the restart either the old or the new license holds, and once the outbox has drained the
 * licensing server's seats are exactly what the installation holds. How many steps there are is counted, not written down.
 */
@Tag("thorough")
class CrashIT {

    /** All crashes take ten minutes or more. The first and the last one, which are always tried, have either outcome. */
    private static final int PARTS = 4;

    private static final int ROUNDS = Integer.getInteger("processes.rounds", 1);

    private static Premises premises;
    private static CommitGate gate;
    private static Replica service;

    /** An operation, and what is held before and after it. */
    private record Operation(String name, String path, String body, Standing before, Standing after) {}

    /** A place at which the service is killed. */
    private sealed interface Crash {

        /** The call is lost on its way; the licensing server never gets it. */
        record CallLost(int number) implements Crash {}

        /** The call was sent before the crash, but the licensing server gets it after the restart. */
        record CallLate(int number) implements Crash {}

        /** The licensing server has done what it was asked; nobody gets its answer. */
        record AnswerLost(int number) implements Crash {}

        /** PostgreSQL was asked to commit, and does not. */
        record CommitLost(int number) implements Crash {}

        /** PostgreSQL was asked to commit, and does, but the service never learns of it. */
        record CommitDone(int number) implements Crash {}
    }

    private static final Operation ACTIVATE = new Operation(
            "activate",
            "/license/activate",
            Replica.activation("DEMO-ENTERPRISE"),
            Standing.UNLICENSED,
            Standing.ENTERPRISE);

    private static final Operation REPLACE = new Operation(
            "replace",
            "/license/activate",
            Replica.activation("DEMO-ENTERPRISE"),
            Standing.STARTER,
            Standing.ENTERPRISE);

    /** The vendor has changed a limit since, so that it shows whether the new certificate holds. */
    private static final Operation REVALIDATE = new Operation(
            "revalidate", "/license/revalidate", "", Standing.STARTER, Standing.licensed("DEMO-STARTER", 77));

    private static final Operation DEACTIVATE =
            new Operation("deactivate", "/license/deactivate", "", Standing.STARTER, Standing.UNLICENSED);

    @BeforeAll
    static void start() throws SQLException {
        premises = Premises.of(CrashIT.class);
        service = started();
        gate = new CommitGate(premises.database());
    }

    @AfterAll
    static void stop() throws SQLException {
        gate.close();
        premises.close();
    }

    @TestFactory
    Stream<DynamicTest> activate_killedAtAnyStep_oldOrNewAndSeatsMatch() {
        return everyCrashOf(ACTIVATE);
    }

    @TestFactory
    Stream<DynamicTest> replace_killedAtAnyStep_oldOrNewAndSeatsMatch() {
        return everyCrashOf(REPLACE);
    }

    @TestFactory
    Stream<DynamicTest> revalidate_killedAtAnyStep_oldOrNewAndSeatsMatch() {
        return everyCrashOf(REVALIDATE);
    }

    @TestFactory
    Stream<DynamicTest> deactivate_killedAtAnyStep_oldOrNewAndSeatsMatch() {
        return everyCrashOf(DEACTIVATE);
    }

    private static Stream<DynamicTest> everyCrashOf(Operation operation) {
        prepare(operation);
        premises.vendor().forgetCalls();
        gate.count();
        assertThat(service.postLater(operation.path(), operation.body()).join().status())
                .isEqualTo(200);
        List<String> calls = premises.vendor().calls();
        int commits = gate.counted();
        assertThat(service.standing()).isEqualTo(operation.after());

        List<Crash> all = crashes(calls.size(), commits);
        List<Crash> crashes = Sample.of("CrashIT, " + operation.name(), all, PARTS);
        List<Standing> found = new ArrayList<>();
        Stream<DynamicTest> tests = IntStream.rangeClosed(1, ROUNDS)
                .boxed()
                .flatMap(round -> crashes.stream())
                .map(crash -> DynamicTest.dynamicTest(
                        operation.name() + ": " + crash, () -> found.add(stateAfter(operation, crash))));
        return Stream.concat(
                tests,
                Stream.of(DynamicTest.dynamicTest(
                        operation.name() + ": outcomes",
                        () -> assertOutcomes(operation, calls, commits, found, crashes.size() == all.size()))));
    }

    private static List<Crash> crashes(int calls, int commits) {
        Stream<Crash> aroundCalls = IntStream.rangeClosed(1, calls)
                .boxed()
                .flatMap(n -> Stream.of(new Crash.CallLost(n), new Crash.CallLate(n), new Crash.AnswerLost(n)));
        Stream<Crash> aroundCommits = IntStream.rangeClosed(1, commits)
                .boxed()
                .flatMap(n -> Stream.of(new Crash.CommitLost(n), new Crash.CommitDone(n)));
        return Stream.concat(aroundCalls, aroundCommits).toList();
    }

    private static Standing stateAfter(Operation operation, Crash crash) {
        prepare(operation);
        Runnable afterRestart = crash(operation, crash);
        service = started();
        Standing found = service.standing();
        assertThat(found).isIn(operation.before(), operation.after());

        afterRestart.run();
        premises.letTimePass();
        premises.assertSeatsMatchOnceDrained();
        assertThat(service.standing()).isEqualTo(found);

        if (!found.equals(operation.after())) {
            assertThat(service.postLater(operation.path(), operation.body())
                            .join()
                            .status())
                    .isEqualTo(200);
            assertThat(service.standing()).isEqualTo(operation.after());
            premises.assertSeatsMatchOnceDrained();
        }
        return found;
    }

    /** Runs the operation into the crash; returns what happens only once the service runs again. */
    private static Runnable crash(Operation operation, Crash crash) {
        return switch (crash) {
            case Crash.CallLost(int number) -> killAtCall(operation, number, Side.BEFORE, Hold::drop);
            case Crash.AnswerLost(int number) -> killAtCall(operation, number, Side.AFTER, Hold::drop);
            case Crash.CallLate(int number) -> {
                Hold hold = premises.turnstile().hold(number, Side.BEFORE);
                run(operation, hold::awaitReached);
                yield hold::letGo;
            }
            case Crash.CommitLost(int number) -> killAtCommit(operation, number, CommitGate::breakOff);
            case Crash.CommitDone(int number) -> killAtCommit(operation, number, CommitGate::letGoWithoutItsService);
        };
    }

    private static Runnable killAtCall(Operation operation, int number, Side side, Consumer<Hold> then) {
        Hold hold = premises.turnstile().hold(number, side);
        run(operation, hold::awaitReached);
        then.accept(hold);
        return () -> {};
    }

    private static Runnable killAtCommit(Operation operation, int number, Consumer<CommitGate> then) {
        gate.hold(number);
        run(operation, gate::awaitReached);
        then.accept(gate);
        return () -> {};
    }

    private static void run(Operation operation, Runnable until) {
        var _ = service.postLater(operation.path(), operation.body());
        until.run();
        service.kill();
    }

    /** A replica that has stored the time as it does soon after its start, so that this is no commit of an operation. */
    private static Replica started() {
        Instant before = Instant.now();
        Replica replica = premises.start();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> premises.database()
                                .number("SELECT count(*) FROM installation WHERE seen_time >= '" + before + "'")
                        == 1);
        return replica;
    }

    /** Brings the installation to where the operation begins, by what an admin and the vendor do. */
    private static void prepare(Operation operation) {
        gate.count();
        premises.vendor().change("DEMO-STARTER", Map.of("metadata", Map.of("maxDisplays", 10)));
        if (!service.standing().equals(Standing.UNLICENSED)) {
            assertThat(service.post("/license/deactivate").status()).isEqualTo(200);
        }
        if (!operation.before().equals(Standing.UNLICENSED)) {
            assertThat(service.activate(operation.before().key()).status()).isEqualTo(200);
        }
        assertThat(service.standing()).isEqualTo(operation.before());
        premises.assertSeatsMatchOnceDrained();
        premises.vendor()
                .change(
                        "DEMO-STARTER",
                        Map.of(
                                "metadata",
                                Map.of("maxDisplays", operation.after().displays())));
    }

    /** Both occur where all crashes are tried; a part of them may have one alone. */
    private static void assertOutcomes(
            Operation operation, List<String> calls, int commits, List<Standing> found, boolean all) {
        long before = found.stream().filter(operation.before()::equals).count();
        Figures.report(
                operation.name() + ": " + calls.size() + " calls " + calls + " and " + commits + " commits; killed "
                        + found.size() + " times, " + before + " times with the old state after it, "
                        + (found.size() - before) + " times with the new one");
        assertThat(found).isNotEmpty();
        if (all) {
            assertThat(found).contains(operation.before(), operation.after());
        }
    }
}
