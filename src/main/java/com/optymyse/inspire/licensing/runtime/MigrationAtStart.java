package com.optymyse.inspire.licensing.runtime;

import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.postgres.DatabaseConfig;
import com.optymyse.inspire.licensing.postgres.Migration;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Brings the database up to date once the service runs, then reads the state. The start itself waits for neither. */
@ApplicationScoped
class MigrationAtStart {

    private Cancellable migration = () -> {};

    void start(
            @Observes StartupEvent started, DatabaseConfig config, Migration migration, CurrentInstallation current) {
        if (config.migrateAtStart()) {
            this.migration =
                    migration.run().chain(current::reload).subscribe().with(state -> {}, MigrationAtStart::report);
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        migration.cancel();
    }

    /** A refusal of the store is logged by the store, and the next poll reads again. */
    private static void report(Throwable failure) {
        if (!(failure instanceof Refusal)) {
            Log.error("The database was not brought up to date.", failure);
        }
    }
}
