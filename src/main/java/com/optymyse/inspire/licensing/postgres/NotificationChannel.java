package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.installation.StoreChanges;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Hears when a replica has changed the state. */
@ApplicationScoped
class NotificationChannel implements StoreChanges {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PAUSE_WHILE_NONE_WRITES = Duration.ofSeconds(5);
    private static final Duration CHECKED_EVERY = Duration.ofMinutes(1);

    private final Lines lines;
    private final Duration checkedEvery;
    private final Duration longestCheck;

    /** Where connections to listen on come from. */
    interface Lines {

        /** Connects to a server that can write, because a standby can't be listened to. */
        Future<SqlConnection> open();

        /** Calls back, until cancelled, when an earlier connection is of no use any more. */
        Cancellable onReplaced(Runnable replaced);

        /** Called when no server can write, or when the connected one no longer can. */
        void onlyReads();
    }

    @Inject
    NotificationChannel(DatabasePool database, DatabaseConfig config) {
        this(database.lines(), CHECKED_EVERY, config.transactionTimeout());
    }

    /**
     * @param checkedEvery how often it is made sure that PostgreSQL is still at the other end, and can still write
     * @param longestCheck how long PostgreSQL may take to answer that; then the connection is given up
     */
    NotificationChannel(Lines lines, Duration checkedEvery, Duration longestCheck) {
        this.lines = lines;
        this.checkedEvery = checkedEvery;
        this.longestCheck = longestCheck;
    }

    @Override
    public Multi<Hint> hints() {
        return Multi.createFrom()
                .<Hint>emitter(this::listen, BackPressureStrategy.LATEST)
                .onFailure(DatabaseFailure::isReadOnly)
                .invoke(failure -> lines.onlyReads())
                .onFailure(DatabaseFailure::isOne)
                .retry()
                .when(failures -> failures.onItem().transformToUniAndConcatenate(NotificationChannel::pause));
    }

    private static Uni<Long> pause(Throwable failure) {
        Duration pause = DatabaseFailure.isReadOnly(failure) ? PAUSE_WHILE_NONE_WRITES : PAUSE;
        return Uni.createFrom().item(1L).onItem().delayIt().by(pause);
    }

    /** Listens as long as the connection lasts and is of use. */
    private void listen(MultiEmitter<? super Hint> emitter) {
        lines.open().onFailure(emitter::fail).onSuccess(connection -> listen(connection, emitter));
    }

    private void listen(SqlConnection connection, MultiEmitter<? super Hint> emitter) {
        Cancellable checks = checks(connection).subscribe().with(alive -> {}, emitter::fail);
        Cancellable replacements = lines.onReplaced(() -> emitter.fail(ClosedConnectionException.INSTANCE));
        connection.closeHandler(closed -> emitter.fail(ClosedConnectionException.INSTANCE));
        PgConnection.cast(connection).notificationHandler(heard -> emitter.emit(Hint.NOTIFIED));
        emitter.onTermination(() -> {
            checks.cancel();
            replacements.cancel();
            connection.closeHandler(null);
            connection.close();
        });
        connection
                .query("LISTEN licensing")
                .execute()
                .onFailure(emitter::fail)
                .onSuccess(listening -> emitter.emit(Hint.LISTENING_BEGINS));
    }

    /** Checks the connection regularly. A client that only listens does not notice that the server is gone. */
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
                .completionStage(() -> Session.canWrite(connection).toCompletionStage())
                .ifNoItem()
                .after(longestCheck)
                .fail()
                .onItem()
                .transformToUni(writes ->
                        writes ? Uni.createFrom().voidItem() : Uni.createFrom().failure(OnlyReadableException::new));
    }
}
