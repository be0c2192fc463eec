package com.optymyse.inspire.licensing.postgres;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;

/**
 * Whether PostgreSQL can be used. This is a metric and no health check, because what is licensed is answered without
 * PostgreSQL.
 */
@Singleton
class DatabaseMetrics implements MeterBinder {

    private final Transactions transactions;

    DatabaseMetrics(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("licensing.database.available", () -> transactions.available() ? 1 : 0)
                .description("1 if the last request to PostgreSQL succeeded and PostgreSQL accepts writes, else 0")
                .register(registry);
    }
}
