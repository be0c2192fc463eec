package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.installation.StartObstacle;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Checks, where another job makes the tables, whether they exist, have this version and can be used. The operator is told
 * what is missing, once, and the service goes on as soon as it is there.
 */
@ApplicationScoped
class TablesCheck {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private static final String SCHEMA = "SELECT current_schema()";

    private final Pool pool;
    private final Supplier<Optional<Throwable>> failure;
    private final StartObstacle obstacle;
    private final AtomicReference<String> reported = new AtomicReference<>("");

    @Inject
    TablesCheck(Pool pool, Transactions transactions, StartObstacle obstacle) {
        this(pool, transactions::failure, obstacle);
    }

    /** @param failure why the last transaction has failed, where it has */
    TablesCheck(Pool pool, Supplier<Optional<Throwable>> failure, StartObstacle obstacle) {
        this.pool = pool;
        this.failure = failure;
        this.obstacle = obstacle;
    }

    /** Completes once another job has made the tables of this version, or of a newer one. */
    Uni<Void> passed() {
        return Uni.createFrom()
                .deferred(this::missing)
                .invoke(this::tell)
                .onFailure(DatabaseFailure::isOne)
                .invoke(this::report)
                .onFailure(DatabaseFailure::isOne)
                .retry()
                .withBackOff(PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .repeat()
                .withDelay(LONGEST_PAUSE)
                .until(Optional::isEmpty)
                .onItem()
                .ignoreAsUni();
    }

    /** After the state could not be read: tells the operator, where something has to be changed. */
    void unread() {
        tell(failure.get().flatMap(MigrationObstacle::ofUse));
    }

    /** After the state was read. */
    void read() {
        obstacle.gone();
    }

    private void tell(Optional<String> missing) {
        missing.ifPresentOrElse(obstacle::found, obstacle::gone);
    }

    /** What is wrong with the tables, in full sentences. */
    private Uni<Optional<String>> missing() {
        return pool.query(Schema.HISTORY)
                .execute()
                .map(rows -> obstacle(Schema.checksums(rows)))
                .onFailure(failure -> DatabaseFailure.hasState(failure, MigrationObstacle.NO_SUCH_TABLE))
                .recoverWithUni(this::whyThereAreNone)
                // The history itself is of no use to the service, and whether the tables are is seen when they are
                // read.
                .onFailure(failure -> DatabaseFailure.hasState(failure, MigrationObstacle.NOT_ALLOWED))
                .recoverWithItem(Optional.empty());
    }

    private static Optional<String> obstacle(Map<String, Integer> history) {
        if (Schema.isCurrent(history)) {
            return Optional.empty();
        }
        return Optional.of(
                Schema.isOfOther(history) ? MigrationObstacle.OTHER_HISTORY : MigrationObstacle.OLDER_TABLES);
    }

    private Uni<Optional<String>> whyThereAreNone() {
        return pool.query(SCHEMA)
                .execute()
                .map(rows -> Optional.of(
                        rows.iterator().next().getString(0) == null
                                ? MigrationObstacle.NO_SCHEMA
                                : MigrationObstacle.NO_TABLES));
    }

    private void report(Throwable failure) {
        String cause = DatabaseFailure.describe(failure);
        if (!cause.equals(reported.getAndSet(cause))) {
            Log.warnf("The service can't use the database yet, and retries until it can: %s", cause);
        }
    }
}
