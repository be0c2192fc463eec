package com.optymyse.inspire.licensing.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** A host that says nothing must not keep the next one from being tried for who waits. */
    @ParameterizedTest
    @CsvSource({"2, 1, 5, 2", "2, 2, 5, 4", "2, 3, 5, 5", "30, 1, 5, 5"})
    void longestWait_manyHosts_isForEachButNotLongerThanATransaction(int host, int hosts, int transaction, int wait) {
        assertThat(DatabasePool.longestWait(Duration.ofSeconds(host), hosts, Duration.ofSeconds(transaction)))
                .isEqualTo(Duration.ofSeconds(wait));
    }

    private static long in(TimeUnit unit, int time) {
        return unit.toMillis(time);
    }
}
