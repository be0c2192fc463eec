package com.optymyse.inspire.licensing.postgres;

import io.netty.channel.Channel;
import io.quarkus.logging.Log;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.metrics.ClientMetrics;
import io.vertx.core.tracing.TracingPolicy;
import io.vertx.sqlclient.impl.Connection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.command.CommandBase;
import io.vertx.sqlclient.spi.DatabaseMetadata;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A connection that tells of statements without an answer, and that can be closed in any case. The driver's own close waits for
 * the server, and a line that swallows packets never brings its answer.
 */
final class WatchedConnection implements Connection {

    private static final long LONGEST_CLOSE_MILLIS = 2_000;
    private static final long NONE = -1;

    private final Connection inner;
    private final Vertx vertx;
    private final long longestMillis;
    private final Runnable ended;

    private volatile Consumer<ServerDoubt> onDoubt = doubt -> {};
    private int unanswered;
    private long timer = NONE;

    /**
     * @param longest the time without any answer after which a statement counts as unanswered
     * @param ended is run once the connection is closed, whoever closed it
     */
    WatchedConnection(Connection inner, Vertx vertx, Duration longest, Runnable ended) {
        this.inner = inner;
        this.vertx = vertx;
        this.longestMillis = longest.toMillis();
        this.ended = ended;
    }

    /** From now on, {@code told} learns what makes the connection useless. It may be called more than once. */
    void onDoubt(Consumer<ServerDoubt> told) {
        onDoubt = told;
    }

    /** Closes the socket at once, whatever the server does. Every statement that waits for an answer fails. */
    void cut() {
        Channel channel = ((SocketConnectionBase) inner.unwrap())
                .socket()
                .channelHandlerContext()
                .channel();
        // Not by its pipeline, in which the driver turns a close into a request to the server.
        channel.eventLoop().execute(() -> channel.unsafe().close(channel.voidPromise()));
    }

    @Override
    public <R> Future<R> schedule(ContextInternal context, CommandBase<R> command) {
        asked();
        return inner.schedule(context, command).onComplete(answer -> answered(answer.cause()));
    }

    @Override
    public void close(Holder holder, Promise<Void> promise) {
        Promise<Void> closed = Promise.promise();
        long timeout = vertx.setTimer(LONGEST_CLOSE_MILLIS, late -> cut());
        closed.future().onComplete(done -> vertx.cancelTimer(timeout)).onComplete(promise);
        inner.close(holder, closed);
    }

    private synchronized void asked() {
        unanswered++;
        if (unanswered == 1) {
            wind();
        }
    }

    private void answered(@Nullable Throwable failure) {
        synchronized (this) {
            unanswered--;
            vertx.cancelTimer(timer);
            if (unanswered > 0) {
                wind();
            }
        }
        if (failure != null && DatabaseFailure.isReadOnly(failure)) {
            onDoubt.accept(ServerDoubt.READ_ONLY);
        }
    }

    private void wind() {
        timer = vertx.setTimer(longestMillis, late -> onDoubt.accept(ServerDoubt.UNANSWERED));
    }

    @Override
    public boolean isIndeterminatePreparedStatementError(Throwable error) {
        return inner.isIndeterminatePreparedStatementError(error);
    }

    @Override
    public int pipeliningLimit() {
        return inner.pipeliningLimit();
    }

    @Override
    public TracingPolicy tracingPolicy() {
        return inner.tracingPolicy();
    }

    @Override
    public SocketAddress server() {
        return inner.server();
    }

    @Override
    public String system() {
        return inner.system();
    }

    @Override
    public String database() {
        return inner.database();
    }

    @Override
    public String user() {
        return inner.user();
    }

    @Override
    @SuppressWarnings("rawtypes") // The driver declares it so.
    public ClientMetrics metrics() {
        return inner.metrics();
    }

    @Override
    public void init(Holder holder) {
        inner.init(new Quiet(holder, ended));
    }

    /**
     * Suppresses the stack trace that the driver prints when a connection ends. Whoever waits for an answer is told by its
     * statement, and a connection that nobody uses may end.
     */
    private record Quiet(Holder holder, Runnable ended) implements Holder {

        @Override
        public void handleEvent(Object event) {
            holder.handleEvent(event);
        }

        @Override
        public void handleClosed() {
            holder.handleClosed();
            ended.run();
        }

        @Override
        public void handleException(Throwable failure) {
            Log.debugf(failure, "A connection to PostgreSQL has ended.");
        }
    }

    @Override
    public boolean isSsl() {
        return inner.isSsl();
    }

    @Override
    public boolean isValid() {
        return inner.isValid();
    }

    @Override
    public DatabaseMetadata getDatabaseMetaData() {
        return inner.getDatabaseMetaData();
    }

    @Override
    public int getProcessId() {
        return inner.getProcessId();
    }

    @Override
    public int getSecretKey() {
        return inner.getSecretKey();
    }
}
