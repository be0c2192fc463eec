package com.optymyse.inspire.licensing.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.optymyse.inspire.licensing.testing.EmbeddedServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script that makes roles and database in compose and on Kubernetes, on the tests' own PostgreSQL. Needs psql. */
class DatabaseRolesTest {

    private static final Path SCRIPT = Path.of("docker/kubernetes/database-roles/database-roles");

    private final String suffix = UUID.randomUUID().toString().replace("-", "");
    private final String database = "licensing_" + suffix;
    private final String owner = "owner_" + suffix;
    private final String service = "service_" + suffix;

    @TempDir
    Path secrets;

    private record Ended(int status, String said) {}

    @BeforeEach
    void passwords() throws IOException {
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "psql"))),
                "The script needs psql on the PATH.");
        // With all that a shell or psql could take for something else.
        Files.writeString(secrets.resolve("owner-password"), "it's \"$HOME\" \\ `id` :owner");
        Files.writeString(secrets.resolve("service-password"), "another");
    }

    /** A managed PostgreSQL hands out no superuser. */
    @ParameterizedTest
    @ValueSource(strings = {"SUPERUSER", "CREATEROLE CREATEDB"})
    void run_twiceAsSomebodyWhoMay_makesAnOrdinaryOwnerAndALesserRole(String rights) throws Exception {
        String admin = admin(rights);

        Ended first = runAs(admin);
        Ended second = runAs(admin);

        assertThat(first.status()).as(first.said()).isZero();
        assertThat(second.status()).as(second.said()).isZero();
        for (String role : new String[] {owner, service}) {
            assertThat(text("SELECT rolcanlogin AND NOT (rolsuper OR rolcreatedb OR rolcreaterole) FROM pg_roles"
                            + " WHERE rolname = '" + role + "'"))
                    .isEqualTo("t");
        }
        assertThat(text("SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = '" + database + "'"))
                .isEqualTo(owner);
        migrateAndGrant();
    }

    @Test
    void run_passwords_areThoseOfTheFiles() throws Exception {
        runAs(admin("SUPERUSER"));

        assertThat(verifier(owner)).startsWith("SCRAM-SHA-256$");
        String before = verifier(service);
        Files.writeString(secrets.resolve("service-password"), "changed");
        runAs("admin_" + suffix);
        assertThat(verifier(service)).startsWith("SCRAM-SHA-256$").isNotEqualTo(before);
    }

    @Test
    void run_passwordMissing_changesNothing() throws Exception {
        String admin = admin("SUPERUSER");
        Files.writeString(secrets.resolve("service-password"), "");

        Ended ended = runAs(admin);

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.said()).contains("service-password in " + secrets + " is empty");
        assertThat(text("SELECT count(*) FROM pg_roles WHERE rolname = '" + owner + "'"))
                .isEqualTo("0");
    }

    @Test
    void run_roleWithoutTheRight_failsAndSaysWhy() throws Exception {
        Ended ended = runAs(admin("NOCREATEROLE"));

        assertThat(ended.status()).isNotZero();
        assertThat(ended.said()).contains("permission denied");
    }

    private String admin(String rights) {
        String admin = "admin_" + suffix;
        EmbeddedServer.execute("CREATE ROLE " + admin + " LOGIN " + rights);
        return admin;
    }

    /** All that is done afterwards with what the script has made. */
    private void migrateAndGrant() throws SQLException {
        String address = EmbeddedServer.server() + "/" + database;
        Flyway.configure()
                .dataSource("jdbc:postgresql://" + address, owner, "")
                .load()
                .migrate();
        try (Connection connection = EmbeddedServer.connect(address, owner)) {
            new ServiceGrants(connection).giveTo(service);
        }
        try (Connection connection = EmbeddedServer.connect(address, service);
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT FROM license");
        }
    }

    private String verifier(String role) throws SQLException {
        return text("SELECT rolpassword FROM pg_authid WHERE rolname = '" + role + "'");
    }

    private static String text(String query) throws SQLException {
        try (Connection connection = EmbeddedServer.connect(EmbeddedServer.server() + "/postgres", "postgres");
                Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(query)) {
            results.next();
            return results.getString(1);
        }
    }

    private Ended runAs(String admin) throws IOException, InterruptedException {
        String server = EmbeddedServer.server();
        int colon = server.indexOf(':');
        ProcessBuilder script = new ProcessBuilder("/bin/sh", SCRIPT.toString()).redirectErrorStream(true);
        script.environment()
                .putAll(Map.of(
                        "PGHOST", server.substring(0, colon),
                        "PGPORT", server.substring(colon + 1),
                        "PGUSER", admin,
                        "LICENSING_DATABASE", database,
                        "LICENSING_OWNER", owner,
                        "LICENSING_SERVICE", service,
                        "LICENSING_SECRETS", secrets.toString()));
        Process running = script.start();
        String said = new String(running.getInputStream().readAllBytes(), UTF_8);
        return new Ended(running.waitFor(), said);
    }
}
