package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.installation.StartObstacle;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.flywaydb.core.api.FlywayException;

/** Brings the tables up to date, however long PostgreSQL takes to be there. */
@ApplicationScoped
public class Migration {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Pool pool;
    private final JdbcSource owner;
    private final StartObstacle obstacle;

    private final AtomicReference<String> reported = new AtomicReference<>("");

    Migration(Pool pool, DatabaseSettings settings, DatabaseConfig config, StartObstacle obstacle) {
        this.pool = pool;
        this.owner = new JdbcSource(settings, config.timeout());
        this.obstacle = obstacle;
    }

    /**
     * Runs what has not run yet, for one replica at a time, and completes when it is done. It is tried again until then;
     * each new cause of failure is logged once, as an error where waiting is not enough.
     */
    public Uni<Void> run() {
        return Uni.createFrom()
                .deferred(this::isCurrent)
                .chain(current -> current ? Uni.createFrom().voidItem() : migrate())
                .invoke(obstacle::gone)
                .onFailure(Migration::isWorthATry)
                .invoke(this::report)
                .onFailure(Migration::isWorthATry)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    /** Asks through the pool, so that a start with nothing to migrate needs no second driver. */
    private Uni<Boolean> isCurrent() {
        return pool.query(Schema.HISTORY)
                .execute()
                .map(rows -> Schema.isCurrent(Schema.checksums(rows)))
                // There is no such table, or this role may not read it: trying to migrate tells what is wrong.
                .onFailure(failure -> failure instanceof PgException refused
                        && refused.getSqlState() != null
                        && refused.getSqlState().startsWith("42"))
                .recoverWithItem(false);
    }

    private Uni<Void> migrate() {
        return Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(() -> Schema.migrate(owner));
    }

    private static boolean isWorthATry(Throwable failure) {
        return failure instanceof FlywayException || DatabaseFailure.isOne(failure);
    }

    private void report(Throwable failure) {
        MigrationObstacle.of(failure).ifPresentOrElse(obstacle::found, () -> waitAfter(failure));
    }

    private void waitAfter(Throwable failure) {
        obstacle.gone();
        String cause = DatabaseFailure.describe(failure);
        if (!cause.equals(reported.getAndSet(cause))) {
            Log.warnf("The service can't update the tables yet, and retries until it can: %s", cause);
        }
    }
}
