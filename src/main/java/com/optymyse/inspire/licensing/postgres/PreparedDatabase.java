package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.installation.StorePreparation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** A database whose connections have sessions of their own and whose tables are up to date. */
@ApplicationScoped
class PreparedDatabase implements StorePreparation {

    private final PoolerCheck pooler;
    private final Migration migration;
    private final TablesCheck tables;
    private final DatabaseConfig config;

    PreparedDatabase(PoolerCheck pooler, Migration migration, TablesCheck tables, DatabaseConfig config) {
        this.pooler = pooler;
        this.migration = migration;
        this.tables = tables;
        this.config = config;
    }

    @Override
    public Uni<Void> prepared() {
        return pooler.passed().chain(() -> config.migrateAtStart() ? migration.run() : tables.passed());
    }

    @Override
    public void read() {
        tables.read();
    }

    @Override
    public void unread() {
        tables.unread();
    }
}
