package com.optymyse.inspire.licensing.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.optymyse.inspire.licensing.testing.EmbeddedServer;
import com.optymyse.inspire.licensing.testing.ReleasedPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The release before this one works on a database that this one has migrated and used: it opens what was sealed, activates,
 * re-validates and reads. Migrations run as the owner, the services as the lesser role.
 */
@Tag("thorough")
class RollbackIT {

    private static final Map<String, String> AS_SERVICE = Map.of(
            "licensing.database.username", EmbeddedServer.SERVICE_ROLE, "licensing.database.migrate-at-start", "false");
    private static final List<String> MIGRATE =
            List.of("database", "migrate", "--grant-to", EmbeddedServer.SERVICE_ROLE);

    private final Premises premises = Premises.of(RollbackIT.class);

    @AfterEach
    void stop() {
        premises.close();
    }

    @Test
    void formerRelease_onTheDatabaseOfThisOne_worksAndThisOneWorksAfterIt() throws IOException {
        FormerRelease release = FormerRelease.newest();
        Path former = release.build();
        Path present = ReleasedPackage.application();
        migrate(present);
        if (release.hasTheMigrationsOfThisVersion()) {
            addAColumn();
        }
        Replica now = premises.start(present, AS_SERVICE).awaitReady();
        assertThat(now.activate("DEMO-ENTERPRISE").status()).isEqualTo(200);
        now.kill();

        assertThat(migrate(former)).contains("Migrations run: 0.");
        Replica before = premises.start(former, AS_SERVICE).awaitReady();

        assertThat(before.standing()).isEqualTo(Standing.ENTERPRISE);
        assertThat(before.post("/license/revalidate").status()).isEqualTo(200);
        assertThat(before.activate("DEMO-STARTER").status()).isEqualTo(200);
        assertSound(before);
        before.kill();
        Replica again = premises.start(present, AS_SERVICE).awaitReady();
        assertThat(again.standing()).isEqualTo(Standing.STARTER);
        assertSound(again);
        premises.assertSeatsMatchOnceDrained();
    }

    /** As a clone of the last commits alone, or a release that was named wrongly. */
    @Test
    void formerRelease_commitThatThisCloneLacks_fails() {
        FormerRelease release = new FormerRelease("1.0.0", "0123456789012345678901234567890123456789");

        assertThatIllegalStateException()
                .isThrownBy(release::build)
                .withMessage("This clone lacks the commit " + release.commit()
                        + " of docs/releases. Fetch the whole history.");
    }

    private String migrate(Path application) {
        return OperatorCommand.run(application, premises.settings(), MIGRATE);
    }

    private static void assertSound(Replica replica) {
        assertThat(replica.get("/license/history/verification")
                        .body()
                        .path("sound")
                        .asBoolean())
                .isTrue();
    }

    /** While this version has no migration of its own: as a migration of the next version would leave the tables. */
    private void addAColumn() throws IOException {
        Path next = Files.createDirectories(Path.of("target", "processes", "next-version"));
        Files.writeString(
                next.resolve("V1000__made_up.sql"),
                "ALTER TABLE installation ADD COLUMN made_up text NOT NULL DEFAULT 'of the next version';");
        Sql database = premises.database();
        Flyway.configure()
                .dataSource("jdbc:postgresql://" + database.address(), database.role(), "")
                .locations("classpath:db/migration", "filesystem:" + next)
                .load()
                .migrate();
    }
}
