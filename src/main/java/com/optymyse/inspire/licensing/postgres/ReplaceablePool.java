package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.incident.Incidents;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgPool;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PrepareOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A connection pool that is replaced when its connections do not work any more. Whoever has the pool has the present one at
 * each call.
 */
@SuppressWarnings("deprecation") // Quarkus takes no other type, and connections are made in no other way.
final class ReplaceablePool implements PgPool {

    private static final long ASK_EVERY_MILLIS = 5_000;
    private static final long BUSY_MILLIS = 5_000;

    private final Vertx vertx;
    private final Connector connector;
    private final IntFunction<Pool> pools;
    private final Incidents.Watched writing;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final AtomicReference<PoolState> state = new AtomicReference<>(PoolState.FIRST);
    private volatile Pool present;
    private volatile boolean admitted;
    private volatile boolean closed;

    /**
     * @param pools makes the pool with a given number; a new pool has no connections yet
     * @param writing whether PostgreSQL can be written, for the operator
     */
    ReplaceablePool(Vertx vertx, Connector connector, IntFunction<Pool> pools, Incidents.Watched writing) {
        this.vertx = vertx;
        this.connector = connector;
        this.pools = pools;
        this.writing = writing;
        this.present = pool(state.get().pool());
    }

    /** Lets connections be made. Until then it refuses them, because it is not certain yet that each has a session of its own. */
    void admit() {
        admitted = true;
    }

    /** Whether the present pool's server can only be read. */
    boolean onlyReads() {
        return state.get().doubt() == ServerDoubt.READ_ONLY;
    }

    /**
     * To be run when something else than a statement has found out that the server of the present pool can only be read. It
     * says nothing of a pool that has taken its place meanwhile.
     */
    Runnable doubtOfServer() {
        int number = state.get().pool();
        return () -> doubted(number, ServerDoubt.READ_ONLY);
    }

    /** Calls back after each replacement, until it is cancelled. */
    Cancellable onReplaced(Runnable watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    private Pool pool(int number) {
        return pools.apply(number).connectionProvider(context -> connect(context, number));
    }

    private Future<SqlConnection> connect(Context context, int number) {
        if (!admitted) {
            return Future.failedFuture(new IOException("the connections to PostgreSQL were not checked yet"));
        }
        return connector.connect(context).map(reached -> {
            reached.watched().onDoubt(doubt -> doubted(number, doubt));
            if (!reached.writes()) {
                doubted(number, ServerDoubt.READ_ONLY);
            }
            return reached.connection();
        });
    }

    private void doubted(int number, ServerDoubt doubt) {
        if (isFirst(number, doubt)) {
            ask();
        }
    }

    /** Whether nothing spoke against the pool before. The operator is told of doubts and replacements in their order. */
    private synchronized boolean isFirst(int number, ServerDoubt doubt) {
        PoolState before = state.getAndUpdate(known -> known.doubted(number, doubt));
        if (before.equals(state.get())) {
            return false;
        }
        if (doubt == ServerDoubt.READ_ONLY) {
            writing.failed(() -> "PostgreSQL is read-only at the moment, so nothing can be changed. The service checks"
                    + " every " + ASK_EVERY_MILLIS / 1_000 + " seconds whether a server accepts writes.");
        }
        return !before.isDoubted();
    }

    /** Opens a connection outside the pool, because only that shows whether another pool would be better. */
    private void ask() {
        if (closed) {
            return;
        }
        connector.connectToWrite().onComplete(tried -> {
            if (tried.succeeded()) {
                replace();
                tried.result().connection().close();
            } else {
                vertx.setTimer(ASK_EVERY_MILLIS, again -> ask());
            }
        });
    }

    private void replace() {
        Pool old = present;
        ServerDoubt doubt = takePlace();
        if (doubt == null) {
            return;
        }
        if (doubt == ServerDoubt.UNANSWERED) {
            Log.info("A statement got no answer although PostgreSQL can be reached. The service replaced its"
                    + " connections.");
        }
        vertx.setTimer(BUSY_MILLIS, over -> old.close());
        watchers.forEach(Runnable::run);
    }

    /**
     * Replaces the pool and returns the reason; null when it was not replaced. Whoever closes it has closed the last one
     * that there is.
     */
    private synchronized @Nullable ServerDoubt takePlace() {
        PoolState doubted = state.get();
        if (closed || !doubted.isDoubted()) {
            return null;
        }
        PoolState next = doubted.tried(true);
        state.set(next);
        present = pool(next.pool());
        writing.worked();
        return doubted.doubt();
    }

    @Override
    public Future<SqlConnection> getConnection() {
        return present.getConnection();
    }

    @Override
    public void getConnection(Handler<AsyncResult<SqlConnection>> handler) {
        present.getConnection(handler);
    }

    @Override
    public Query<RowSet<Row>> query(String sql) {
        return present.query(sql);
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql) {
        return present.preparedQuery(sql);
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql, PrepareOptions options) {
        return present.preparedQuery(sql, options);
    }

    @Override
    public int size() {
        return present.size();
    }

    @Override
    public synchronized Future<Void> close() {
        closed = true;
        return present.close();
    }

    @Override
    public void close(Handler<AsyncResult<Void>> handler) {
        close().onComplete(handler);
    }

    @Override
    public PgPool connectHandler(Handler<SqlConnection> handler) {
        throw new UnsupportedOperationException("Only the Connector makes connections.");
    }

    @Override
    public PgPool connectionProvider(Function<Context, Future<SqlConnection>> provider) {
        throw new UnsupportedOperationException("Only the Connector makes connections.");
    }
}
