package com.optymyse.inspire.licensing.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.optymyse.inspire.licensing.audit.AuditTrail;
import com.optymyse.inspire.licensing.installation.InstallationStore;
import com.optymyse.inspire.licensing.testing.EmbeddedServer;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import com.optymyse.inspire.licensing.testing.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service does all of its work with the rights that {@link ServiceGrants} gives it, and has no others. */
@QuarkusTest
class ServiceRoleComponentTest extends LicensingTest {

    private static final String ROLE = EmbeddedServer.SERVICE_ROLE;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    // PostgreSQL's own workers, which may be at the tables, end for no role but a superuser.
    private static final String CUT_EVERYBODY_OFF = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            + " WHERE backend_type = 'client backend' AND datname = current_database() AND pid <> pg_backend_pid()";

    @Inject
    TestClock clock;

    @Inject
    InstallationStore store;

    @Inject
    AuditTrail trail;

    @Inject
    Database database;

    @BeforeEach
    void withNoMoreRightsThanNeeded() throws SQLException {
        try (Connection owner = database.connect()) {
            new ServiceGrants(owner).giveTo(ROLE);
        }
        // The pool goes on connecting as the owner, who may take on the role.
        EmbeddedServer.execute("GRANT " + ROLE + " TO " + EmbeddedServer.user());
        database.execute(everySession("SET role = '" + ROLE + "'"), CUT_EVERYBODY_OFF);
        awaitConnection();
    }

    @AfterEach
    void asOwnerAgain() {
        clock.reset();
        database.execute("SET ROLE NONE", everySession("RESET role"), CUT_EVERYBODY_OFF);
        EmbeddedServer.execute("REVOKE " + ROLE + " FROM " + EmbeddedServer.user());
        awaitConnection();
    }

    @Test
    void service_aWholeLife_hasTheRightsItNeeds() {
        assertThat(database.query("SELECT current_user")).containsExactly(ROLE);

        admin.activate("DEMO-STARTER").statusCode(200);
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        admin.post("/license/revalidate").statusCode(200);
        sandbox.act("DEMO-ENTERPRISE", "suspend");
        String machine = admin.post("/license/deactivate")
                .statusCode(200)
                .extract()
                .path("installation.pendingReleases[0].machineId");
        admin.post("/license/releases/" + machine + "/dismiss").statusCode(200);

        admin.get("/license/history").statusCode(200).body("entries", hasSize(7));
        admin.get("/license/history/verification").body("sound", equalTo(true));
    }

    @Test
    void forget_oldEntries_isPossible() {
        clock.move(Duration.ofDays(-500));
        admin.activate("DEMO-EXPIRED").statusCode(422);
        clock.reset();

        assertThat(trail.forget(Duration.ofDays(400), Instant.now()).await().atMost(LONGEST))
                .isTrue();

        admin.get("/license/history").body("entries", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit SET detail = 'nothing happened'",
                "DELETE FROM audit",
                "TRUNCATE audit",
                "DROP TRIGGER audit_keeps_rows ON audit",
                "DELETE FROM audit_chain"
            })
    void trail_changedByTheService_isDenied(String statement) {
        admin.activate("DEMO-EXPIRED").statusCode(422);

        assertThatThrownBy(() -> database.execute("SET licensing.forgetting = 'on'", statement))
                .rootCause()
                .hasMessageMatching("ERROR: (permission denied for table|must be owner of relation) \\w+");
    }

    private String everySession(String change) {
        return "ALTER ROLE " + database.query("SELECT session_user").getFirst() + " IN DATABASE "
                + database.query("SELECT current_database()").getFirst() + " " + change;
    }

    /** The pool notices with its next use that it was cut off. */
    private void awaitConnection() {
        store.load()
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(50), Duration.ofMillis(500))
                .expireIn(LONGEST.toMillis())
                .await()
                .atMost(LONGEST);
    }
}
