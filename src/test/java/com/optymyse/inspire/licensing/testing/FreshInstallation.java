package com.optymyse.inspire.licensing.testing;

import com.optymyse.inspire.licensing.audit.AuditVerification;
import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.SigningKeys;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.postgres.Migration;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Lets a component test begin as a new installation does: nothing stored, nothing remembered. */
@ApplicationScoped
public class FreshInstallation {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final String DEADLOCK = "40P01";
    private static final int ATTEMPTS = 10;

    private final DataSource database;
    private final Migration migration;
    private final CurrentInstallation current;
    private final SigningKeys keys;
    private final AuditVerification trail;
    private final TestClock clock;
    private final TestFingerprint fingerprint;

    FreshInstallation(
            DataSource database,
            Migration migration,
            CurrentInstallation current,
            SigningKeys keys,
            AuditVerification trail,
            TestClock clock,
            TestFingerprint fingerprint) {
        this.database = database;
        this.migration = migration;
        this.current = current;
        this.keys = keys;
        this.trail = trail;
        this.clock = clock;
        this.fingerprint = fingerprint;
    }

    /** Tries until the store can be used, because a test may have set timeouts that are short for a busy machine. */
    public void begin() {
        clock.reset();
        fingerprint.reset();
        if (!current.isLoaded()) {
            await(migration::run);
        }
        forget();
        await(current::reload);
        await(keys::reload);
        await(trail::verify);
    }

    private static void await(Supplier<Uni<?>> call) {
        try {
            VertxContextSupport.subscribeAndAwait(() -> Uni.createFrom()
                    .deferred(() -> call.get())
                    .replaceWithVoid()
                    .onFailure(FreshInstallation::isUnavailable)
                    .retry()
                    .withBackOff(PAUSE, PAUSE)
                    .expireIn(LONGEST.toMillis()));
        } catch (Throwable failure) {
            throw new AssertionError("A new installation can't be begun.", failure);
        }
    }

    private static boolean isUnavailable(Throwable failure) {
        return failure instanceof Refusal refusal && refusal.code() == RefusalCode.STORE_UNAVAILABLE;
    }

    /** Lets every seat be due to be given back, also one that was reserved, which goes by PostgreSQL's clock. */
    public void letReleasesBeDue() {
        execute("UPDATE release SET since = since - INTERVAL '10 minutes', next_attempt_at = clock_timestamp()");
        await(current::reload);
    }

    /** Lets the time be over for which the licensing server asked to be left alone. */
    public void letServerPauseEnd() {
        execute("UPDATE installation SET server_pause_until = clock_timestamp()");
    }

    /** Lets as much of that time be over as this. */
    public void letServerPausePass(Duration time) {
        long millis = time.toMillis();
        execute("UPDATE installation SET server_pause_since = server_pause_since - " + millis
                + " * INTERVAL '1 millisecond', server_pause_until = server_pause_until - " + millis
                + " * INTERVAL '1 millisecond'");
    }

    private void forget() {
        execute(AsOwner.withoutTriggers(
                "TRUNCATE installation, known_license, license, release, check_out, other_check_out, rollback_seen, audit,"
                        + " audit_chain, signing_key"));
    }

    /** Again after a deadlock, because what the test before began may still use the tables, in another order. */
    private void execute(String sql) {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
                return;
            } catch (SQLException failure) {
                if (!DEADLOCK.equals(failure.getSQLState()) || attempt == ATTEMPTS) {
                    throw new AssertionError("The tables can't be changed: " + failure.getMessage(), failure);
                }
            }
        }
    }
}
