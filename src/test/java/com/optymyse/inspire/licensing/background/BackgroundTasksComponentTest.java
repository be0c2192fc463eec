package com.optymyse.inspire.licensing.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.optymyse.inspire.licensing.installation.ClockWatch;
import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.HighWaterMarks;
import com.optymyse.inspire.licensing.installation.InstallationStore;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import com.optymyse.inspire.licensing.testing.LogRecorder;
import com.optymyse.inspire.licensing.testing.PostgresControl;
import com.optymyse.inspire.licensing.testing.TestClock;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tasks themselves; in tests their turns are an hour apart. */
@QuarkusTest
class BackgroundTasksComponentTest extends LicensingTest {

    private static final Duration NOT_YET = Duration.ofMinutes(-30);

    PostgresControl postgres;

    @Inject
    ClockWatch clockWatch;

    @Inject
    CurrentInstallation current;

    @Inject
    InstallationStore store;

    @Inject
    TestClock clock;

    @Inject
    BackgroundTasks tasks;

    @AfterEach
    void byTheRealTime() {
        clock.reset();
    }

    @Test
    void revalidateDue_nothingActivated_serverNotAsked() throws Throwable {
        sandbox.forgetCalls();

        run(tasks::revalidateDue);

        assertThat(sandbox.calls()).isEmpty();
    }

    @Test
    void revalidateDue_beforeItsTime_serverNotAsked() throws Throwable {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        sandbox.forgetCalls();
        moveTo(nextRevalidation().plus(NOT_YET));

        run(tasks::revalidateDue);

        assertThat(sandbox.calls()).isEmpty();
    }

    @Test
    void revalidateDue_itsTimeHasCome_serverAskedOnce() throws Throwable {
        admin.activate("DEMO-STARTER").statusCode(200);
        sandbox.act("DEMO-STARTER", "suspend");
        sandbox.forgetCalls();
        Instant due = nextRevalidation();
        moveTo(due);

        run(tasks::revalidateDue);
        run(tasks::revalidateDue);

        assertThat(sandbox.calls()).containsExactly("validate");
        assertThat(nextRevalidation()).isAfter(due);
        admin.get("/license").body("reason", equalTo("license-suspended"));
    }

    @Test
    void revalidateDue_anotherReplicaHasJustDoneIt_serverNotAskedAgain() throws Throwable {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        sandbox.forgetCalls();
        moveTo(nextRevalidation());
        Uni<Void> foundDue = tasks.revalidateDue();
        run(tasks::revalidateDue);

        run(() -> foundDue);

        assertThat(sandbox.calls()).containsExactly("validate", "check-out");
    }

    @Test
    void revalidateDue_onSeveralReplicasAtOnce_serverAskedByOne() throws Throwable {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        sandbox.forgetCalls();
        moveTo(nextRevalidation());

        run(() -> Uni.join()
                .all(tasks.revalidateDue(), tasks.revalidateDue(), tasks.revalidateDue())
                .andFailFast()
                .replaceWithVoid());

        assertThat(sandbox.calls()).containsExactly("validate", "check-out");
    }

    @Test
    void revalidateDue_offlineLicense_serverNeverAsked() throws Throwable {
        String fingerprint = current.now().stored().fingerprint();
        String file = sandbox.file("DEMO-ENTERPRISE", Map.of("kind", "machine", "fingerprint", fingerprint));
        admin.activate("DEMO-ENTERPRISE", file).statusCode(200).body("standing", equalTo("licensed"));
        sandbox.forgetCalls();
        moveTo(clock.instant().plus(Duration.ofDays(3)));

        run(tasks::revalidateDue);

        assertThat(sandbox.calls()).isEmpty();
    }

    @Test
    void releaseDue_beforeItsTime_serverNotAsked() throws Throwable {
        queueRelease();

        run(tasks::releaseDue);

        assertThat(sandbox.calls()).isEmpty();
        assertThat(sandbox.machines("DEMO-ENTERPRISE")).hasSize(1);
    }

    @Test
    void releaseDue_itsTimeHasCome_seatGivenBack() throws Throwable {
        queueRelease();
        installation.letReleasesBeDue();

        run(tasks::releaseDue);

        assertThat(sandbox.machines("DEMO-ENTERPRISE")).isEmpty();
        admin.get("/license").body("installation.pendingReleases", empty());
    }

    @Test
    void releaseDue_serverStillAway_keptAndDueLater() throws Throwable {
        queueRelease();
        sandbox.fault("refuse", "");
        installation.letReleasesBeDue();
        Instant due = nextRelease();

        run(tasks::releaseDue);

        assertThat(sandbox.machines("DEMO-ENTERPRISE")).hasSize(1);
        assertThat(nextRelease()).isAfter(due);
    }

    /** PostgreSQL's clock decides, which all replicas share. */
    @ParameterizedTest
    @ValueSource(ints = {-30, 30})
    void releaseDue_hostsClockWrong_triedWhenPostgresSaysSo(int days) throws Throwable {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        clock.move(Duration.ofDays(days));
        deactivateWithoutServer();

        run(tasks::releaseDue);
        assertThat(sandbox.machines("DEMO-ENTERPRISE")).hasSize(1);
        installation.letReleasesBeDue();
        run(tasks::releaseDue);

        assertThat(sandbox.machines("DEMO-ENTERPRISE")).isEmpty();
    }

    /** Planned by the host's clock, the next question would come with the 30 days, long after the change. */
    @Test
    void revalidateDue_hostsClockSetBack_serverAskedBeforeTheChangeAllTheSame() throws Throwable {
        Instant expiry = clock.instant().plus(Duration.ofHours(6)).truncatedTo(ChronoUnit.SECONDS);
        sandbox.change("DEMO-ENTERPRISE", Map.of("expiry", expiry.toString()));
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        clock.move(Duration.ofDays(-30));
        admin.post("/license/revalidate").statusCode(200);

        assertThat(nextRevalidation()).isBetween(expiry.minus(Duration.ofMinutes(5)), expiry);
    }

    @Test
    void revalidateDue_hostsClockSetBack_serverAskedOnceTheTimeHasCome() throws Throwable {
        clock.move(Duration.ofDays(-30));
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        long version = current.now().stored().version();
        run(() -> store.see(version, nextRevalidation()).chain(current::reload).replaceWithVoid());
        sandbox.forgetCalls();

        run(tasks::revalidateDue);

        assertThat(sandbox.calls()).containsExactly("validate", "check-out");
    }

    /** The pause after a failure must not sleep through the change, at which a renewal may have come. */
    @Test
    void revalidateDue_changeComesDuringAPause_serverAskedAtTheChange() throws Throwable {
        Instant expiry = clock.instant().plus(Duration.ofHours(6)).truncatedTo(ChronoUnit.SECONDS);
        sandbox.change("DEMO-ENTERPRISE", Map.of("expiry", expiry.toString()));
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        sandbox.fault("refuse", "");
        moveTo(expiry.minus(Duration.ofMinutes(2)));

        for (int failures = 1; failures <= 6; failures++) {
            admin.post("/license/revalidate").statusCode(503);
        }

        assertThat(nextRevalidation()).isEqualTo(expiry);
    }

    @Test
    void stop_licensed_timeThatHasPassedIsStored() throws Throwable {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        Instant before = latestStored();

        tasks.remember(clockWatch, Duration.ofMinutes(1));

        assertThat(latestStored()).isAfter(before);
    }

    @Test
    void stop_databaseAway_saidAndNotWaitedFor() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        try (LogRecorder log = LogRecorder.start()) {
            postgres.goAway();

            tasks.stop(new ShutdownEvent(), clockWatch);

            assertThat(log.lines(Level.INFO, "forgets the time")).hasSize(1);
        } finally {
            postgres.comeBack();
        }
    }

    private Instant latestStored() throws Throwable {
        HighWaterMarks marks =
                VertxContextSupport.subscribeAndAwait(store::load).marks();
        return marks.effective(Instant.EPOCH);
    }

    private void queueRelease() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        deactivateWithoutServer();
    }

    private void deactivateWithoutServer() {
        sandbox.fault("refuse", "");
        admin.post("/license/deactivate").statusCode(200).body("installation.pendingReleases", hasSize(1));
        sandbox.noFaults();
        sandbox.forgetCalls();
    }

    private Instant nextRevalidation() {
        return current.now().stored().license().held().attempts().nextAt();
    }

    private Instant nextRelease() {
        return current.now().stored().releases().getFirst().nextAttemptAt();
    }

    private void moveTo(Instant instant) {
        clock.reset();
        clock.move(Duration.between(clock.instant(), instant));
    }

    private static void run(Supplier<Uni<Void>> task) throws Throwable {
        VertxContextSupport.subscribeAndAwait(task);
    }
}
