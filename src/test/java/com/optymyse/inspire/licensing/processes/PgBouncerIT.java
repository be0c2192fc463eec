package com.optymyse.inspire.licensing.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import com.optymyse.inspire.licensing.testing.ReleasedPackage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PgBouncer is between the replicas and PostgreSQL: as it is by default, and in the mode that the service can't live with. */
@Tag("thorough")
class PgBouncerIT {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final String REFUSED = "A connection pooler in transaction mode is in front of PostgreSQL";
    private static final String WAITING =
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";

    @TempDir
    Path folder;

    private MortalPostgres postgres;
    private Sql database;
    private Premises premises;

    @BeforeEach
    void start() throws IOException {
        postgres = new MortalPostgres(folder.resolve("data"));
        database = new Sql(postgres.address());
        premises = new Premises("PgBouncerIT", database);
    }

    @AfterEach
    void stop() throws IOException {
        premises.close();
        postgres.kill();
    }

    @Test
    void sessionModeWithDefaultSettings_everythingWorks() throws IOException {
        try (PgBouncer pooler = new PgBouncer(folder, postgres)) {
            Replica one = premises.start(through(pooler)).awaitReady();
            Replica other = premises.start(through(pooler)).awaitReady();

            assertThat(one.activate("DEMO-ENTERPRISE").status()).isEqualTo(200);
            awaitStanding(other, Standing.ENTERPRISE);
            assertThat(other.post("/license/deactivate").status()).isEqualTo(200);
            awaitStanding(one, Standing.UNLICENSED);
            premises.assertSeatsMatchOnceDrained();
            assertThat(OperatorCommand.run(
                            ReleasedPackage.application(), settings(pooler), List.of("database", "migrate")))
                    .contains("Migrations run: 0.");
        }
    }

    /** Each replica has its pool and one connection for LISTEN. A command has the rest of the pooler's 20. */
    @Test
    void defaultSettings_bothReplicasBusy_commandHasRoom() throws Exception {
        try (PgBouncer pooler = new PgBouncer(folder, postgres)) {
            Map<String, String> patient = through(pooler);
            patient.put("licensing.database.timeout", "1M");
            patient.put("licensing.database.transaction-timeout", "1M");
            Replica one = premises.start(patient).awaitReady();
            Replica other = premises.start(patient).awaitReady();
            List<CompletableFuture<Replica.Answer>> requests = new ArrayList<>();

            try (Connection holder = database.connect();
                    Statement statement = holder.createStatement()) {
                holder.setAutoCommit(false);
                statement.execute("LOCK TABLE audit");
                for (int request = 0; request < 40; request++) {
                    requests.add(one.getLater("/license/history"));
                    requests.add(other.getLater("/license/history"));
                }
                await("both pools wait for the table").atMost(SOON).until(() -> database.number(WAITING) >= 16);

                assertThat(OperatorCommand.run(
                                ReleasedPackage.application(), settings(pooler), List.of("database", "migrate")))
                        .contains("Migrations run: 0.");
                assertThat(database.number(WAITING)).isLessThanOrEqualTo(16);
                holder.rollback();
            }

            assertThat(requests)
                    .allSatisfy(request -> assertThat(request.join().status()).isIn(200, 503));
        }
    }

    /** With one session for all, a connection has to wait while another holds it; with more, it gets another. */
    @ParameterizedTest
    @ValueSource(strings = {"default_pool_size = 1", "default_pool_size = 20"})
    void transactionMode_refusedBeforeAnythingIsWritten_untilItIsChanged(String size) throws IOException {
        try (PgBouncer pooler = new PgBouncer(folder, postgres, "pool_mode = transaction", size)) {
            Replica replica = premises.start(through(pooler));
            await().atMost(SOON).until(() -> replica.log().contains(REFUSED));

            assertThat(replica.readiness()).contains(REFUSED);
            assertThat(replica.isReady()).isFalse();
            assertThat(replica.activate("DEMO-ENTERPRISE").status()).isEqualTo(503);
            assertThatIllegalStateException()
                    .isThrownBy(() -> OperatorCommand.run(
                            ReleasedPackage.application(), settings(pooler), List.of("database", "migrate")))
                    .withMessageContaining("Failed: " + REFUSED);
            assertThat(database.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
                    .isEmpty();
            assertThat(replica.log().lines().filter(line -> line.contains("\"level\":\"ERROR\"")))
                    .hasSize(1);

            pooler.restart();
            long changed = System.nanoTime();

            assertThat(replica.awaitReady().activate("DEMO-ENTERPRISE").status())
                    .isEqualTo(200);
            Figures.report("PgBouncer in transaction mode with " + size + " was refused; the service worked "
                    + Figures.secondsSince(changed) + " s after it had session mode");
            assertThat(replica.readiness()).doesNotContain(REFUSED);
        }
    }

    private Map<String, String> settings(PgBouncer pooler) {
        Map<String, String> settings = new HashMap<>(premises.settings());
        settings.putAll(through(pooler));
        return settings;
    }

    private static Map<String, String> through(PgBouncer pooler) {
        Map<String, String> settings = new HashMap<>();
        settings.put("licensing.database.url", "postgresql://" + pooler.address());
        settings.put("licensing.database.timeout", "2S");
        settings.put("licensing.database.transaction-timeout", "5S");
        return settings;
    }

    private static void awaitStanding(Replica replica, Standing expected) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(replica.standing()).isEqualTo(expected));
    }
}
