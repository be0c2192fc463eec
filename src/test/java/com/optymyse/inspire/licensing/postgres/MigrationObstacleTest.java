package com.optymyse.inspire.licensing.postgres;

import static com.optymyse.inspire.licensing.testing.EmbeddedServer.SERVICE_ROLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.optymyse.inspire.licensing.testing.EmbeddedServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationObstacleTest {

    private final TestSchema schema = new TestSchema();

    /** Away, starting, stopping, too many clients, read-only, overrun, no such database yet, another password. */
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"08001", "57P03", "57P01", "53300", "25006", "55P03", "57014", "40P01", "3D000", "28P01"})
    void ofState_whatTimeHeals_isNone(String state) {
        assertThat(MigrationObstacle.ofState(state)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    42501 | as the owner of the schema
                    3F000 | does not exist, or the role of the service has no right to use it. Create it
                    42P07 | a schema or a database of its own
                    42710 | a schema or a database of its own
                    42601 | Check that its version is supported
                    0A000 | Check that its version is supported
                    """)
    void ofState_whatSomebodyHasToChange_saysWhat(String state, String advice) {
        assertThat(MigrationObstacle.ofState(state))
                .hasValueSatisfying(sentences -> assertThat(sentences).contains(advice));
    }

    @Test
    void of_roleThatMayNotCreateTables_saysWhoMay() {
        assertThat(obstacleAs(SERVICE_ROLE, ""))
                .contains("as the owner of the schema")
                .endsWith("PostgreSQL said: ERROR: permission denied for schema public");
    }

    /**
     * Also to the owner of the database, who may create one: then the tables would be where nobody looks for them. Flyway
     * tries for nine seconds.
     */
    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(strings = {SERVICE_ROLE, "licensing_owner"})
    void of_schemaThatIsNotThere_saysSoAndMakesNone(String role) throws SQLException {
        assertThat(obstacleAs(role, "?currentSchema=elsewhere")).startsWith(MigrationObstacle.NO_SCHEMA);

        assertThat(schema.texts("SELECT nspname FROM pg_namespace WHERE nspname = 'elsewhere'"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    42501 | with --grant-to and the role's name
                    42P01 | The tables are not made yet
                    """)
    void ofUse_whatSomebodyHasToChange_saysWhat(String state, String advice) {
        assertThat(MigrationObstacle.ofUse(new SQLException("refused", state)))
                .hasValueSatisfying(sentences -> assertThat(sentences).contains(advice));
    }

    @ParameterizedTest
    @ValueSource(strings = {"08001", "57P03", "25006", "42883", "22001"})
    void ofUse_whatIsNotAboutTheTables_isNone(String state) {
        assertThat(MigrationObstacle.ofUse(new SQLException("refused", state))).isEmpty();
    }

    @Test
    void of_controlCharacters_escapedAndOneLine() {
        SQLException refused = new SQLException("no\u001b[2J\nGood", "42501");

        assertThat(MigrationObstacle.of(refused))
                .hasValueSatisfying(said -> assertThat(said).endsWith(" PostgreSQL said: no\\u001b[2J"));
        assertThat(MigrationObstacle.ofConnecting(refused))
                .hasValueSatisfying(said -> assertThat(said).endsWith(": no\\u001b[2J Good"));
        assertThat(MigrationObstacle.ofUse(refused))
                .hasValueSatisfying(said -> assertThat(said).endsWith(": no\\u001b[2J Good"));
    }

    @Test
    void of_schemaOfSomebodyElse_asksForAnotherOne() throws SQLException {
        schema.executeAsOwner("CREATE TABLE license (id bigint)");

        assertThat(obstacleAs(EmbeddedServer.user(), "")).contains("a schema or a database of its own");
    }

    /** As a version from before the baseline has left it: its first migration was another one, and more came after it. */
    @Test
    void of_historyFromBeforeTheBaseline_saysItInOneLine(@TempDir Path former) throws Exception {
        Files.writeString(former.resolve("V1__installation.sql"), "CREATE TABLE installation (id uuid);");
        Files.writeString(former.resolve("V2__marks_seal.sql"), "ALTER TABLE installation ADD COLUMN seal bytea;");
        Flyway.configure()
                .dataSource(schema.url(), EmbeddedServer.user(), "")
                .locations("filesystem:" + former)
                .load()
                .migrate();

        assertThat(obstacleAs(EmbeddedServer.user(), ""))
                .isEqualTo(MigrationObstacle.OTHER_HISTORY)
                .doesNotContain("\n");
    }

    /** A newer version's migration is none: this version works with its tables. */
    @Test
    void migrate_tablesOfTheNextVersion_runsNothing(@TempDir Path next) throws Exception {
        schema.migrate();
        Files.writeString(next.resolve("V2__more.sql"), "ALTER TABLE license ADD COLUMN more text;");
        Flyway.configure()
                .dataSource(schema.url(), EmbeddedServer.user(), "")
                .locations("classpath:db/migration", "filesystem:" + next)
                .load()
                .migrate();

        schema.migrate();
    }

    /** As on a server whose administrator took the right from everybody. */
    @Test
    void ofConnecting_roleThatMayNotConnect_saysWhatToGrant() {
        String address = schema.url().substring("jdbc:postgresql://".length());
        EmbeddedServer.execute(
                address, "REVOKE CONNECT ON DATABASE " + address.substring(address.indexOf('/') + 1) + " FROM PUBLIC");

        Throwable refused = catchThrowable(() -> EmbeddedServer.connect(address, SERVICE_ROLE));

        assertThat(MigrationObstacle.ofConnecting(refused))
                .hasValueSatisfying(said -> assertThat(said)
                        .contains("Grant it CONNECT on the database", "PostgreSQL said: ", "permission denied"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"28P01", "3D000", "57P03", "53300"})
    void ofConnecting_whatTimeHeals_isNone(String state) {
        assertThat(MigrationObstacle.ofConnecting(new SQLException("refused", state)))
                .isEmpty();
    }

    private String obstacleAs(String role, String parameters) {
        Throwable failure = catchThrowable(() -> schema.migrateAs(role, parameters));
        assertThat(failure).isNotNull();
        return MigrationObstacle.of(failure).orElseThrow(() -> new AssertionError("It is waited for.", failure));
    }
}
