package com.optymyse.inspire.licensing.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** All that the service has stored at one moment, as in a dump of its database. */
public final class SavedTables {

    /** In an order in which rows may refer to others. */
    private static final List<String> TABLES = List.of(
            "installation",
            "known_license",
            "license",
            "release",
            "check_out",
            "other_check_out",
            "rollback_seen",
            "signing_key",
            "audit",
            "audit_chain");

    private final Map<String, String> rows;

    private SavedTables(Map<String, String> rows) {
        this.rows = rows;
    }

    public static SavedTables of(DataSource database) throws SQLException {
        Map<String, String> rows = new LinkedHashMap<>();
        try (Connection connection = begun(database)) {
            for (String table : TABLES) {
                try (Statement statement = connection.createStatement();
                        ResultSet found = statement.executeQuery(
                                "SELECT coalesce(jsonb_agg(to_jsonb(t)), '[]') FROM " + table + " t")) {
                    found.next();
                    rows.put(table, found.getString(1));
                }
            }
            connection.commit();
        }
        return new SavedTables(rows);
    }

    /** Puts all of it back in place of what is stored now. */
    public void putBack(DataSource database) throws SQLException {
        try (Connection connection = begun(database)) {
            execute(connection, "ALTER TABLE audit DISABLE TRIGGER USER");
            execute(connection, "TRUNCATE " + String.join(", ", TABLES));
            for (Map.Entry<String, String> table : rows.entrySet()) {
                String name = table.getKey();
                try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + name
                        + " SELECT * FROM jsonb_populate_recordset(NULL::" + name + ", CAST(? AS jsonb))")) {
                    insert.setString(1, table.getValue());
                    insert.executeUpdate();
                }
            }
            execute(connection, "ALTER TABLE audit ENABLE TRIGGER USER");
            connection.commit();
        }
    }

    private static Connection begun(DataSource database) throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return connection;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
