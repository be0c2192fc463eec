package com.optymyse.inspire.licensing.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.optymyse.inspire.licensing.processes.Replica.Answer;
import com.optymyse.inspire.licensing.testing.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PostgreSQL is killed, stays away and comes back; the replicas go on meanwhile and need no restart afterwards. */
@Tag("thorough")
class PostgresIT {

    private static final int KILLS = Sample.times(2, 3);
    private static final int READERS = 8;
    private static final int READS_PER_PHASE = Sample.times(500, 2_000);
    private static final List<String> QUESTIONS =
            List.of("/entitlements", "/limits", "/license", "/entitlements/SSO_SAML");
    private static final Duration SOON = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private MortalPostgres postgres;
    private Premises premises;

    @BeforeEach
    void start() throws IOException {
        postgres = new MortalPostgres(folder.resolve("data"));
        premises = new Premises("PostgresIT", new Sql(postgres.address()));
    }

    @AfterEach
    void stop() throws IOException {
        premises.close();
        postgres.kill();
    }

    @Test
    void killedUnderReadLoad_notOneReadFails_andEverythingWorksAgainByItself() throws Exception {
        Replica one = premises.start();
        Replica other = premises.start();
        assertThat(one.activate("DEMO-ENTERPRISE").status()).isEqualTo(200);
        awaitStanding(other, Standing.ENTERPRISE);

        try (ReadLoad load = new ReadLoad(List.of(one, other))) {
            for (int kill = 0; kill < KILLS; kill++) {
                load.awaitMore(READS_PER_PHASE);
                postgres.kill();
                load.awaitMore(READS_PER_PHASE);
                assertRefusedForNow(one.post("/license/deactivate"));
                assertRefusedForNow(other.activate("DEMO-STARTER"));
                assertRefusedForNow(other.post("/license/revalidate"));
                assertThat(one.isReady() && other.isReady()).isTrue();
                postgres.start();
                awaitWorksAgain(one);
                load.awaitMore(READS_PER_PHASE);
            }
            Figures.report("PostgreSQL killed and restarted " + KILLS + " times under " + load.reads() + " reads by "
                    + READERS + " readers of two replicas: " + load.failures().size() + " failed");
            assertThat(load.failures()).isEmpty();
        }
        assertThat(printedBesideTheLog(one)).isEmpty();
        assertThat(printedBesideTheLog(other)).isEmpty();
        assertThat(one.log() + other.log()).doesNotContain("TimeoutException: null");

        assertThat(one.activate("DEMO-STARTER").status()).isEqualTo(200);
        awaitStanding(other, Standing.STARTER);
        premises.assertSeatsMatchOnceDrained();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void awayAtTheStart_isWaitedFor_andNobodyIsCalledUnlicensedMeanwhile(boolean migrates) throws IOException {
        assertThat(premises.start().activate("DEMO-ENTERPRISE").status()).isEqualTo(200);
        postgres.kill();

        Replica early = premises.start(Map.of("licensing.database.migrate-at-start", String.valueOf(migrates)));
        assertThat(early.isReady()).isFalse();
        for (String question : QUESTIONS) {
            assertThat(early.get(question).status()).isEqualTo(503);
            assertThat(early.get(question).body().path("code").asText()).isEqualTo("starting");
        }
        postgres.start();

        assertThat(early.awaitReady().standing()).isEqualTo(Standing.ENTERPRISE);
        assertThat(early.log().lines().filter(PostgresIT::isComplaint))
                .as("lines that say why it waits")
                .hasSize(1)
                .allMatch(line -> line.contains("The service can't use the database yet, and retries until it can"));
    }

    private static boolean isComplaint(String line) {
        return line.contains("\"level\":\"WARN\"") || line.contains("\"level\":\"ERROR\"");
    }

    /** What went by the log, in which each event is one line, a stack trace included. */
    private static List<String> printedBesideTheLog(Replica replica) {
        return replica.log().lines().filter(line -> !line.startsWith("{")).toList();
    }

    private static void assertRefusedForNow(Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body().path("code").asText()).isEqualTo("store-unavailable");
    }

    private static void awaitWorksAgain(Replica replica) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> replica.post("/license/revalidate").status() == 200);
    }

    private static void awaitStanding(Replica replica, Standing expected) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(replica.standing()).isEqualTo(expected));
    }

    /** Readers that ask without a pause until they are closed. */
    private static final class ReadLoad implements AutoCloseable {

        private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
        private final AtomicInteger reads = new AtomicInteger();
        private final Queue<String> failures = new ConcurrentLinkedQueue<>();
        private final List<CompletableFuture<Void>> running;
        private volatile boolean over;

        ReadLoad(List<Replica> replicas) {
            running = IntStream.range(0, READERS)
                    .mapToObj(reader -> replicas.get(reader % replicas.size()))
                    .map(replica -> CompletableFuture.runAsync(() -> read(replica), readers))
                    .toList();
        }

        int reads() {
            return reads.get();
        }

        Queue<String> failures() {
            return failures;
        }

        void awaitMore(int number) {
            int enough = reads.get() + number;
            await().atMost(Duration.ofMinutes(10)).until(() -> reads.get() >= enough);
        }

        @Override
        public void close() {
            over = true;
            running.forEach(CompletableFuture::join);
            readers.close();
        }

        private void read(Replica replica) {
            while (!over) {
                String question = QUESTIONS.get(reads.getAndIncrement() % QUESTIONS.size());
                Answer answer = replica.get(question);
                if (answer.status() != 200) {
                    failures.add(question + " " + answer.status() + " " + answer.body());
                }
            }
        }
    }
}
