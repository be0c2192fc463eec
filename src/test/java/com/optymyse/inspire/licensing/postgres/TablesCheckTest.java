package com.optymyse.inspire.licensing.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.optymyse.inspire.licensing.installation.StartObstacle;
import com.optymyse.inspire.licensing.testing.EmbeddedServer;
import com.optymyse.inspire.licensing.testing.LogRecorder;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A service that does not migrate itself, and connects as the lesser role. */
class TablesCheckTest {

    private static final Duration SOON = Duration.ofMinutes(1);

    private final TestSchema schema = new TestSchema();
    private final Vertx vertx = Vertx.vertx();
    private final StartObstacle obstacle = new StartObstacle();
    private final LogRecorder log = LogRecorder.start();

    @AfterEach
    void close() throws Exception {
        log.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
    }

    @Test
    void passed_tablesNotMade_saysItOnceAndGoesOnWhenTheyAre() throws Exception {
        CompletableFuture<Void> passed = check("public").passed().subscribeAsCompletionStage();
        awaitSaid(MigrationObstacle.NO_TABLES);

        makeTables();

        passed.get(1, TimeUnit.MINUTES);
        assertThat(obstacle.sentences()).isEmpty();
        assertThat(log.lines(Level.SEVERE, MigrationObstacle.NO_TABLES)).hasSize(1);
    }

    @Test
    void passed_schemaNotThere_saysSo() throws SQLException {
        makeTables();

        CompletableFuture<Void> passed = check("elsewhere").passed().subscribeAsCompletionStage();

        awaitSaid(MigrationObstacle.NO_SCHEMA);
        assertThat(passed).isNotDone();
    }

    @Test
    void passed_tablesOfAnOlderVersion_saysSo() throws SQLException {
        makeTables();
        schema.executeAsOwner("UPDATE flyway_schema_history SET version = '0'");

        CompletableFuture<Void> passed = check("public").passed().subscribeAsCompletionStage();

        awaitSaid(MigrationObstacle.OLDER_TABLES);
        assertThat(passed).isNotDone();
    }

    @Test
    void passed_tablesOfADevelopmentVersion_saysThatTheyCantBeUsed() throws SQLException {
        makeTables();
        schema.executeAsOwner("UPDATE flyway_schema_history SET checksum = checksum + 1");

        CompletableFuture<Void> passed = check("public").passed().subscribeAsCompletionStage();

        awaitSaid(MigrationObstacle.OTHER_HISTORY);
        assertThat(passed).isNotDone();
    }

    /** Somebody may grant by hand, and forget what the service has no use for. */
    @Test
    void passed_historyNotGranted_goesOn() throws Exception {
        schema.migrate();

        check("public").passed().subscribeAsCompletionStage().get(1, TimeUnit.MINUTES);

        assertThat(obstacle.sentences()).isEmpty();
    }

    @Test
    void unread_tableNotGranted_saysWhatToDoUntilItIsRead() {
        schema.migrate();
        Pool pool = pool("public");
        Throwable refused =
                catchThrowable(() -> pool.query("SELECT id FROM installation").executeAndAwait());
        TablesCheck check = new TablesCheck(pool, () -> Optional.of(refused), obstacle);

        check.unread();

        assertThat(obstacle.sentences())
                .hasValueSatisfying(said -> assertThat(said)
                        .contains("with --grant-to and the role's name")
                        .contains("permission denied for table installation"));
        check.read();
        assertThat(obstacle.sentences()).isEmpty();
    }

    private void makeTables() throws SQLException {
        schema.migrate();
        schema.giveTo(EmbeddedServer.SERVICE_ROLE);
    }

    private void awaitSaid(String sentences) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(obstacle.sentences()).contains(sentences));
    }

    private TablesCheck check(String searchPath) {
        return new TablesCheck(pool(searchPath), Optional::empty, obstacle);
    }

    private Pool pool(String searchPath) {
        String address = schema.url().substring("jdbc:".length());
        return Pool.newInstance(PgBuilder.pool()
                .using(vertx)
                .connectingTo(PgConnectOptions.fromUri(address)
                        .setUser(EmbeddedServer.SERVICE_ROLE)
                        .setPassword("")
                        .addProperty("search_path", searchPath))
                .build());
    }
}
