package com.optymyse.inspire.licensing.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.testing.EmbeddedServer;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import com.optymyse.inspire.licensing.testing.PostgresControl;
import com.optymyse.inspire.licensing.testing.PostgresLine;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NotificationChannelComponentTest extends LicensingTest {

    @Inject
    NotificationChannel listener;

    @Inject
    Database database;

    @Inject
    Vertx vertx;

    @ConfigProperty(name = "licensing.database.url")
    String url;

    PostgresControl postgres;

    private final Semaphore hints = new Semaphore(0);
    private Cancellable listening;

    @BeforeEach
    void listen() throws InterruptedException {
        listening = listener.hints().subscribe().with(hint -> hints.release());
        awaitHint();
    }

    @AfterEach
    void stop() {
        listening.cancel();
        postgres.comeBack();
    }

    @Test
    void listen_anotherReplicaChangesTheState_hints() throws InterruptedException {
        database.execute("NOTIFY licensing, '1'");

        awaitHint();
    }

    @Test
    void listen_afterAnOutage_hintsWithoutANotification() throws InterruptedException {
        postgres.goAway();
        postgres.comeBack();

        awaitHint();

        database.execute("NOTIFY licensing, '1'");
        awaitHint();
    }

    /** No packet tells that the other end is gone, so that only a question finds it out. */
    @Test
    void listen_otherEndFallsSilent_noticedAndHeardAgain() throws Exception {
        try (PostgresLine line = new PostgresLine(url.substring("postgresql://".length()))) {
            NotificationChannel far =
                    new NotificationChannel(new Far(line), Duration.ofMillis(200), Duration.ofSeconds(1));
            listening.cancel();
            listening = far.hints().subscribe().with(hint -> hints.release());
            awaitHint();
            hints.drainPermits();

            line.fallSilent();
            database.execute("NOTIFY licensing, '1'");

            awaitHint();
            database.execute("NOTIFY licensing, '2'");
            awaitHint();
            listening.cancel();
        }
    }

    /** Whatever made the pool's connections useless may have done so to this one. */
    @Test
    void listen_poolReplaced_goesOnOverAnotherConnection() throws Exception {
        try (PostgresLine line = new PostgresLine(url.substring("postgresql://".length()))) {
            Far lines = new Far(line);
            NotificationChannel far = new NotificationChannel(lines, Duration.ofHours(1), Duration.ofSeconds(30));
            listening.cancel();
            listening = far.hints().subscribe().with(hint -> hints.release());
            awaitHint();
            hints.drainPermits();
            SqlConnection before = lines.opened;

            lines.replacement.run();

            awaitHint();
            assertThat(lines.opened).isNotSameAs(before);
            database.execute("NOTIFY licensing, '1'");
            awaitHint();
            listening.cancel();
        }
    }

    /** As a former primary does after a switch: it answers, but what others write does not come to it. */
    @Test
    void listen_otherEndToldToWriteNoMore_isToldAndHeardElsewhere() throws Exception {
        try (PostgresLine line = new PostgresLine(url.substring("postgresql://".length()))) {
            Far lines = new Far(line);
            NotificationChannel far = new NotificationChannel(lines, Duration.ofMillis(200), Duration.ofSeconds(30));
            listening.cancel();
            listening = far.hints().subscribe().with(hint -> hints.release());
            awaitHint();
            hints.drainPermits();

            lines.opened
                    .query("SET default_transaction_read_only = on")
                    .execute()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(30, TimeUnit.SECONDS);

            awaitHint();
            assertThat(lines.doubts).hasValue(1);
            listening.cancel();
        }
    }

    private void awaitHint() throws InterruptedException {
        assertThat(hints.tryAcquire(30, TimeUnit.SECONDS)).as("a hint came").isTrue();
    }

    /** Connections over a line that can fall silent. */
    private final class Far implements ConnectSettings, NotificationChannel.Lines {

        private final Connector connector;
        private final PostgresLine line;
        private final AtomicInteger doubts = new AtomicInteger();
        private volatile SqlConnection opened;
        private volatile Runnable replacement = () -> {};

        private Far(PostgresLine line) {
            this.line = line;
            this.connector = new Connector(vertx, this, List.of(), Duration.ofSeconds(30), Duration.ofSeconds(30));
        }

        @Override
        public List<PgConnectOptions> hosts() {
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

        @Override
        public Future<SqlConnection> open() {
            return connector.connectToWrite().map(Connector.Reached::connection).onSuccess(made -> opened = made);
        }

        @Override
        public void onlyReads() {
            doubts.incrementAndGet();
        }

        @Override
        public Cancellable onReplaced(Runnable replaced) {
            replacement = replaced;
            return () -> {};
        }
    }
}
