package com.optymyse.inspire.licensing.postgres;

import static java.util.Objects.requireNonNull;

import com.optymyse.inspire.licensing.audit.CallerContext;
import com.optymyse.inspire.licensing.incident.Incidents;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.postgres.KeyRing.UnknownKeyException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.SafeVertxContext;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs work in a transaction of its own. It may be called from any thread: each transaction has its own Vert.x context, so
 * that two that overlap never share a session, and the result arrives where it was asked for.
 */
@ApplicationScoped
class Transactions {

    private static final String TRY_AGAIN = "The service can't use its database at the moment. Try again in a moment.";

    private static final String ONLY_READ =
            "PostgreSQL is read-only at the moment. Try again after its failover or maintenance.";

    private final Vertx vertx;
    private final DatabasePool pool;

    /** For a PostgreSQL that hangs. One that is away or overrun is found out sooner, by the pool and by itself. */
    private final Duration longest;

    private final Incidents.Watched database;
    private volatile boolean used;
    private final AtomicReference<@Nullable Throwable> away = new AtomicReference<>();

    Transactions(Vertx vertx, DatabasePool pool, DatabaseConfig config, Incidents incidents) {
        this.vertx = vertx;
        this.pool = pool;
        this.longest = config.transactionTimeout();
        this.database = incidents.watch("The database can be used again.");
    }

    /**
     * Commits what {@code work} did, or nothing when it fails. Who stops waiting does not stop the transaction.
     *
     * @throws Refusal {@link RefusalCode#STORE_UNAVAILABLE} within seconds when PostgreSQL does not do its part; whether
     *     a transaction that was under way counts is unknown then
     */
    <T> Uni<T> run(Supplier<Uni<T>> work) {
        return CallerContext.keep(() -> inOwnContext(() -> inTransaction(work))
                .ifNoItem()
                .after(longest)
                .fail()
                .invoke(this::answered)
                .onFailure(UnknownKeyException.class)
                .transform(unknown -> unavailable(unknown, unknown.sentence()))
                // The pool tells the operator of it.
                .onFailure(DatabaseFailure::isReadOnly)
                .transform(readOnly -> new Refusal(RefusalCode.STORE_UNAVAILABLE, ONLY_READ))
                .onFailure(DatabaseFailure::isOne)
                .transform(failure -> unavailable(failure, TRY_AGAIN)));
    }

    /** Whether PostgreSQL worked when it was last used, and can write. Not before it has done it once. */
    boolean available() {
        return used && away.get() == null && !pool.onlyReads();
    }

    /** Why PostgreSQL did not work when it was last used; empty when it did. */
    Optional<Throwable> failure() {
        return Optional.ofNullable(away.get());
    }

    /** Quarkus intercepts the call. Panache opens a session only in a context that is marked so. */
    @SafeVertxContext
    <T> Uni<T> inTransaction(Supplier<Uni<T>> work) {
        return Panache.withTransaction(work);
    }

    private <T> Uni<T> inOwnContext(Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            // What is done there belongs to the trace of the caller.
            Supplier<Uni<T>> traced = io.opentelemetry.context.Context.current().wrapSupplier(work);
            newContext()
                    .runOnContext(ignored -> Uni.createFrom()
                            .deferred(() -> traced.get())
                            .subscribe()
                            .with(emitter::complete, emitter::fail));
        });
    }

    private Context newContext() {
        Context root = VertxContext.getRootContext(vertx.getOrCreateContext());
        return requireNonNull(VertxContext.createNewDuplicatedContext(root), "There is a root context.");
    }

    private void answered() {
        used = true;
        away.set(null);
        database.worked();
    }

    private Refusal unavailable(Throwable failure, String detail) {
        away.set(failure);
        database.failed(() -> "The database can't be used: " + DatabaseFailure.describe(failure));
        return new Refusal(RefusalCode.STORE_UNAVAILABLE, detail);
    }
}
