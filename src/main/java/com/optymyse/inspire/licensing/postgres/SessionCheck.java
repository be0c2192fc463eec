package com.optymyse.inspire.licensing.postgres;

import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * Checks, for an operator's command, what {@link PoolerCheck} checks for the service: whether each connection has a session
 * of its own.
 */
final class SessionCheck {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(2);

    private SessionCheck() {}

    /** @throws SQLException when there is a pooler that gives each transaction another session, in sentences that say so */
    static void require(JdbcSource source) throws SQLException {
        try (Connection one = source.connectPlainly();
                Connection other = source.connectPlainly()) {
            int before = session(one);
            // Its transaction holds a session until it is closed.
            other.setAutoCommit(false);
            session(other);
            for (int time = 0; time < PoolerCheck.TIMES; time++) {
                if (!PoolerCheck.isOwn(before, sessionInTime(one))) {
                    throw new SQLException(PoolerCheck.REFUSED);
                }
            }
        }
    }

    private static OptionalInt sessionInTime(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(LONGEST_ANSWER.toMillis()));
        try {
            return OptionalInt.of(session(connection));
        } catch (SQLException failure) {
            if (failure.getCause() instanceof SocketTimeoutException) {
                return OptionalInt.empty();
            }
            throw failure;
        }
    }

    private static int session(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(PoolerCheck.SESSION)) {
            row.next();
            return row.getInt(1);
        }
    }
}
