package com.optymyse.inspire.licensing.postgres;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What is done with each new connection before anybody else uses it. */
final class Session {

    /** The settings by which PostgreSQL detects that this side is gone without a close. */
    static final List<String> WELCOME = List.of(
            "SET tcp_keepalives_idle = 30",
            "SET tcp_keepalives_interval = 5",
            "SET tcp_keepalives_count = 3",
            "SET tcp_user_timeout = '20s'");

    /** The timeout for idle sessions, for connections whose pool ends idle ones sooner. */
    private static final String IDLE = "SET idle_session_timeout = '16min'";

    /** The settings that the service makes itself, in lower case. In an address they have no effect. */
    private static final Set<String> OWN = Set.of(
            "client_encoding",
            "datestyle",
            "idle_in_transaction_session_timeout",
            "idle_session_timeout",
            "lock_timeout",
            "statement_timeout",
            "tcp_keepalives_count",
            "tcp_keepalives_idle",
            "tcp_keepalives_interval",
            "tcp_user_timeout");

    private static final String READ_ONLY = "SHOW transaction_read_only";

    private Session() {}

    /**
     * Gives the session its settings.
     *
     * @param settings SET statements; the connection is of no use without them
     * @return whether the server can write
     */
    static Future<Boolean> begin(SqlConnection connection, List<String> settings) {
        return begin(
                connection,
                settings,
                Stream.concat(WELCOME.stream(), Stream.of(IDLE)).toList());
    }

    /** @param welcome SET statements that a server may refuse */
    static Future<Boolean> begin(SqlConnection connection, List<String> settings, List<String> welcome) {
        // All are sent at once, and answered in this order.
        List<Future<RowSet<Row>>> sets = Stream.concat(
                        settings.stream().map(set -> execute(connection, set)),
                        welcome.stream().map(set -> execute(connection, set).recover(Session::refused)))
                .toList();
        Future<Boolean> writes = canWrite(connection);
        return Future.all(sets).compose(done -> writes);
    }

    /** Whether the service sets this itself, at the beginning of a session or of a connection. */
    static boolean isOwn(SessionSetting setting) {
        return OWN.contains(setting.name().toLowerCase(Locale.ROOT));
    }

    /** Whether the server can write now: a standby can't, and a server may be told to be read only. */
    static Future<Boolean> canWrite(SqlConnection connection) {
        return execute(connection, READ_ONLY)
                .map(rows -> "off".equals(rows.iterator().next().getString(0)));
    }

    private static Future<RowSet<Row>> execute(SqlConnection connection, String statement) {
        return connection.query(statement).execute();
    }

    /** Ignores that a setting is refused, because not every server and system knows each of them. */
    private static Future<RowSet<Row>> refused(Throwable failure) {
        return failure instanceof PgException ? Future.succeededFuture() : Future.failedFuture(failure);
    }
}
