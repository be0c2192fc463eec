package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.installation.StartObstacle;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Detects a connection pooler in front of the database, if that pooler gives each transaction another session. With one,
 * settings of a session, prepared statements and LISTEN belong to somebody else at times, so that nothing is begun then.
 */
@ApplicationScoped
class PoolerCheck {

    static final String REFUSED =
            "A connection pooler in transaction mode is in front of PostgreSQL, but the service needs sessions of its"
                    + " own. Set pool_mode = session in PgBouncer for this database, or give the address of"
                    + " PostgreSQL itself.";

    private static final String TRIED_AGAIN = " It is tried again every 30 seconds.";

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration ASKED_AGAIN_AFTER = Duration.ofSeconds(30);

    /** How often a connection is asked for its session. */
    static final int TIMES = 3;

    static final String SESSION = "SELECT pg_backend_pid()";

    private final DatabasePool database;
    private final Duration longest;
    private final StartObstacle obstacle;
    private final AtomicReference<String> reported = new AtomicReference<>("");

    PoolerCheck(DatabasePool database, DatabaseConfig config, StartObstacle obstacle) {
        this.database = database;
        this.longest = config.timeout();
        this.obstacle = obstacle;
    }

    /** Completes once connections have sessions of their own, however long that takes. Why it has to wait is logged once. */
    Uni<Void> passed() {
        return Uni.createFrom()
                .completionStage(() -> check().toCompletionStage())
                .onFailure(DatabaseFailure::isOne)
                .invoke(this::report)
                .onFailure(DatabaseFailure::isOne)
                .retry()
                .withBackOff(PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .chain(this::passedOrAgain);
    }

    /**
     * Decides whether one session belongs to a connection for as long as it lasts.
     *
     * @param before the session of a connection
     * @param after its session while another connection holds a transaction; empty when there was no answer
     */
    static boolean isOwn(int before, OptionalInt after) {
        return after.isPresent() && after.getAsInt() == before;
    }

    private Uni<Void> passedOrAgain(boolean own) {
        if (own) {
            obstacle.gone();
            database.admit();
            return Uni.createFrom().voidItem();
        }
        obstacle.found(REFUSED + TRIED_AGAIN);
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(ASKED_AGAIN_AFTER)
                .chain(this::passed);
    }

    private Future<Boolean> check() {
        return database.connectPlainly()
                .compose(one -> database.connectPlainly()
                        .compose(other -> check(one, other).eventually(() -> close(other)))
                        .eventually(() -> close(one)));
    }

    private Future<Boolean> check(SqlConnection one, SqlConnection other) {
        return inTime(session(one))
                .compose(before -> inTime(other.query("BEGIN").execute())
                        .compose(begun -> inTime(session(other)))
                        .compose(held -> hasOwn(one, before, TIMES)));
    }

    /** A busy pooler may give back the former session by chance. */
    private Future<Boolean> hasOwn(SqlConnection one, int before, int times) {
        return inTime(session(one))
                .map(OptionalInt::of)
                .recover(failure -> failure instanceof TimeoutException
                        ? Future.succeededFuture(OptionalInt.empty())
                        : Future.failedFuture(failure))
                .compose(after -> isOwn(before, after) && times > 1
                        ? hasOwn(one, before, times - 1)
                        : Future.succeededFuture(isOwn(before, after)));
    }

    private <T> Future<T> inTime(Future<T> answer) {
        return answer.timeout(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Nobody waits for it. */
    private static Future<Void> close(SqlConnection connection) {
        connection.close();
        return Future.succeededFuture();
    }

    private static Future<Integer> session(SqlConnection connection) {
        return connection
                .query(SESSION)
                .execute()
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    private void report(Throwable failure) {
        MigrationObstacle.ofConnecting(failure).ifPresentOrElse(obstacle::found, () -> waitAfter(failure));
    }

    private void waitAfter(Throwable failure) {
        obstacle.gone();
        String cause = DatabaseFailure.describe(failure);
        if (!cause.equals(reported.getAndSet(cause))) {
            Log.warnf("The service can't use the database yet, and retries until it can: %s", cause);
        }
    }
}
