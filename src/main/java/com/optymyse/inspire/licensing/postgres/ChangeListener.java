package com.optymyse.inspire.licensing.postgres;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;

/** Hears when a replica has changed the state. */
@ApplicationScoped
public class ChangeListener {

    /** What is heard: that the state may be another one now, never the state itself. */
    public enum Hint {
        LISTENING_BEGINS,
        NOTIFIED
    }

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration CHECKED_EVERY = Duration.ofMinutes(1);

    private final Supplier<Pool> lines;
    private final Duration checkedEvery;
    private final Duration longestCheck;

    @Inject
    ChangeListener(PoolSettings settings, DatabaseConfig config) {
        this(settings::poolOfOne, CHECKED_EVERY, config.transactionTimeout());
    }

    /**
     * @param lines makes a pool of one connection, which nobody else uses
     * @param checkedEvery how often it is made sure that PostgreSQL is still at the other end
     * @param longestCheck how long PostgreSQL may take to answer that; then the connection is given up
     */
    ChangeListener(Supplier<Pool> lines, Duration checkedEvery, Duration longestCheck) {
        this.lines = lines;
        this.checkedEvery = checkedEvery;
        this.longestCheck = longestCheck;
    }

    /**
     * A hint whenever the state may have changed, for ever. None is missed: what happened while it could not listen is one
     * hint once it can again, and what happens while a hint is being followed is one hint after that.
     */
    public Multi<Hint> hints() {
        return Multi.createFrom()
                .<Hint>emitter(this::listen, BackPressureStrategy.LATEST)
                .onFailure(DatabaseFailure::isOne)
                .retry()
                .withBackOff(PAUSE, PAUSE)
                .indefinitely();
    }

    /** Listens as long as the connection lasts. Its pool goes with it: what is left of a connection is given to nobody. */
    private void listen(MultiEmitter<? super Hint> emitter) {
        Pool line = lines.get();
        emitter.onTermination(line::close);
        line.getConnection().onFailure(emitter::fail).onSuccess(connection -> listen(line, connection, emitter));
    }

    private void listen(Pool line, SqlConnection connection, MultiEmitter<? super Hint> emitter) {
        Cancellable checks = checks(connection).subscribe().with(alive -> {}, emitter::fail);
        connection.closeHandler(closed -> emitter.fail(ClosedConnectionException.INSTANCE));
        PgConnection.cast(connection).notificationHandler(heard -> emitter.emit(Hint.NOTIFIED));
        emitter.onTermination(() -> {
            checks.cancel();
            connection.closeHandler(null);
            line.close();
        });
        connection
                .query("LISTEN licensing")
                .execute()
                .onFailure(emitter::fail)
                .onSuccess(listening -> emitter.emit(Hint.LISTENING_BEGINS));
    }

    /** Who only listens does not notice that the other end is gone, unless somebody there says so. */
    private Multi<Void> checks(SqlConnection connection) {
        return Multi.createFrom()
                .ticks()
                .every(checkedEvery)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> check(connection));
    }

    private Uni<Void> check(SqlConnection connection) {
        return Uni.createFrom()
                .completionStage(() -> connection.query("SELECT 1").execute().toCompletionStage())
                .ifNoItem()
                .after(longestCheck)
                .fail()
                .replaceWithVoid();
    }
}
