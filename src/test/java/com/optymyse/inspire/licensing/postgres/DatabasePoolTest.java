package com.optymyse.inspire.licensing.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DatabasePoolTest {

    @Test
    void bounded_anyPool_endsItsConnectionsAndLetsNobodyWaitForLong() {
        PoolOptions bounded = DatabasePool.bounded(new PoolOptions().setMaxSize(7), Duration.ofSeconds(2), 3);

        assertThat(bounded)
                .returns(7, PoolOptions::getMaxSize)
                .returns("postgres-3", PoolOptions::getName)
                .returns(500, PoolOptions::getMaxWaitQueueSize)
                .returns(2_000L, pool -> in(pool.getConnectionTimeoutUnit(), pool.getConnectionTimeout()))
                .returns(60_000L, pool -> in(pool.getIdleTimeoutUnit(), pool.getIdleTimeout()))
                .returns(900_000L, pool -> in(pool.getMaxLifetimeUnit(), pool.getMaxLifetime()));
        // It looks for idle ones by itself.
        assertThat(bounded.getPoolCleanerPeriod()).isPositive();
    }

    private static long in(TimeUnit unit, int time) {
        return unit.toMillis(time);
    }
}
