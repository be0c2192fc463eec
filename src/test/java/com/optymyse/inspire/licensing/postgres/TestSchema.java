package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.testing.EmbeddedServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** A new database of an ordinary owner, for tests that need no service. */
final class TestSchema {

    private final String address = EmbeddedServer.newDatabase();

    String url() {
        return "jdbc:postgresql://" + address;
    }

    Connection connectAs(String role) throws SQLException {
        return EmbeddedServer.connect(address, role);
    }

    void executeAs(String role, String... statements) throws SQLException {
        try (Connection connection = connectAs(role);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    void executeAsOwner(String... statements) throws SQLException {
        executeAs(EmbeddedServer.user(), statements);
    }

    void migrate() {
        migrateAs(EmbeddedServer.user(), "");
    }

    /** @param parameters of the address, as in {@code ?currentSchema=other} */
    void migrateAs(String role, String parameters) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url() + parameters);
        source.setUser(role);
        Schema.migrate(source);
    }

    /** The first column of what the owner finds. */
    List<String> texts(String query) throws SQLException {
        try (Connection connection = connectAs(EmbeddedServer.user())) {
            return Jdbc.query(connection, query, row -> row.getString(1));
        }
    }

    void giveTo(String role) throws SQLException {
        try (Connection owner = connectAs(EmbeddedServer.user())) {
            new ServiceGrants(owner).giveTo(role);
        }
    }
}
