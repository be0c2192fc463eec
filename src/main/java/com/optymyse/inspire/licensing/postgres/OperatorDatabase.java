package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.audit.AuditReport;
import com.optymyse.inspire.licensing.postgres.KeyRing.UnknownKeyException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** The service's database for an operator's commands, on a connection of its own and without the service. */
public final class OperatorDatabase implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final JdbcSource source;

    /** Opened by the first transaction: migrations have connections of their own, and a pooler may have few. */
    private @Nullable Connection opened;

    private OperatorDatabase(JdbcSource source) {
        this.source = source;
    }

    /**
     * Connects, once it is certain that each connection has a session of its own.
     *
     * @throws SQLException within seconds where nothing listens, the line is dead before it is connected, or a pooler in
     *     transaction mode is between
     */
    public static OperatorDatabase connect(DatabaseSettings settings) throws SQLException {
        JdbcSource source = new JdbcSource(settings, TIMEOUT);
        SessionCheck.require(source);
        return new OperatorDatabase(source);
    }

    /** Brings the tables up to date, as the service does after its start, and returns how many steps that took. */
    public int migrate() throws SQLException {
        try {
            return Schema.migrate(source);
        } catch (FlywayException failure) {
            throw new SQLException(
                    MigrationObstacle.of(failure).orElseGet(() -> DatabaseFailure.describe(failure)), failure);
        }
    }

    /**
     * Gives a role the rights of a service, in every table and function of the schema; to be called after {@link #migrate}.
     *
     * @throws IllegalArgumentException when there is no such role, or when it is the one that is connected
     */
    public void grantTo(String role) throws SQLException {
        inTransaction(connection -> {
            new ServiceGrants(connection).giveTo(role);
            return role;
        });
    }

    /**
     * Encrypts everything under the first key of the ring, in one transaction; services may run meanwhile.
     *
     * @throws IllegalArgumentException when the ring is malformed
     * @throws SQLException also when the ring lacks a key that is in use; then nothing has changed
     */
    public Reencrypted reencrypt(List<String> secretKeys) throws SQLException {
        KeyRing ring = KeyRing.of(secretKeys);
        return inTransaction(connection -> new Reencryption(connection, ring).run());
    }

    /**
     * Reads the whole audit trail and tells whether it is as it was written; services may run meanwhile.
     *
     * @throws IllegalArgumentException when the ring is malformed
     */
    public AuditReport verifyTrail(List<String> secretKeys) throws SQLException {
        KeyRing ring = KeyRing.of(secretKeys);
        return inTransaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            }
            return new OperatorAudit(connection, ring).verify();
        });
    }

    /**
     * Gives a copy of a database an identity of its own: no license, no seat to give back, another fingerprint. What the
     * original holds stays untouched, because nobody is asked.
     *
     * @param present the fingerprint that it has now, so that nobody detaches another database than the one that is meant
     * @param configured the fingerprint of the configuration, to be taken; empty for a random one
     * @param secretKeys the ring, under which the latest times known are signed for the new identity, and the entry in
     *     the audit trail
     * @return the new fingerprint
     * @throws IllegalArgumentException when one of these is not what it must be; then nothing has changed
     * @throws SQLException also when the ring lacks a key that is in use; then nothing has changed either
     */
    public String detach(String present, Optional<String> configured, List<String> secretKeys) throws SQLException {
        KeyRing ring = KeyRing.of(secretKeys);
        return inTransaction(connection -> new Detachment(connection, ring).run(present, configured));
    }

    @Override
    public void close() throws SQLException {
        if (opened != null) {
            opened.close();
        }
    }

    private <T> T inTransaction(Work<T> work) throws SQLException {
        Connection connection = connection();
        connection.setAutoCommit(false);
        boolean done = false;
        try {
            T result = work.run(connection);
            connection.commit();
            done = true;
            return result;
        } catch (UnknownKeyException missing) {
            throw new SQLException(missing.sentence(), missing);
        } finally {
            if (!done) {
                connection.rollback();
            }
        }
    }

    private Connection connection() throws SQLException {
        if (opened == null) {
            opened = source.getConnection();
        }
        return opened;
    }

    /** What is done within one transaction. */
    private interface Work<T> {
        T run(Connection connection) throws SQLException;
    }
}
