package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.incident.Incidents;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The pool settings that Quarkus does not have. A request fails soon when PostgreSQL is away, hangs, is overloaded or was
 * replaced, and a replica that dies during a change does not block the others for longer.
 */
@Singleton
class DatabasePool implements PgPoolCreator {

    private static final int MAX_WAITING = 500;
    private static final Duration LONGEST_IDLE = Duration.ofMinutes(1);
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(15);

    /**
     * How long to wait for an answer after the timeout, at which a server that works ends the statement. By then its answer
     * has come, or does not come any more.
     */
    private static final Duration LONGEST_WAY = Duration.ofSeconds(3);

    private final DatabaseConfig config;
    private final ConnectSettings servers;
    private final Incidents incidents;

    /** Looked up when it is used, because it can't be made where no database is configured. */
    private final InjectableInstance<Pool> pool;

    private volatile @Nullable Made made;

    private record Made(Connector connector, ReplaceablePool pool) {}

    DatabasePool(DatabaseConfig config, ConnectSettings servers, Incidents incidents, InjectableInstance<Pool> pool) {
        this.config = config;
        this.servers = servers;
        this.incidents = incidents;
        this.pool = pool;
    }

    @Override
    public Pool create(Input input) {
        Connector connector = new Connector(
                input.vertx(),
                servers,
                timeouts(config.timeout(), config.transactionTimeout()),
                config.timeout(),
                config.timeout().plus(LONGEST_WAY));
        ReplaceablePool pool = new ReplaceablePool(
                input.vertx(),
                connector,
                number -> pool(input.vertx(), input.poolOptions(), number),
                incidents.watch("PostgreSQL can be written again."));
        made = new Made(connector, pool);
        return pool;
    }

    /** Connections outside the pool that go with it. */
    NotificationChannel.Lines lines() {
        return new NotificationChannel.Lines() {
            @Override
            public Future<SqlConnection> open() {
                return made().connector().connectToWrite().map(Connector.Reached::connection);
            }

            @Override
            public Cancellable onReplaced(Runnable replaced) {
                return made().pool().onReplaced(replaced);
            }

            @Override
            public void onlyReads() {
                doubtOfServer().run();
            }
        };
    }

    /** Lets the pool make its connections, once it is certain that each has a session of its own. */
    void admit() {
        made().pool().admit();
    }

    /** A connection outside the pool, with nothing set in its session. */
    Future<SqlConnection> connectPlainly() {
        return made().connector().connectPlainly();
    }

    /** To be run when it turns out that the server, which the pool is connected to now, can only be read. */
    Runnable doubtOfServer() {
        return made().pool().doubtOfServer();
    }

    /** Whether no server can write, as far as is known. */
    boolean onlyReads() {
        Made known = made;
        return known != null && known.pool().onlyReads();
    }

    private Made made() {
        // Quarkus makes it when it is used first.
        pool.get().size();
        Made known = made;
        if (known == null) {
            throw new IllegalStateException("There is no database to connect to.");
        }
        return known;
    }

    static List<String> timeouts(Duration statement, Duration transaction) {
        return List.of(
                "SET lock_timeout = " + statement.toMillis(),
                "SET statement_timeout = " + statement.toMillis(),
                "SET idle_in_transaction_session_timeout = " + transaction.toMillis());
    }

    /**
     * How long the pool lets its caller wait for a connection. It has to look at each host, as long as one may take, and no
     * caller waits longer than for a transaction.
     */
    static Duration longestWait(Duration host, int hosts, Duration transaction) {
        Duration all = host.multipliedBy(hosts);
        return all.compareTo(transaction) < 0 ? all : transaction;
    }

    static PoolOptions bounded(PoolOptions options, Duration timeout, int number) {
        return new PoolOptions(options)
                // So that the figures of two of them are kept apart.
                .setName("postgres-" + number)
                .setMaxWaitQueueSize(MAX_WAITING)
                .setConnectionTimeout(Math.toIntExact(timeout.toMillis()))
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout(Math.toIntExact(LONGEST_IDLE.toSeconds()))
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setMaxLifetime(Math.toIntExact(LONGEST_LIFE.toSeconds()))
                .setMaxLifetimeUnit(TimeUnit.SECONDS);
    }

    private Pool pool(Vertx vertx, PoolOptions options, int number) {
        Duration wait = longestWait(config.timeout(), servers.hostCount(), config.transactionTimeout());
        return PgBuilder.pool()
                .using(vertx)
                .with(bounded(options, wait, number))
                // The connection provider has the addresses.
                .connectingTo(new PgConnectOptions())
                .build();
    }
}
