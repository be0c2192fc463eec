package com.optymyse.inspire.licensing.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;

import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.audit.AuditTrail;
import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.InstallationStore;
import com.optymyse.inspire.licensing.installation.Lease;
import com.optymyse.inspire.licensing.installation.Purpose;
import com.optymyse.inspire.licensing.installation.Snapshot;
import com.optymyse.inspire.licensing.testing.Api;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import com.optymyse.inspire.licensing.testing.LogRecorder;
import com.optymyse.inspire.licensing.testing.PostgresControl;
import com.optymyse.inspire.licensing.testing.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each operation and each change of the standing is one line of the log, whoever began it and whatever came of it. */
@QuarkusTest
class OperationLinesComponentTest extends LicensingTest {

    private static final String HISTORY = "/license/history";
    private static final String KEY = "DEMO-ENTERPRISE";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    PostgresControl postgres;

    @Inject
    CurrentInstallation current;

    @Inject
    InstallationStore store;

    @Inject
    AuditTrail trail;

    @Inject
    TestClock clock;

    @Inject
    BackgroundTasks tasks;

    @Inject
    AuditTasks auditTasks;

    private LogRecorder log;

    @BeforeEach
    void unlicensed() {
        admin = new Api(sandbox.token("Admin")).named("proxy-18");
        log = LogRecorder.start();
    }

    @AfterEach
    void stopListening() {
        log.close();
        clock.reset();
    }

    @Test
    void activation_online_isOneLineWithEveryField() {
        admin.request()
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .body(Map.of("method", "online", "licenseKey", KEY))
                .post("/license/activate")
                .then()
                .statusCode(200);

        String actor = admin.get(HISTORY).extract().path("entries[0].actor");
        assertThat(onlyLine())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "action", "activate",
                        "outcome", "succeeded",
                        "actor", actor,
                        "licenseKey", "…",
                        "standing", "licensed",
                        "revision", "1",
                        "machine", machineHeld(),
                        "requestId", "proxy-18",
                        "traceId", TRACE));
        assertThat(log.lines(Level.INFO, KEY)).isEmpty();
    }

    @Test
    void activation_inPlaceOfAnother_isALineForEachEntryOfTheTrail() {
        admin.activate("DEMO-STARTER").statusCode(200);
        String machine = machineHeld();

        admin.activate(KEY).statusCode(200);

        assertThat(actions()).containsExactly("activate", "replace", "release");
        assertThat(log.operations().getLast()).contains(entry("machine", machine), entry("requestId", "proxy-18"));
    }

    @Test
    void activation_refused_isOneLineLikeItsEntry() {
        admin.activate("DEMO-EXPIRED").statusCode(422);

        assertThat(onlyLine())
                .contains(
                        entry("action", "activate"),
                        entry("outcome", "refused"),
                        entry("code", "license-expired"),
                        entry("licenseKey", "…"),
                        entry("revision", "0"),
                        entry("requestId", "proxy-18"))
                .doesNotContainKeys("standing", "machine");
        admin.get(HISTORY).body("entries", hasSize(1));
    }

    @Test
    void activation_badRequest_isOneLineThoughTheTrailHasNone() {
        admin.post("/license/activate", Map.of("method", "carrier pigeon")).statusCode(400);

        assertThat(onlyLine()).contains(entry("action", "activate"), entry("code", "invalid-request"));
        admin.get(HISTORY).body("entries", empty());
    }

    @Test
    void activation_duringAnotherOperation_isOneLineThoughTheTrailHasNone() {
        Lease other = store.acquire(Purpose.activate("admin"), Duration.ZERO)
                .await()
                .atMost(Duration.ofSeconds(30))
                .orElseThrow();

        admin.activate(KEY).statusCode(409);

        store.giveBack(other).await().atMost(Duration.ofSeconds(30));
        assertThat(onlyLine()).contains(entry("outcome", "refused"), entry("code", "operation-in-progress"));
        admin.get(HISTORY).body("entries", empty());
    }

    @Test
    void activation_databaseAway_isOneLine() {
        postgres.goAway();
        try {
            admin.activate(KEY).statusCode(503);
        } finally {
            postgres.comeBack();
        }

        assertThat(onlyLine())
                .contains(
                        entry("outcome", "failed"), entry("code", "store-unavailable"), entry("requestId", "proxy-18"));
    }

    @Test
    void revalidation_noAnswer_isOneLineLikeItsEntry() {
        admin.activate(KEY).statusCode(200);
        sandbox.fault("refuse", "");

        admin.post("/license/revalidate").statusCode(503);

        assertThat(actions()).containsExactly("activate", "revalidate");
        assertThat(log.operations().getLast())
                .contains(
                        entry("outcome", "failed"),
                        entry("code", "licensing-server-unreachable"),
                        entry("standing", "licensed"),
                        entry("machine", machineHeld()),
                        entry("requestId", "proxy-18"));
    }

    @Test
    void revalidation_byTheTimer_isOneLineOfNobody() throws Throwable {
        admin.activate(KEY).statusCode(200);
        sandbox.act(KEY, "suspend");
        clock.move(Duration.ofMinutes(10));

        run(tasks::revalidateDue);

        assertThat(actions()).containsExactly("activate", "revalidate");
        assertThat(log.operations().getLast())
                .contains(
                        entry("outcome", "succeeded"),
                        entry("code", "license-suspended"),
                        entry("standing", "restricted"),
                        entry("revision", "2"))
                .doesNotContainKeys("actor", "requestId", "traceId");
    }

    /** The trail leaves it out, but an operation is an operation. */
    @Test
    void revalidation_byTheTimerWithoutNews_isOneLine() throws Throwable {
        admin.activate(KEY).statusCode(200);
        clock.move(Duration.ofMinutes(10));

        run(tasks::revalidateDue);

        assertThat(actions()).containsExactly("activate", "revalidate");
    }

    @Test
    void deactivation_unlicensed_isOneLine() {
        admin.post("/license/deactivate").statusCode(409);

        assertThat(onlyLine()).contains(entry("action", "deactivate"), entry("code", "not-licensed"));
    }

    @Test
    void dismissal_ofNothing_isOneLine() {
        admin.post("/license/releases/unknown/dismiss").statusCode(404);

        assertThat(onlyLine()).contains(entry("action", "dismiss-release"), entry("code", "not-found"));
    }

    @Test
    void release_inTheBackground_isALineWhenThereIsNews() throws Throwable {
        admin.activate(KEY).statusCode(200);
        String machine = machineHeld();
        sandbox.fault("refuse", "");
        admin.post("/license/deactivate").statusCode(200);
        installation.letReleasesBeDue();
        run(tasks::releaseDue);
        sandbox.noFaults();
        installation.letReleasesBeDue();

        run(tasks::releaseDue);

        List<Map<String, String>> lines = log.operations();
        assertThat(actions()).containsExactly("activate", "deactivate", "release", "release");
        assertThat(lines.get(1)).contains(entry("machine", machine), entry("standing", "unlicensed"));
        assertThat(lines.get(2)).contains(entry("outcome", "failed"), entry("requestId", "proxy-18"));
        assertThat(lines.get(3))
                .contains(entry("outcome", "succeeded"), entry("machine", machine), entry("licenseKey", "…"))
                .doesNotContainKeys("actor", "requestId");
    }

    @Test
    void standing_byTime_isOneLine() throws Throwable {
        activateAndOffer();
        clock.move(Duration.ofDays(3));

        run(auditTasks::recordStanding);
        run(auditTasks::recordStanding);

        assertThat(actions()).containsExactly("activate", "standing");
        assertThat(log.operations().getLast())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "action", "standing",
                        "outcome", "succeeded",
                        "code", "server-unreachable",
                        "standing", "grace",
                        "licenseKey", "…",
                        "machine", machineHeld(),
                        "revision", "1"));
    }

    @Test
    void standing_recordedByAnotherReplica_isThatOnesLine() throws Throwable {
        activateAndOffer();
        clock.move(Duration.ofDays(3));
        Snapshot known = current.now();
        AuditEntry standing = AuditEntry.standing(
                known.at(), known.licensing().standing(), known.licensing().reason());
        run(() -> trail.addStanding(known.stored().version(), standing).replaceWithVoid());

        run(auditTasks::recordStanding);

        assertThat(actions()).containsExactly("activate");
    }

    /** What the tasks have offered to the trail before, in another test too, they do not offer again. */
    private void activateAndOffer() throws Throwable {
        admin.activate(KEY).statusCode(200);
        run(auditTasks::recordStanding);
    }

    private Map<String, String> onlyLine() {
        assertThat(log.operations()).hasSize(1);
        return log.operations().getFirst();
    }

    private Stream<String> actions() {
        return log.operations().stream().map(line -> line.get("action"));
    }

    private String machineHeld() {
        String machine = current.now().stored().license().held().machineId();
        assertThat(machine).isNotNull();
        return machine;
    }

    private static void run(Supplier<Uni<Void>> task) throws Throwable {
        VertxContextSupport.subscribeAndAwait(task);
    }
}
