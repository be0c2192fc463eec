package com.optymyse.inspire.licensing.runtime;

import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.SigningKeys;
import com.optymyse.inspire.licensing.installation.Snapshot;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.postgres.ChangeListener;
import com.optymyse.inspire.licensing.postgres.ChangeListener.Hint;
import com.optymyse.inspire.licensing.postgres.DatabaseConfig;
import com.optymyse.inspire.licensing.postgres.Migration;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Brings the database up to date once the service runs, then reads the state, now and whenever another replica has changed
 * it. The start itself waits for none of this.
 */
@ApplicationScoped
class DatabaseAtStart {

    private final Migration migration;
    private final ChangeListener changes;
    private final CurrentInstallation current;
    private final SigningKeys keys;

    private final AtomicBoolean warned = new AtomicBoolean();

    private Cancellable running = () -> {};

    DatabaseAtStart(Migration migration, ChangeListener changes, CurrentInstallation current, SigningKeys keys) {
        this.migration = migration;
        this.changes = changes;
        this.current = current;
        this.keys = keys;
    }

    void start(@Observes StartupEvent started, DatabaseConfig config) {
        Uni<Void> ready =
                config.migrateAtStart() ? migration.run() : Uni.createFrom().voidItem();
        running = ready.onItem()
                .transformToMulti(done -> changes.hints())
                .onItem()
                .transformToUniAndConcatenate(this::follow)
                .subscribe()
                .with(state -> {}, failure -> Log.error("The stored state can't be followed.", failure));
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
        return current.reload().invoke(this::warnOfFingerprint);
    }
}
