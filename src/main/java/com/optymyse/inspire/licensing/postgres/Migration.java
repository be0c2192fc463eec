package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.installation.StartObstacle;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the tables up to date, however long PostgreSQL takes to be there. */
@ApplicationScoped
public class Migration {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** Looked up when it is used, because it can't be made where no database is configured. */
    private final InjectableInstance<Flyway> flyway;

    private final StartObstacle obstacle;

    private final AtomicReference<String> reported = new AtomicReference<>("");

    Migration(InjectableInstance<Flyway> flyway, StartObstacle obstacle) {
        this.flyway = flyway;
        this.obstacle = obstacle;
    }

    /**
     * Runs what has not run yet, for one replica at a time, and completes when it is done. It is tried again until then;
     * each new cause of failure is logged once, as an error where waiting is not enough.
     */
    public Uni<Void> run() {
        return Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(() -> flyway.get().migrate())
                .invoke(obstacle::gone)
                .onFailure(FlywayException.class)
                .invoke(this::report)
                .onFailure(FlywayException.class)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    private void report(Throwable failure) {
        MigrationObstacle.of(failure).ifPresentOrElse(obstacle::found, () -> waitAfter(failure));
    }

    private void waitAfter(Throwable failure) {
        obstacle.gone();
        String cause = DatabaseFailure.describe(failure);
        if (!cause.equals(reported.getAndSet(cause))) {
            Log.warnf("The database can't be brought up to date yet, and is tried again until it can: %s", cause);
        }
    }
}
