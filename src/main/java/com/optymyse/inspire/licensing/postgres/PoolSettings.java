package com.optymyse.inspire.licensing.postgres;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What Quarkus has no settings for: a PostgreSQL that is away, hangs or is overrun makes a request fail soon, and a
 * replica that dies in the middle of a change does not hold up the others for longer than that.
 */
@Singleton
class PoolSettings implements PgPoolCreator {

    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int MAX_IDLE_MILLIS = 5_000;
    private static final int MAX_WAITING = 500;

    private volatile @Nullable Input used;

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList().forEach(PoolSettings::bound);
        used = input;
        return pool(input, input.poolOptions().setMaxWaitQueueSize(MAX_WAITING));
    }

    /**
     * A pool of one connection to the same database, for who needs it for long.
     *
     * @throws IllegalStateException when no database is configured
     */
    Pool poolOfOne() {
        Input input = used;
        if (input == null) {
            throw new IllegalStateException("There is no database to connect to.");
        }
        return pool(input, new PoolOptions().setMaxSize(1));
    }

    private static Pool pool(Input input, PoolOptions options) {
        return PgBuilder.pool()
                .using(input.vertx())
                .with(options.setConnectionTimeout(TIMEOUT_MILLIS).setConnectionTimeoutUnit(TimeUnit.MILLISECONDS))
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .build();
    }

    private static void bound(PgConnectOptions server) {
        String timeout = String.valueOf(TIMEOUT_MILLIS);
        server.setConnectTimeout(TIMEOUT_MILLIS);
        server.addProperty("lock_timeout", timeout)
                .addProperty("statement_timeout", timeout)
                .addProperty("idle_in_transaction_session_timeout", String.valueOf(MAX_IDLE_MILLIS));
    }
}
