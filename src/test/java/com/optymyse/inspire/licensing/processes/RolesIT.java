package com.optymyse.inspire.licensing.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.optymyse.inspire.licensing.processes.Replica.Answer;
import com.optymyse.inspire.licensing.testing.EmbeddedServer;
import com.optymyse.inspire.licensing.testing.ReleasedPackage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A service that connects as a role without the right to migrate, before and after the owner has migrated. */
@Tag("thorough")
class RolesIT {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final int TRIES = 3;

    private final Premises premises = Premises.of(RolesIT.class);

    @AfterEach
    void stop() {
        premises.close();
    }

    @Test
    void lesserRole_beforeTheOwnerHasMigrated_saysOnceWhatToDoAndThenWorks() {
        Replica replica = premises.start(Map.of("licensing.database.username", EmbeddedServer.SERVICE_ROLE));
        await().atMost(SOON).until(() -> replica.readiness().contains("as the owner of the schema"));

        Answer answer = replica.get("/license");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body().path("code").asText()).isEqualTo("starting");
        assertThat(answer.body().path("detail").asText())
                .contains("until an operator changes something")
                .doesNotContain("in a moment");
        long refused = refusals();
        await().atMost(SOON).until(() -> refusals() >= refused + TRIES);
        assertThat(replica.log().lines().filter(line -> line.contains("has no right to change the tables")))
                .hasSize(1)
                .allMatch(line -> line.contains("\"level\":\"ERROR\""));
        assertThat(replica.log()).doesNotContain("can't update the tables yet");

        migrate("--grant-to", EmbeddedServer.SERVICE_ROLE);

        assertWorks(replica);
    }

    /** As compose and Kubernetes have it, when the job that migrates has not run, or has not granted. */
    @Test
    void lesserRoleThatNeverMigrates_saysOnceWhatIsMissingAndThenWorks() {
        Replica replica = premises.start(Map.of(
                "licensing.database.username",
                EmbeddedServer.SERVICE_ROLE,
                "licensing.database.migrate-at-start",
                "false"));
        await().atMost(SOON).until(() -> replica.readiness().contains("The tables are not made yet"));
        assertThat(replica.get("/license").body().path("detail").asText()).doesNotContain("in a moment");

        migrate();
        await().atMost(SOON).until(() -> replica.readiness().contains("lacks rights in the tables"));

        migrate("--grant-to", EmbeddedServer.SERVICE_ROLE);
        assertWorks(replica);
        assertThat(replica.log().lines().filter(line -> line.contains("\"level\":\"ERROR\"")))
                .hasSize(2);
    }

    private void migrate(String... more) {
        List<String> command = new ArrayList<>(List.of("database", "migrate"));
        command.addAll(List.of(more));
        OperatorCommand.run(ReleasedPackage.application(), premises.settings(), command);
    }

    private static void assertWorks(Replica replica) {
        replica.awaitReady();
        // What is wrong is gone once the state was read, which is a moment before that is told.
        await().atMost(SOON).until(() -> !replica.readiness().contains("problem"));
        assertThat(replica.activate("DEMO-ENTERPRISE").status()).isEqualTo(200);
    }

    /** How many transactions PostgreSQL has undone in this database, one for each try to migrate. */
    private long refusals() {
        return premises.database()
                .number("SELECT xact_rollback FROM pg_stat_database WHERE datname = current_database()");
    }
}
