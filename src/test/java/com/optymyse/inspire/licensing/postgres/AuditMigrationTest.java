package com.optymyse.inspire.licensing.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.installation.TrailReport;
import com.optymyse.inspire.licensing.testing.EmbeddedServer;
import com.optymyse.inspire.licensing.testing.StoredSamples;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Entries from before they were sealed are not lost, and not taken for sealed ones; what was sealed stays proven. */
class AuditMigrationTest {

    private static final KeyRing RING =
            KeyRing.of(List.of("first:" + Base64.getEncoder().encodeToString(new byte[32])));

    private final String url = "jdbc:postgresql://" + EmbeddedServer.newDatabase();

    @Test
    void migrate_entriesFromBefore_areKeptAside() throws SQLException {
        migrateTo("2");
        execute("INSERT INTO audit (at, who, what, outcome) VALUES (now(), 'jane', 'activate', 'licensed online')");

        migrateTo("latest");

        assertThat(text("SELECT who FROM audit_unsealed")).isEqualTo("jane");
        assertThat(text("SELECT count(*) FROM audit")).isEqualTo("0");
    }

    @Test
    void migrate_noEntriesFromBefore_leavesNoTableBehind() throws SQLException {
        migrateTo("2");

        migrateTo("latest");

        assertThat(text("SELECT to_regclass('audit_unsealed') IS NULL")).isEqualTo("t");
    }

    @Test
    void migrate_entriesFromBeforeRequests_areProvenStill() throws SQLException {
        migrateTo("6");
        try (Connection connection = connect()) {
            new OperatorTrailWriter(connection, RING).add(StoredSamples.AUDIT);
        }

        migrateTo("latest");

        assertThat(verified()).isEqualTo(new TrailReport(1, 1, null));
    }

    @Test
    void migrate_requestWrittenIntoAnEntryFromBefore_isFoundOut() throws SQLException {
        migrateTo("6");
        try (Connection connection = connect()) {
            new OperatorTrailWriter(connection, RING).add(StoredSamples.AUDIT);
        }
        migrateTo("latest");

        execute("SET session_replication_role = replica; UPDATE audit SET request = 'request-18'");

        assertThat(verified().fault()).isEqualTo(new TrailReport.Fault(1, "Entry 1 is not as it was written."));
    }

    private TrailReport verified() throws SQLException {
        try (Connection connection = connect()) {
            return new OperatorTrail(connection, RING).verify();
        }
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(url, EmbeddedServer.user(), EmbeddedServer.user())
                .target(version)
                .load()
                .migrate();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            results.next();
            return results.getString(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, EmbeddedServer.user(), EmbeddedServer.user());
    }
}
