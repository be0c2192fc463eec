package com.optymyse.inspire.licensing.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.optymyse.inspire.licensing.audit.AuditReport;
import com.optymyse.inspire.licensing.audit.AuditVerification;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.testing.AsOwner;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import com.optymyse.inspire.licensing.testing.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What time alone changes is recorded once, and what is old is forgotten. */
@QuarkusTest
class AuditTasksComponentTest extends LicensingTest {

    private static final String HISTORY = "/license/history";

    @Inject
    TestClock clock;

    @Inject
    AuditTasks tasks;

    @Inject
    AuditVerification watch;

    @Inject
    DataSource database;

    @AfterEach
    void byTheRealTime() {
        clock.reset();
    }

    @Test
    void recordStanding_asTheLastEntrySays_addsNothing() throws Throwable {
        run(tasks::recordStanding);
        admin.activate("DEMO-ENTERPRISE").statusCode(200);

        run(tasks::recordStanding);

        admin.get(HISTORY).body("entries.action", contains("activate"));
    }

    @Test
    void recordStanding_serverSilent_graceThenRestrictedEachOnce() throws Throwable {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);

        clock.move(Duration.ofDays(3));
        run(tasks::recordStanding);
        run(tasks::recordStanding);
        clock.move(Duration.ofDays(15));
        run(tasks::recordStanding);
        run(tasks::recordStanding);

        admin.get(HISTORY)
                .body("entries.action", contains("standing", "standing", "activate"))
                .body("entries.standing", contains("restricted", "grace", "licensed"))
                .body("entries.code", contains("certificate-ended", "server-unreachable", null))
                .body("entries[0].actor", nullValue());
    }

    /** What ends the grace says itself how the installation stands then. */
    @Test
    void recordStanding_serverBack_isTheEntryOfTheRevalidation() throws Throwable {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        clock.move(Duration.ofDays(3));
        run(tasks::recordStanding);

        clock.reset();
        admin.post("/license/revalidate").statusCode(200);
        run(tasks::recordStanding);

        admin.get(HISTORY)
                .body("entries.action", contains("revalidate", "standing", "activate"))
                .body("entries.standing", contains("licensed", "grace", "licensed"));
    }

    @Test
    void keepTrail_oldEntries_forgottenAndTheRestVerified() throws Throwable {
        clock.move(Duration.ofDays(-500));
        admin.activate("DEMO-UNKNOWN");
        clock.reset();
        admin.activate("DEMO-ENTERPRISE").statusCode(200);

        run(tasks::keepTrail);
        run(tasks::keepTrail);

        admin.get(HISTORY).body("entries", hasSize(1)).body("entries[0].id", equalTo(2));
        assertThat(watch.last()).hasValue(new AuditReport(2, 2, null));
    }

    /** Nothing is certain about the time before the vendor has signed one, or a clock was believed. */
    @Test
    void keepTrail_noTimeCertain_forgetsNothing() throws Throwable {
        clock.move(Duration.ofDays(-500));
        admin.activate("DEMO-UNKNOWN");
        clock.reset();

        run(tasks::keepTrail);

        admin.get(HISTORY).body("entries", hasSize(1));
    }

    @Test
    void keepTrail_hostsClockFarAhead_forgetsNothing() throws Throwable {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        clock.move(Duration.ofDays(-100));
        admin.activate("DEMO-EXPIRED");
        clock.move(Duration.ofDays(600));

        run(tasks::keepTrail);

        clock.reset();
        admin.get(HISTORY).body("entries", hasSize(2));
    }

    @Test
    void keepTrail_forgettingFails_isVerifiedAllTheSame() throws Throwable {
        clock.move(Duration.ofDays(-500));
        admin.activate("DEMO-EXPIRED");
        clock.reset();
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        execute("ALTER FUNCTION audit_forget RENAME TO elsewhere");
        try {
            execute(AsOwner.withoutTriggers("UPDATE audit SET actor = 'nobody' WHERE id = 1"));

            assertThatThrownBy(() -> run(tasks::keepTrail)).isInstanceOf(Refusal.class);

            assertThat(watch.last())
                    .hasValueSatisfying(report -> assertThat(report.fault()).isNotNull());
        } finally {
            execute("ALTER FUNCTION elsewhere RENAME TO audit_forget");
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void run(Supplier<Uni<Void>> task) throws Throwable {
        VertxContextSupport.subscribeAndAwait(task);
    }
}
