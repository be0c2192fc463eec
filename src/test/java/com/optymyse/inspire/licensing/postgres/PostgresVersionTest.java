package com.optymyse.inspire.licensing.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.testing.EmbeddedServer;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The tests of this package run on the newest PostgreSQL that is supported, most in {@code -Pthorough} on the oldest too. */
class PostgresVersionTest {

    @Test
    void server_version_isTheOneThatTheRunIsFor() throws SQLException {
        try (Connection connection = new TestSchema().connectAs(EmbeddedServer.user())) {
            assertThat(connection.getMetaData().getDatabaseMajorVersion())
                    .isEqualTo(Integer.getInteger("licensing.test.postgres.version", 18));
        }
    }

    @Test
    void owner_ofEveryDatabaseOfTests_isAnOrdinaryRole() throws SQLException {
        try (Connection connection = new TestSchema().connectAs(EmbeddedServer.user())) {
            assertThat(Jdbc.query(
                            connection,
                            "SELECT rolsuper OR rolcreatedb OR rolcreaterole FROM pg_roles WHERE rolname = current_user",
                            row -> row.getBoolean(1)))
                    .containsExactly(false);
        }
    }
}
