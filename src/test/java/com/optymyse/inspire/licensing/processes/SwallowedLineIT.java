package com.optymyse.inspire.licensing.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.optymyse.inspire.licensing.processes.Replica.Answer;
import com.optymyse.inspire.licensing.testing.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The line to PostgreSQL swallows every packet of the connections that there are, and lets new ones pass. */
@Tag("thorough")
class SwallowedLineIT {

    /** Twice at least for each replica. */
    private static final int TIMES = Sample.times(4, 10);

    private static final Duration SOON = Duration.ofMinutes(1);

    /** Small, so that each connection of it is used; and one more listens. */
    private static final int POOL = 4;

    private static final Map<String, String> SETTINGS = Map.of(
            "licensing.database.timeout", "2S",
            "licensing.database.transaction-timeout", "5S",
            "quarkus.datasource.reactive.max-size", String.valueOf(POOL));

    private static final String OURS = " FROM pg_stat_activity WHERE application_name = 'inspire-licensing'";

    @TempDir
    Path folder;

    private MortalPostgres postgres;
    private SwallowedPackets line;
    private Premises premises;

    /** One for all questions: a new one could get a port of those that are swallowed. */
    private Connection watch;

    @BeforeEach
    void start() throws IOException, SQLException {
        postgres = new MortalPostgres(folder.resolve("data"));
        line = new SwallowedPackets(postgres.port());
        premises = new Premises("SwallowedLineIT", new Sql(postgres.address()));
        watch = premises.database().connect();
    }

    @AfterEach
    void stop() throws IOException, SQLException {
        watch.close();
        premises.close();
        line.close();
        postgres.kill();
    }

    @Test
    void swallowed_againAndAgain_writesAreBackAndBothAreRight() throws SQLException {
        List<Replica> replicas = List.of(
                premises.start(SETTINGS).awaitReady(), premises.start(SETTINGS).awaitReady());
        List<Set<Integer>> swallowed = new ArrayList<>(List.of(Set.of(), Set.of()));
        int mostHere = 0;
        int mostThere = 0;
        double longest = 0;

        for (int time = 0; time < TIMES; time++) {
            Replica silent = replicas.get(time % 2);
            Replica other = replicas.get(1 - time % 2);
            awaitDroppedByPostgres(swallowed.get(time % 2));
            line.letPass(swallowed.get(time % 2));
            useEveryConnection(silent);
            swallowed.set(time % 2, Sockets.to(postgres.port(), silent.pid()));
            line.swallow(swallowed.get(time % 2));
            long begun = System.nanoTime();

            Standing next = time % 4 < 2 ? Standing.ENTERPRISE : Standing.STARTER;
            Answer changed = other.activate(next.key());
            assertThat(changed.status()).isEqualTo(200);
            awaitNeverFresherThanItIs(silent, next, changed.at());
            awaitWrites(silent);
            longest = Math.max(longest, Figures.secondsSince(begun));
            assertThat(other.standing()).isEqualTo(next);

            mostHere =
                    Math.max(mostHere, Sockets.to(postgres.port(), silent.pid()).size());
            mostThere = Math.max(mostThere, ask("SELECT count(*)" + OURS).getFirst());
        }

        Figures.report("The line swallowed every packet " + TIMES
                + " times: the change was seen and writes were back within "
                + longest + " s, with at most " + mostHere
                + " connections of a replica and " + mostThere + " of both at PostgreSQL, with pools of " + POOL);
        assertThat(mostHere).isLessThanOrEqualTo(2 * (POOL + 1));
        assertThat(mostThere).isLessThanOrEqualTo(2 * (POOL + 1) * replicas.size());
    }

    /** PostgreSQL drops by itself what was swallowed: nobody could tell it. */
    private void awaitDroppedByPostgres(Set<Integer> ports) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ask("SELECT client_port" + OURS + " AND client_port IS NOT NULL"))
                        .filteredOn(ports::contains)
                        .isEmpty());
    }

    private List<Integer> ask(String question) throws SQLException {
        List<Integer> answers = new ArrayList<>();
        try (Statement statement = watch.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                answers.add(rows.getInt(1));
            }
        }
        return answers;
    }

    /** It has to ask for more things at once than its pool has connections. */
    private static void useEveryConnection(Replica replica) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = IntStream.range(0, 5 * POOL)
                    .mapToObj(one ->
                            threads.submit(() -> replica.get("/license/history").status()))
                    .toList();
            assertThat(answers).extracting(Future::get).containsOnly(200);
        }
    }

    private static void awaitWrites(Replica replica) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() ->
                        assertThat(replica.post("/license/revalidate").status()).isEqualTo(200));
    }

    /**
     * Until the change is seen, the state is said to be at least as old as the change: the age is asked for first, so that it
     * belongs to a state that is told afterwards still.
     */
    private static void awaitNeverFresherThanItIs(Replica replica, Standing expected, long changedAt) {
        List<String> tooFresh = new ArrayList<>();
        await().atMost(SOON).pollInterval(Duration.ofMillis(50)).until(() -> {
            double since = (System.nanoTime() - changedAt) / 1e9;
            double age = replica.stateAge();
            boolean seen = replica.standing().equals(expected);
            if (!seen && age < since) {
                tooFresh.add("said to be " + age + " s old, " + since + " s after the change");
            }
            return seen;
        });
        assertThat(tooFresh).isEmpty();
    }
}
