package com.optymyse.inspire.licensing.postgres;

import static com.optymyse.inspire.licensing.testing.StoredSamples.AUDIT;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import com.optymyse.inspire.licensing.incident.Incident;
import com.optymyse.inspire.licensing.incident.Incidents;
import com.optymyse.inspire.licensing.installation.Change;
import com.optymyse.inspire.licensing.installation.HighWaterMarks;
import com.optymyse.inspire.licensing.installation.InstallationStore;
import com.optymyse.inspire.licensing.installation.KnownLicenses;
import com.optymyse.inspire.licensing.installation.Lease;
import com.optymyse.inspire.licensing.installation.LicenseState;
import com.optymyse.inspire.licensing.installation.Purpose;
import com.optymyse.inspire.licensing.installation.StoredInstallation;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.testing.Api;
import com.optymyse.inspire.licensing.testing.FreshInstallation;
import com.optymyse.inspire.licensing.testing.LogRecorder;
import com.optymyse.inspire.licensing.testing.PostgresControl;
import com.optymyse.inspire.licensing.testing.PostgresTestResource;
import com.optymyse.inspire.licensing.testing.SandboxControl;
import com.optymyse.inspire.licensing.testing.SandboxTestResource;
import com.optymyse.inspire.licensing.testing.TestMonotonicClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL is away: every call fails soon and says so, and works again by itself. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SandboxTestResource.class)
class OutageComponentTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Inject
    InstallationStore store;

    @Inject
    FreshInstallation installation;

    @Inject
    Database database;

    @Inject
    Pool pool;

    @Inject
    TestMonotonicClock monotonic;

    @Inject
    Incidents incidents;

    PostgresControl postgres;

    SandboxControl sandbox;

    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready;

    @BeforeEach
    void beginAnew() {
        installation.begin();
    }

    @AfterEach
    void comeBack() {
        postgres.comeBack();
    }

    @Test
    void everyCall_postgresAway_isUnavailableUntilItIsBack() {
        StoredInstallation before = await(store.load());
        Lease lease =
                await(store.acquire(Purpose.activate("admin"), Duration.ZERO)).orElseThrow();

        postgres.goAway();

        assertUnavailable(store.load());
        assertUnavailable(store.acquire(Purpose.activate("admin"), Duration.ofSeconds(6)));
        assertUnavailable(store.commit(nothing(before), false));
        assertUnavailable(store.giveBack(lease));

        postgres.comeBack();

        assertThat(await(store.load())).isEqualTo(before);
        await(store.giveBack(lease));
        assertThat(await(store.commit(nothing(before), false)).version()).isEqualTo(before.version() + 1);
    }

    @Test
    void api_postgresAway_tellsWhatIsLicensedAndRefusesToChangeIt() {
        sandbox.reset();
        Api admin = new Api(sandbox.token("Admin"));
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        String entitlements =
                admin.get("/entitlements").statusCode(200).extract().asString();

        postgres.goAway();

        admin.get("/entitlements").statusCode(200).body(equalTo(entitlements));
        admin.get("/limits").statusCode(200).body("maxDisplays", equalTo(500));
        admin.get("/license").statusCode(200).body("standing", equalTo("licensed"));
        given().get(ready).then().statusCode(200);
        Stream.of(
                        admin.activate("DEMO-STARTER"),
                        admin.post("/license/preview", Map.of("method", "online", "licenseKey", "DEMO-STARTER")),
                        admin.post("/license/revalidate"),
                        admin.post("/license/deactivate"),
                        admin.post("/license/releases/some-machine/dismiss"),
                        admin.get("/license/history"),
                        admin.get("/license/history/verification"))
                .forEach(answer -> answer.statusCode(503).body("code", equalTo("store-unavailable")));

        postgres.comeBack();

        admin.post("/license/revalidate").statusCode(200);
        admin.post("/license/deactivate").statusCode(200).body("release", equalTo("completed"));
        admin.get("/license/history").statusCode(200);
    }

    /** However often it fails meanwhile. */
    @Test
    void outage_beginsAndIsOver_isOneWarningOfEach() {
        await(store.load());
        monotonic.pass(Incident.QUIET);
        incidents.look();

        try (LogRecorder log = LogRecorder.start()) {
            postgres.goAway();
            assertUnavailable(store.load());
            assertUnavailable(store.load());
            postgres.comeBack();
            await(store.load());
            monotonic.pass(Incident.QUIET);
            incidents.look();

            Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                List<String> lines = log.lines(Level.WARNING, "The database can");
                assertThat(lines).hasSize(2);
                assertThat(lines.getFirst()).startsWith("The database can't be used: ");
                assertThat(lines.getLast()).isEqualTo("The database can be used again.");
            });
        }
    }

    @Test
    void load_tablesNotMadeYet_isUnavailable() {
        database.execute("ALTER TABLE installation RENAME TO elsewhere");
        try {
            assertUnavailable(store.load());
        } finally {
            database.execute("ALTER TABLE elsewhere RENAME TO installation");
        }
    }

    /** As a former primary is left behind: no connection ends, and every question is answered. */
    @Test
    void read_serverToldToWriteNoMore_isNotThePresentStateUntilAnotherConnectionWrites() {
        await(store.load());
        monotonic.pass(Incident.QUIET);
        incidents.look();
        try (LogRecorder log = LogRecorder.start()) {
            Awaitility.await().atMost(LONGEST).until(() -> {
                letEveryConnectionOnlyRead();
                return !await(store.read()).present();
            });

            Awaitility.await().atMost(LONGEST).until(() -> await(store.read()).present());
            monotonic.pass(Incident.QUIET);
            incidents.look();

            Awaitility.await().atMost(LONGEST).untilAsserted(() -> {
                assertThat(log.lines(Level.WARNING, "PostgreSQL is read-only at the moment"))
                        .hasSize(1);
                assertThat(log.lines(Level.WARNING, "PostgreSQL can be written again."))
                        .hasSize(1);
            });
        }
    }

    private void letEveryConnectionOnlyRead() {
        List<SqlConnection> connections = Stream.generate(() -> await(pool.getConnection()))
                .limit(pool.size())
                .toList();
        connections.forEach(connection ->
                await(connection.query("SET default_transaction_read_only = on").execute()));
        connections.forEach(connection -> await(connection.close()));
    }

    private static Change nothing(StoredInstallation before) {
        return new Change(
                before, null, new LicenseState.None(), HighWaterMarks.NONE, KnownLicenses.NONE, List.of(), AUDIT);
    }

    private static void assertUnavailable(Uni<?> call) {
        assertThatThrownBy(() -> await(call))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.STORE_UNAVAILABLE));
    }

    private static <T> T await(Uni<T> call) {
        return call.await().atMost(LONGEST);
    }
}
