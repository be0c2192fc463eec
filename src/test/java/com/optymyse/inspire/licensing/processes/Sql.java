package com.optymyse.inspire.licensing.processes;

import com.optymyse.inspire.licensing.testing.EmbeddedServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A database, looked into and changed behind the services' back.
 *
 * @param address {@code host:port/name}
 * @param role whose rights count
 */
record Sql(String address, String role) {

    /** As the owner of tests' databases. */
    Sql(String address) {
        this(address, EmbeddedServer.user());
    }

    Connection connect() throws SQLException {
        return EmbeddedServer.connect(address, role);
    }

    void execute(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("PostgreSQL refuses: " + String.join("; ", statements), failure);
        }
    }

    /** The first column of every row, as text. */
    List<String> query(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException failure) {
            throw new IllegalStateException("PostgreSQL refuses: " + sql, failure);
        }
    }

    /** The one value that a query returns. */
    long number(String sql) {
        return Long.parseLong(query(sql).getFirst());
    }
}
