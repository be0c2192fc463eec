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

/**
 * What Quarkus has no settings for: a PostgreSQL that is away, hangs or is overrun makes a request fail soon, and a
 * replica that dies in the middle of a change does not hold up the others for longer than that.
 */
@Singleton
class PoolSettings implements PgPoolCreator {

    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int MAX_IDLE_MILLIS = 5_000;
    private static final int MAX_WAITING = 500;

    @Override
    public Pool create(Input input) {
        PoolOptions pool = input.poolOptions()
                .setConnectionTimeout(TIMEOUT_MILLIS)
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS)
                .setMaxWaitQueueSize(MAX_WAITING);
        List<PgConnectOptions> servers = input.pgConnectOptionsList();
        servers.forEach(PoolSettings::bound);
        return PgBuilder.pool()
                .using(input.vertx())
                .with(pool)
                .connectingTo(List.<SqlConnectOptions>copyOf(servers))
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
