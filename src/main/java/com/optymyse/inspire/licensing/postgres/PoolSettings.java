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

    private static final int MAX_WAITING = 500;

    private final int timeoutMillis;
    private final int maxIdleMillis;

    private volatile @Nullable Input used;

    PoolSettings(DatabaseConfig config) {
        this.timeoutMillis = Math.toIntExact(config.timeout().toMillis());
        this.maxIdleMillis = Math.toIntExact(config.transactionTimeout().toMillis());
    }

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList().forEach(this::bound);
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

    private Pool pool(Input input, PoolOptions options) {
        return PgBuilder.pool()
                .using(input.vertx())
                .with(options.setConnectionTimeout(timeoutMillis).setConnectionTimeoutUnit(TimeUnit.MILLISECONDS))
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .build();
    }

    private void bound(PgConnectOptions server) {
        String timeout = String.valueOf(timeoutMillis);
        server.setConnectTimeout(timeoutMillis);
        server.addProperty("lock_timeout", timeout)
                .addProperty("statement_timeout", timeout)
                .addProperty("idle_in_transaction_session_timeout", String.valueOf(maxIdleMillis));
    }
}
