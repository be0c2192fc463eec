package com.optymyse.inspire.licensing.processes;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** The installation's row, locked, so that nobody can take the lease; let go when it is closed. */
final class RowLock implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Sql database;
    private final Connection holder;

    private RowLock(Sql database, Connection holder) {
        this.database = database;
        this.holder = holder;
    }

    static RowLock of(Sql database) throws SQLException {
        Connection holder = database.connect();
        holder.setAutoCommit(false);
        try (Statement statement = holder.createStatement()) {
            statement.execute("SELECT id FROM installation FOR UPDATE");
        }
        return new RowLock(database, holder);
    }

    /** Returns once an operation waits for the lease. A replica that stores the time waits for the row, too. */
    void awaitOperationWaiting() {
        await().atMost(LONGEST)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> database.number("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                                + " AND datname = current_database() AND query LIKE '%SET lease_token = $1,%'")
                        > 0);
    }

    @Override
    public void close() throws SQLException {
        holder.rollback();
        holder.close();
    }
}
