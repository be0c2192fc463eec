package com.optymyse.inspire.licensing.processes;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Holds a commit at the moment when PostgreSQL has been told to commit and has not done it yet: a deferred trigger on every
 * table waits for an advisory lock that the test holds. The service knows nothing of it.
 */
final class CommitGate implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration OFTEN = Duration.ofMillis(5);

    private static final String PREPARE = """
            CREATE SCHEMA gate;
            CREATE SEQUENCE gate.commits;
            CREATE TABLE gate.held (number bigint NOT NULL);
            INSERT INTO gate.held VALUES (0);
            CREATE FUNCTION gate.wait() RETURNS trigger LANGUAGE plpgsql SET lock_timeout = 0 AS $$
            BEGIN
              -- Once for each transaction, however many rows it has changed.
              IF current_setting('gate.counted', true) IS DISTINCT FROM 'yes' THEN
                PERFORM set_config('gate.counted', 'yes', true);
                IF nextval('gate.commits') = (SELECT number FROM gate.held) THEN
                  PERFORM pg_advisory_xact_lock(1);
                END IF;
              END IF;
              RETURN NULL;
            END $$;
            DO $$
            DECLARE name text;
            BEGIN
              FOR name IN SELECT tablename FROM pg_tables
                          WHERE schemaname = 'public' AND tablename <> 'flyway_schema_history' LOOP
                EXECUTE format('CREATE CONSTRAINT TRIGGER gate AFTER INSERT OR UPDATE OR DELETE ON %I '
                               'DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION gate.wait()', name);
              END LOOP;
            END $$;
            """;

    private static final String WAITING = "FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";

    private final Sql database;
    private final Connection holder;

    private String transaction = "";

    /** The tables have to be there already. */
    CommitGate(Sql database) throws SQLException {
        this.database = database;
        this.holder = database.connect();
        database.execute(PREPARE);
    }

    /** Counts the commits from now on. */
    void count() {
        hold(0);
    }

    /** The commits since they were last counted from zero; those that changed nothing are none. */
    int counted() {
        return Math.toIntExact(
                database.number("SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM gate.commits"));
    }

    /** Holds one of the commits from now on, the first of which is number 1. */
    void hold(int number) {
        // Nobody may wait at the gate while its numbers begin anew: who waits has taken one of the numbers.
        database.execute("UPDATE gate.held SET number = 0");
        onHolder("SELECT pg_advisory_lock(1)");
        database.execute("ALTER SEQUENCE gate.commits RESTART", "UPDATE gate.held SET number = " + number);
        if (number == 0) {
            letGo();
        }
    }

    void awaitReached() {
        await().atMost(LONGEST).pollInterval(OFTEN).until(() -> database.number("SELECT count(*) " + WAITING) == 1);
        transaction = database.query(
                        "SELECT backend_xid FROM pg_stat_activity WHERE pid = (SELECT pid " + WAITING + ")")
                .getFirst();
    }

    /** Lets the held commit succeed. */
    void letGo() {
        onHolder("SELECT pg_advisory_unlock(1)");
    }

    /** The same, after the service that has asked for it was killed. */
    void letGoWithoutItsService() {
        letGo();
        awaitStatus("committed");
    }

    /** Lets the held commit fail, after the service that has asked for it was killed. */
    void breakOff() {
        database.execute("SELECT pg_terminate_backend(pid) " + WAITING);
        awaitStatus("aborted");
        letGo();
    }

    @Override
    public void close() throws SQLException {
        holder.close();
    }

    private void awaitStatus(String status) {
        await().atMost(LONGEST)
                .pollInterval(OFTEN)
                .untilAsserted(() -> org.assertj.core.api.Assertions.assertThat(
                                database.query("SELECT pg_xact_status('" + transaction + "'::xid8)"))
                        .isEqualTo(List.of(status)));
    }

    private void onHolder(String sql) {
        try (var statement = holder.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException("The gate does not move: " + sql, failure);
        }
    }
}
