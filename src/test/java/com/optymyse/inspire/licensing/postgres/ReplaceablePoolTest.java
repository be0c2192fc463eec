package com.optymyse.inspire.licensing.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.optymyse.inspire.licensing.incident.Incident;
import com.optymyse.inspire.licensing.incident.Incidents;
import com.optymyse.inspire.licensing.testing.EmbeddedServer;
import com.optymyse.inspire.licensing.testing.LogRecorder;
import com.optymyse.inspire.licensing.testing.PostgresLine;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplaceablePoolTest {

    private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(30);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final String WRITES_AGAIN = "It can be written again.";

    private final String address = EmbeddedServer.newDatabase();
    private final String database = address.substring(address.indexOf('/') + 1);
    private final PostgresLine line = new PostgresLine(address);
    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger replacements = new AtomicInteger();
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();
    private final Incidents incidents = new Incidents(nanos::get);

    /** No connection begins before it is open. */
    private volatile CountDownLatch gate = new CountDownLatch(0);

    private ReplaceablePool pool;

    /** The line, without anything else. */
    private final class Line implements ConnectSettings {

        @Override
        public List<PgConnectOptions> hosts() throws IOException {
            try {
                gate.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted before the gate.", interrupted);
            }
            return List.of(PgConnectOptions.fromUri("postgresql://" + line.address())
                    .setUser(EmbeddedServer.user())
                    .setPassword(EmbeddedServer.user()));
        }

        @Override
        public int hostCount() {
            return 1;
        }

        @Override
        public String sessionSql() {
            return "";
        }
    }

    @BeforeEach
    void open() {
        Connector connector = new Connector(vertx, new Line(), List.of(), LONGEST_ATTEMPT, LONGEST_ANSWER);
        pool = new ReplaceablePool(
                vertx,
                connector,
                number -> {
                    made.incrementAndGet();
                    return PgBuilder.pool()
                            .using(vertx)
                            .with(new PoolOptions().setMaxSize(2))
                            .connectingTo(new PgConnectOptions())
                            .build();
                },
                incidents.watch(WRITES_AGAIN));
        pool.onReplaced(replacements::incrementAndGet);
    }

    @AfterEach
    void close() throws IOException {
        result(vertx.close());
        line.close();
    }

    @Test
    void getConnection_notAdmittedYet_isRefused() {
        assertThatThrownBy(() -> result(pool.getConnection())).hasMessageContaining("not checked yet");
    }

    /** A statement that was not even prepared: then the driver has nothing to ask the server to close. */
    @Test
    void statementUnanswered_otherConnectionsAreMade_poolIsReplacedAndNothingIsLeftOpen() {
        pool.admit();
        assertThat(number("SELECT 1")).isEqualTo(1);

        line.fallSilent();
        Future<RowSet<Row>> lost = pool.preparedQuery("SELECT 2").execute();

        await().atMost(SOON).untilAsserted(() -> assertThat(replacements).hasPositiveValue());
        assertThat(number("SELECT 3")).isEqualTo(3);
        await().atMost(SOON).until(lost::isComplete);
        assertThat(lost.failed()).isTrue();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                number("SELECT count(*)::int FROM pg_stat_activity WHERE datname = '" + database + "'"))
                        .isLessThanOrEqualTo(2));
    }

    @Test
    void onlyRead_untilTheServerCanWrite_readsAndIsReplacedThen() {
        EmbeddedServer.execute(address, "ALTER DATABASE " + database + " SET default_transaction_read_only = on");
        pool.admit();

        assertThat(number("SELECT 1")).isEqualTo(1);
        assertThat(pool.onlyReads()).isTrue();
        assertThatThrownBy(() -> number("CREATE TABLE one (id int)"))
                .isInstanceOfSatisfying(
                        Exception.class,
                        refused ->
                                assertThat(DatabaseFailure.isReadOnly(refused)).isTrue());
        assertThat(replacements).hasValue(0);

        // From another database, because this one can't be written.
        EmbeddedServer.execute(
                address.replace(database, "postgres"),
                "ALTER DATABASE " + database + " RESET default_transaction_read_only");

        await().atMost(SOON).untilAsserted(() -> assertThat(replacements).hasValue(1));
        assertThat(pool.onlyReads()).isFalse();
        result(pool.query("CREATE TABLE one (id int)").execute());
    }

    /** However often it comes back for less than that. */
    @Test
    void onlyRead_againAndAgain_isOneWarningAndOneWhenItHasBeenOverFor30Seconds() {
        pool.admit();

        try (LogRecorder log = LogRecorder.start()) {
            pool.doubtOfServer().run();
            await().atMost(SOON).untilAsserted(() -> assertThat(replacements).hasValue(1));
            pool.doubtOfServer().run();
            await().atMost(SOON).untilAsserted(() -> assertThat(replacements).hasValue(2));
            incidents.look();
            assertThat(log.lines(Level.INFO, ""))
                    .singleElement()
                    .asString()
                    .startsWith("PostgreSQL is read-only at the moment");

            nanos.addAndGet(Incident.QUIET.toNanos());
            incidents.look();

            assertThat(log.lines(Level.WARNING, "")).hasSize(2).last().isEqualTo(WRITES_AGAIN);
        }
    }

    /** As a read finds it out, which a former primary answers like any other server. */
    @Test
    void doubtOfServer_aConnectionWrites_isReplacedOnce() {
        pool.admit();
        Runnable doubt = pool.doubtOfServer();

        doubt.run();

        await().atMost(SOON).untilAsserted(() -> assertThat(replacements).hasValue(1));
        doubt.run();
        assertThat(pool.onlyReads()).isFalse();
    }

    /** What is asked for when the service ends comes too late. */
    @Test
    void close_whileAServerThatWritesIsLookedFor_makesNoPoolAnyMore() {
        pool.admit();
        assertThat(number("SELECT 1")).isEqualTo(1);
        gate = new CountDownLatch(1);
        pool.doubtOfServer().run();

        result(pool.close());
        gate.countDown();

        // The pool's own, and the one outside it; both are over.
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(ask("SELECT sessions FROM pg_stat_database WHERE datname = ?"))
                    .isEqualTo(2);
            assertThat(ask("SELECT count(*) FROM pg_stat_activity WHERE datname = ?"))
                    .isZero();
        });
        assertThat(made).hasValue(1);
    }

    /** From another database, which is not counted. */
    private long ask(String question) throws SQLException {
        try (Connection connection =
                        EmbeddedServer.connect(address.replace(database, "postgres"), EmbeddedServer.user());
                PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, database);
            ResultSet row = statement.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    private int number(String sql) {
        return result(pool.query(sql).execute()).iterator().next().getInteger(0);
    }

    private static <T> T result(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(SOON.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
