package com.optymyse.inspire.licensing.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.testing.Api;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import com.optymyse.inspire.licensing.testing.Metrics;
import com.optymyse.inspire.licensing.testing.SavedTables;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An older state of the database is put back under a running service. */
@QuarkusTest
class RolledBackComponentTest extends LicensingTest {

    private static final String CODE = "state-rolled-back";

    /** As the alert StateRolledBack has it. */
    private static final String METRIC = "licensing_state_rolled_back";

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Inject
    CurrentInstallation current;

    @Inject
    BackgroundTasks tasks;

    @Inject
    DataSource database;

    @BeforeEach
    void licensed() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
    }

    @Test
    void wholeDatabase_putBack_toldRecordedAndConfirmed() throws Throwable {
        SavedTables backup = SavedTables.of(database);
        sandbox.change("DEMO-ENTERPRISE", Map.of("name", "Less"));
        admin.post("/license/revalidate").statusCode(200);
        long entry = current.now().stored().trail();
        backup.putBack(database);

        poll();
        poll();

        admin.get("/license").body("problems.code", hasItem(CODE)).body("standing", equalTo("licensed"));
        assertThat(Metrics.value(metrics, METRIC)).isEqualTo(1);
        admin.get("/license/history")
                .body("entries.findAll { it.action == '" + CODE + "' }.size()", equalTo(1))
                .body("entries[0].code", equalTo(CODE));
        assertThat(current.now().stored().trail()).isLessThanOrEqualTo(entry);

        admin.post("/license/rollback/confirm").statusCode(200).body("problems.code", not(hasItem(CODE)));

        poll();
        admin.get("/license").body("problems.code", not(hasItem(CODE)));
        assertThat(Metrics.value(metrics, METRIC)).isZero();
        admin.get("/license/history").body("entries[0].action", equalTo("confirm-rollback"));
        admin.get("/license/history/verification").body("sound", equalTo(true));
        admin.post("/license/rollback/confirm").statusCode(404).body("code", equalTo("not-found"));
    }

    /** An entry alone is missing: what was refused has moved no version. */
    @Test
    void entryOfTheTrailAlone_putBack_told() throws Throwable {
        SavedTables backup = SavedTables.of(database);
        admin.activate("DEMO-SUSPENDED").statusCode(422);
        poll();
        backup.putBack(database);

        poll();

        admin.get("/license").body("problems.code", hasItem(CODE));
    }

    @Test
    void confirm_withoutTheRole_forbidden() {
        new Api(sandbox.token("")).post("/license/rollback/confirm").statusCode(403);
    }

    @Test
    void readAgainAndAgain_nothingPutBack_nothingTold() throws Throwable {
        admin.post("/license/revalidate").statusCode(200);
        admin.activate("DEMO-SUSPENDED").statusCode(422);
        poll();
        poll();

        admin.get("/license").body("problems", empty());
    }

    private void poll() throws Throwable {
        VertxContextSupport.subscribeAndAwait(tasks::poll);
    }
}
