package com.optymyse.inspire.licensing.background;

import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.SigningKeys;
import com.optymyse.inspire.licensing.installation.Snapshot;
import com.optymyse.inspire.licensing.installation.StoreChanges;
import com.optymyse.inspire.licensing.installation.StoreChanges.Hint;
import com.optymyse.inspire.licensing.installation.StorePreparation;
import com.optymyse.inspire.licensing.license.Refusal;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Brings the database up to date once the service runs, then reads the state, now and whenever another replica has changed
 * it. The start itself waits for none of this.
 */
@ApplicationScoped
class DatabaseFollower {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final StorePreparation store;
    private final StoreChanges changes;
    private final CurrentInstallation current;
    private final SigningKeys keys;

    private final AtomicBoolean warned = new AtomicBoolean();
    private final AtomicReference<String> reported = new AtomicReference<>("");

    private Cancellable running = () -> {};

    DatabaseFollower(StorePreparation store, StoreChanges changes, CurrentInstallation current, SigningKeys keys) {
        this.store = store;
        this.changes = changes;
        this.current = current;
        this.keys = keys;
    }

    void start(@Observes StartupEvent started) {
        running = store.prepared()
                .chain(this::load)
                .onItem()
                .transformToMulti(loaded -> changes.hints())
                .onItem()
                .transformToUniAndConcatenate(this::follow)
                .onFailure(Exception.class)
                .invoke(this::report)
                .onFailure(Exception.class)
                .retry()
                .withBackOff(PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .subscribe()
                .with(
                        state -> {},
                        error -> Log.error(
                                "The service can't follow the changes in the database any more."
                                        + " Restart the service.",
                                error));
    }

    /** Reads the state for the first time, however long that takes. What keeps it from it is logged by the store. */
    private Uni<Void> load() {
        return readState()
                .chain(keys::reload)
                .replaceWithVoid()
                .invoke(store::read)
                .onFailure(Refusal.class)
                .invoke(store::unread)
                .onFailure(Refusal.class)
                .retry()
                .withBackOff(PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    /** Logs an unexpected error with its stack trace, once until the state can be read again. */
    private void report(Throwable failure) {
        String cause = failure.toString();
        if (!cause.equals(reported.getAndSet(cause))) {
            Log.error("The service can't follow the changes in the database. It retries until it can.", failure);
        }
    }

    private void warnOfFingerprint() {
        current.otherFingerprint()
                .filter(warning -> warned.compareAndSet(false, true))
                .ifPresent(Log::warn);
    }

    void stop(@Observes ShutdownEvent stopping) {
        running.cancel();
    }

    /** A failure of the store is logged by the store, and the next hint or poll reads again. */
    private Uni<Void> follow(Hint hint) {
        Uni<?> read = switch (hint) {
            case LISTENING_BEGINS -> readState().chain(keys::reload);
            case NOTIFIED -> readState();
        };
        return read.replaceWithVoid().onFailure(Refusal.class).recoverWithNull();
    }

    private Uni<Snapshot> readState() {
        return current.reload().invoke(this::warnOfFingerprint).invoke(() -> reported.set(""));
    }
}
