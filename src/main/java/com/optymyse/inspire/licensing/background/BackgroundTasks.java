package com.optymyse.inspire.licensing.background;

import com.optymyse.inspire.licensing.activation.Operations;
import com.optymyse.inspire.licensing.activation.RefusedOperations;
import com.optymyse.inspire.licensing.activation.Revalidation;
import com.optymyse.inspire.licensing.activation.SeatReleases;
import com.optymyse.inspire.licensing.activation.ServerPauses;
import com.optymyse.inspire.licensing.audit.AuditEntry.Action;
import com.optymyse.inspire.licensing.audit.Caller;
import com.optymyse.inspire.licensing.incident.Incidents;
import com.optymyse.inspire.licensing.installation.ClockWatch;
import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.HeldLicense;
import com.optymyse.inspire.licensing.installation.InstallationStore;
import com.optymyse.inspire.licensing.installation.Rollbacks;
import com.optymyse.inspire.licensing.installation.SigningKeys;
import com.optymyse.inspire.licensing.installation.Snapshot;
import com.optymyse.inspire.licensing.licensingserver.Deadline;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The background tasks of the service. Each task looks at the state in memory first, so that a quiet installation costs the
 * store a read every few seconds, and each replica a small write every ten: the time that has passed.
 */
@ApplicationScoped
class BackgroundTasks {

    private static final Duration RELEASE_DEADLINE = Duration.ofSeconds(30);

    /** How long a shutdown waits for the store. */
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(2);

    /** How often the signing keys are read. A new key is published a day before it signs. */
    private static final Duration SIGNING_KEYS = Duration.ofMinutes(10);

    /** Lets the operator know when a failure is over. */
    private static final Duration INCIDENTS = Duration.ofSeconds(5);

    private final CurrentInstallation current;
    private final InstallationStore store;
    private final SeatReleases releases;
    private final Revalidation revalidation;
    private final ServerPauses pauses;
    private final RefusedOperations refused;
    private final Operations operations;
    private final SigningKeys keys;
    private final Rollbacks rollbacks;

    BackgroundTasks(
            CurrentInstallation current,
            InstallationStore store,
            SeatReleases releases,
            Revalidation revalidation,
            ServerPauses pauses,
            RefusedOperations refused,
            Operations operations,
            SigningKeys keys,
            Rollbacks rollbacks) {
        this.current = current;
        this.store = store;
        this.releases = releases;
        this.revalidation = revalidation;
        this.pauses = pauses;
        this.refused = refused;
        this.operations = operations;
        this.keys = keys;
        this.rollbacks = rollbacks;
    }

    /**
     * Stores the current time, so that a clock set back gains nothing at a restart. A store that does not answer holds up
     * no shutdown.
     */
    void stop(@Observes ShutdownEvent stopping, ClockWatch clockWatch) {
        remember(clockWatch, SHUTDOWN_TIMEOUT);
    }

    /** Stores the current time, or logs that it is forgotten if that fails or takes longer than this. */
    void remember(ClockWatch clockWatch, Duration longest) {
        try {
            clockWatch.remember().subscribe().asCompletionStage().get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            Log.infof(
                    "The service could not store the current time when it stopped, and forgets the time since the"
                            + " last store: %s",
                    failure.getCause());
        } catch (TimeoutException tooLate) {
            Log.info("The service could not store the current time when it stopped, and forgets the time since the last"
                    + " store: the database did not answer in time.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    void start(
            @Observes StartupEvent started,
            RepeatedTasks tasks,
            BackgroundConfig config,
            ClockWatch clockWatch,
            Incidents incidents) {
        tasks.add("poll", config.poll(), this::poll);
        tasks.add("releases", config.releases(), this::releaseDue);
        tasks.add("revalidation", config.revalidation(), this::revalidateDue);
        tasks.add("signing-keys", SIGNING_KEYS, this::reloadKeys);
        tasks.add("clock", config.clock(), clockWatch::watch);
        tasks.add("incidents", INCIDENTS, () -> Uni.createFrom().voidItem().invoke(incidents::look));
    }

    /** Reads the state again. The first read belongs to the start, which knows when the store is ready. */
    Uni<Void> poll() {
        return current.isLoaded()
                ? current.reload().chain(rollbacks::record)
                : Uni.createFrom().voidItem();
    }

    Uni<Void> releaseDue() {
        if (operations.isStopping()
                || !current.isLoaded()
                || current.now().stored().releases().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return operations.run(() -> store.time()
                .chain(now -> SeatReleases.isAnyDue(current.now().stored(), now)
                        ? releases.releaseDue(Deadline.after(RELEASE_DEADLINE))
                                .chain(current::reload)
                                .replaceWithVoid()
                        : Uni.createFrom().voidItem()));
    }

    Uni<Void> revalidateDue() {
        if (operations.isStopping() || !current.isLoaded()) {
            return Uni.createFrom().voidItem();
        }
        Snapshot due = current.now();
        if (!isRevalidationDue(due)) {
            return Uni.createFrom().voidItem();
        }
        return operations.run(() -> claimAsking(due)
                .chain(claimed -> claimed
                        ? refused.logged(
                                        Action.REVALIDATE,
                                        Caller.SERVICE,
                                        () -> revalidation.revalidate(Caller.SERVICE))
                                .replaceWithVoid()
                        : Uni.createFrom().voidItem()));
    }

    /**
     * Claims the right to ask the licensing server about the version that was found to be due. False while the server asks
     * for a pause, and if another replica has changed that version or has the claim.
     */
    private Uni<Boolean> claimAsking(Snapshot due) {
        return pauses.allowBackground()
                .chain(allowed -> allowed
                        ? store.claimAsking(due.stored().version())
                        : Uni.createFrom().item(false));
    }

    private Uni<Void> reloadKeys() {
        return current.isLoaded()
                ? keys.reload().replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    /** Whether a re-validation is due, by the time that counts: a host's clock that was set back must not delay it. */
    private boolean isRevalidationDue(Snapshot snapshot) {
        HeldLicense held = snapshot.stored().license().held();
        return held != null && held.attempts().isDueAt(current.effectiveTime());
    }
}
