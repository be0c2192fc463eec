package com.optymyse.inspire.licensing.postgres;

import io.quarkus.arc.InjectableInstance;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Hears when a replica has changed the state. */
@ApplicationScoped
public class ChangeListener {

    /** What is heard: that the state may be another one now, never the state itself. */
    public enum Hint {
        LISTENING_BEGINS,
        NOTIFIED
    }

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Looked up when it is used, because it can't be made where no database is configured. */
    private final InjectableInstance<Pool> pool;

    ChangeListener(InjectableInstance<Pool> pool) {
        this.pool = pool;
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

    /** Listens on a connection of its own, as long as that lasts. */
    private void listen(MultiEmitter<? super Hint> emitter) {
        pool.get().getConnection().onFailure(emitter::fail).onSuccess(connection -> listen(connection, emitter));
    }

    private static void listen(SqlConnection connection, MultiEmitter<? super Hint> emitter) {
        emitter.onTermination(connection::close);
        connection.closeHandler(closed -> emitter.fail(ClosedConnectionException.INSTANCE));
        PgConnection.cast(connection).notificationHandler(heard -> emitter.emit(Hint.NOTIFIED));
        connection
                .query("LISTEN licensing")
                .execute()
                .onFailure(emitter::fail)
                .onSuccess(listening -> emitter.emit(Hint.LISTENING_BEGINS));
    }
}
