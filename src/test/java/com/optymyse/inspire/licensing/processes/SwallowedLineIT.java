package com.optymyse.inspire.licensing.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.optymyse.inspire.licensing.processes.Replica.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The line to PostgreSQL swallows every packet of the connections that there are, and lets new ones pass. */
@Tag("thorough")
class SwallowedLineIT {

    private static final int TIMES = 10;
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

    @BeforeEach
    void start() throws IOException {
        postgres = new MortalPostgres(folder.resolve("data"));
        line = new SwallowedPackets(postgres.port());
        premises = new Premises("SwallowedLineIT", new Sql(postgres.address()));
    }

    @AfterEach
    void stop() throws IOException {
        premises.close();
        line.close();
        postgres.kill();
    }

    @Test
    void swallowed_tenTimes_writesAreBackAndBothAreRight() {
        List<Replica> replicas = List.of(
                premises.start(SETTINGS).awaitReady(), premises.start(SETTINGS).awaitReady());
        int mostHere = 0;
        long mostThere = 0;

        for (int time = 0; time < TIMES; time++) {
            Replica writer = replicas.get(time % 2);
            useEveryConnection(replicas);
            line.swallow(premises.database().query("SELECT client_port" + OURS));

            Standing next = time % 2 == 0 ? Standing.ENTERPRISE : Standing.STARTER;
            awaitWrites(writer, next.key());
            awaitStandingUnlessTold(replicas, next);

            mostHere = Math.max(
                    mostHere, replicas.stream().mapToInt(this::socketsOf).max().orElseThrow());
            mostThere = Math.max(mostThere, premises.database().number("SELECT count(*)" + OURS));
        }

        Figures.report("The line swallowed every packet " + TIMES + " times: at most " + mostHere
                + " connections of a replica and " + mostThere + " at PostgreSQL, with pools of " + POOL);
        assertThat(mostHere).isLessThanOrEqualTo(2 * (POOL + 1));
        assertThat(mostThere).isLessThanOrEqualTo(2L * (POOL + 1) * replicas.size());
    }

    /** Each replica has to ask for as many things at once as its pool has connections. */
    private static void useEveryConnection(List<Replica> replicas) {
        replicas.forEach(replica -> await().atMost(SOON)
                .untilAsserted(() -> assertThat(IntStream.range(0, 2 * POOL)
                                .parallel()
                                .map(one -> replica.get("/license/history").status()))
                        .containsOnly(200)));
    }

    private static void awaitWrites(Replica replica, String key) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(replica.activate(key).status()).isEqualTo(200));
    }

    /** A replica that does not know yet may say so for a while, but not for longer than it tells. */
    private static void awaitStandingUnlessTold(List<Replica> replicas, Standing expected) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(
                        () -> assertThat(replicas).extracting(Replica::standing).containsOnly(expected));
        for (Replica replica : replicas) {
            Answer license = replica.get("/license");
            assertThat(license.body().path("problems").toString()).doesNotContain("state-not-current");
        }
    }

    private int socketsOf(Replica replica) {
        return Sockets.to(postgres.port(), replica.pid());
    }
}
