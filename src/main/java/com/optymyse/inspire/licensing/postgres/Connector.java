package com.optymyse.inspire.licensing.postgres;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import io.vertx.pgclient.spi.PgDriver;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SqlConnectionBase;
import io.vertx.sqlclient.spi.ConnectionFactory;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the connections to PostgreSQL, server by server in the configured order. A connection is not handed out before its
 * session has its settings and it is known whether it can write.
 */
final class Connector {

    /**
     * A new connection.
     *
     * @param connection for SQL
     * @param watched the same, to watch and to cut it
     * @param writes whether its server can write; else it is a standby, or is told to be read only
     */
    record Reached(SqlConnection connection, WatchedConnection watched, boolean writes) {}

    private final VertxInternal vertx;
    private final ConnectSettings servers;
    private final List<String> sessionSettings;
    private final Duration longestAttempt;
    private final Duration longestAnswer;

    /**
     * @param sessionSettings SET statements that each session begins with, after those of the address
     * @param longestAttempt how long one server may take, for all that is done to a new connection
     * @param longestAnswer after how long a statement counts as unanswered
     */
    Connector(
            Vertx vertx,
            ConnectSettings servers,
            List<String> sessionSettings,
            Duration longestAttempt,
            Duration longestAnswer) {
        this.vertx = (VertxInternal) vertx;
        this.servers = servers;
        this.sessionSettings = sessionSettings;
        this.longestAttempt = longestAttempt;
        this.longestAnswer = longestAnswer;
    }

    /** Connects to the first server that can write, else to the first that can be read; fails when there is none. */
    Future<Reached> connect(Context context) {
        return connect((ContextInternal) context, Session::begin);
    }

    /** Connects to a server outside of any pool; fails when no server can write. */
    Future<Reached> connectToWrite() {
        return connect(vertx.createEventLoopContext()).compose(reached -> {
            if (reached.writes()) {
                return Future.succeededFuture(reached);
            }
            reached.connection().close();
            return Future.failedFuture(new OnlyReadableException());
        });
    }

    /** Connects to a server outside of any pool, and sets nothing in the session. */
    Future<SqlConnection> connectPlainly() {
        return connect(vertx.createEventLoopContext(), (connection, settings) -> Session.canWrite(connection))
                .map(Reached::connection);
    }

    private Future<Reached> connect(ContextInternal context, Beginning beginning) {
        return context.executeBlocking(() -> new Search(context, servers.hosts().iterator(), beginning), false)
                .compose(search -> requireNonNull(search, "A search was made.").next(null, null));
    }

    /** What is done with a new connection. It tells whether the server can write. */
    private interface Beginning {

        Future<Boolean> with(SqlConnection connection, List<String> settings);
    }

    /** One look through the servers. */
    private final class Search {

        private final ContextInternal context;
        private final Iterator<PgConnectOptions> rest;
        private final Beginning beginning;

        private Search(ContextInternal context, Iterator<PgConnectOptions> rest, Beginning beginning) {
            this.context = context;
            this.rest = rest;
            this.beginning = beginning;
        }

        private Future<Reached> next(@Nullable Reached readable, @Nullable Throwable failure) {
            if (!rest.hasNext()) {
                return readable != null ? Future.succeededFuture(readable) : Future.failedFuture(unreachable(failure));
            }
            return attempt(context, rest.next(), beginning)
                    .compose(
                            reached -> weigh(readable, reached),
                            failed -> next(readable, failure == null ? failed : failure));
        }

        /** Keeps one connection: to a server that can write, else the first one that can be read. */
        private Future<Reached> weigh(@Nullable Reached readable, Reached reached) {
            if (readable != null) {
                (reached.writes() ? readable : reached).connection().close();
            }
            return reached.writes()
                    ? Future.succeededFuture(reached)
                    : next(readable == null ? reached : readable, null);
        }
    }

    private Future<Reached> attempt(ContextInternal context, PgConnectOptions server, Beginning beginning) {
        Promise<Reached> promise = context.promise();
        AtomicReference<@Nullable Reached> opened = new AtomicReference<>();
        List<ConnectionFactory> factories = factories(server);
        long timer = vertx.setTimer(longestAttempt.toMillis(), late -> {
            if (promise.tryFail(tooLate(server))) {
                cut(opened.get());
                // A connection that is not open yet is known to them alone.
                factories.forEach(factory -> factory.close(Promise.promise()));
            }
        });
        open(context, factories.iterator())
                .onSuccess(opened::set)
                .compose(reached -> beginning
                        .with(reached.connection(), settings())
                        .map(writes -> new Reached(reached.connection(), reached.watched(), writes)))
                .onComplete(result -> {
                    vertx.cancelTimer(timer);
                    boolean awaited =
                            result.succeeded() ? promise.tryComplete(result.result()) : promise.tryFail(result.cause());
                    if (!awaited) {
                        cut(opened.get());
                    } else if (result.failed()) {
                        close(opened.get());
                    }
                });
        return promise.future();
    }

    /**
     * One for each way to encrypt, in the order in which they are tried. They are of this connection alone, because a factory
     * goes on with the certificates that it has begun with.
     */
    private List<ConnectionFactory> factories(PgConnectOptions server) {
        return ways(server.getSslMode()).stream()
                .map(way -> new PgConnectOptions(server)
                        .setSslMode(way)
                        .setReconnectAttempts(0)
                        .setConnectTimeout(Math.toIntExact(longestAttempt.toMillis())))
                .map(options -> PgDriver.INSTANCE.createConnectionFactory(vertx, options))
                .toList();
    }

    /** The driver falls back, too, but leaves the socket of its first try open. */
    private static List<SslMode> ways(SslMode mode) {
        return switch (mode) {
            case PREFER -> List.of(SslMode.REQUIRE, SslMode.DISABLE);
            case ALLOW -> List.of(SslMode.DISABLE, SslMode.REQUIRE);
            case DISABLE, REQUIRE, VERIFY_CA, VERIFY_FULL -> List.of(mode);
        };
    }

    private Future<Reached> open(ContextInternal context, Iterator<ConnectionFactory> factories) {
        ConnectionFactory factory = factories.next();
        return factory.connect(context)
                .map(connection -> watch(context, factory, connection))
                .recover(failure -> {
                    factory.close(Promise.promise());
                    return factories.hasNext() ? open(context, factories) : Future.failedFuture(failure);
                });
    }

    private Reached watch(ContextInternal context, ConnectionFactory factory, SqlConnection connection) {
        WatchedConnection watched = new WatchedConnection(
                ((SqlConnectionBase<?>) connection).unwrap(),
                vertx,
                longestAnswer,
                () -> factory.close(Promise.promise()));
        var wrapped = PgDriver.INSTANCE.wrapConnection(context, factory, watched);
        watched.init(wrapped);
        return new Reached(wrapped, watched, false);
    }

    private List<String> settings() {
        return Stream.concat(Stream.of(servers.sessionSql()), sessionSettings.stream())
                .filter(sql -> !sql.isEmpty())
                .toList();
    }

    /** The failure of every connection that can't be made. It is no fault of a statement. */
    private static IOException unreachable(@Nullable Throwable failure) {
        return new IOException("no connection to PostgreSQL can be made", failure);
    }

    private static void cut(@Nullable Reached opened) {
        if (opened != null) {
            opened.watched().cut();
        }
    }

    private static void close(@Nullable Reached opened) {
        if (opened != null) {
            opened.connection().close();
        }
    }

    private SocketTimeoutException tooLate(PgConnectOptions server) {
        return new SocketTimeoutException(server.getHost() + ":" + server.getPort() + " did not answer within "
                + longestAttempt.toMillis() + " ms");
    }
}
