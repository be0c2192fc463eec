package com.optymyse.inspire.licensing.postgres;

import static com.optymyse.inspire.licensing.testing.StoredSamples.AUDIT;
import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.installation.Change;
import com.optymyse.inspire.licensing.installation.HighWaterMarks;
import com.optymyse.inspire.licensing.installation.InstallationStore;
import com.optymyse.inspire.licensing.installation.KnownLicenses;
import com.optymyse.inspire.licensing.installation.LicenseState;
import com.optymyse.inspire.licensing.installation.StoredInstallation;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.testing.FreshInstallation;
import com.optymyse.inspire.licensing.testing.ShortTimeouts;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** PostgreSQL hangs or is overrun: every call fails once its time is over and says so, and works again by itself. */
@QuarkusTest
@TestProfile(ShortTimeouts.class)
@Tag("thorough")
class OverrunComponentTest {

    /** More than the pool and its queue hold. */
    private static final int FLOOD = 600;

    private static final Duration LONGEST = Duration.ofMinutes(1);

    @Inject
    InstallationStore store;

    @Inject
    FreshInstallation installation;

    @Inject
    Transactions transactions;

    @Inject
    Database database;

    @Inject
    DatabaseConfig config;

    @BeforeEach
    void beginAnew() {
        installation.begin();
    }

    @Test
    void load_tableLocked_isUnavailableUntilItIsFree() throws SQLException {
        StoredInstallation before = onceAvailable(store.load());

        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE installation");

            assertThat(await(refusal(store.load()))).isEqualTo(RefusalCode.STORE_UNAVAILABLE);

            other.rollback();
        }

        assertThat(onceAvailable(store.load())).isEqualTo(before);
    }

    @Test
    void commit_moreThanThePoolHolds_isUnavailableUntilItIsFree() throws SQLException {
        StoredInstallation before = onceAvailable(store.load());

        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT * FROM installation FOR UPDATE");
            List<Uni<RefusalCode>> flood = Stream.generate(() -> refusal(store.commit(nothing(before), false)))
                    .limit(FLOOD)
                    .toList();

            List<RefusalCode> refused = await(Uni.join().all(flood).andFailFast());

            assertThat(refused).hasSize(FLOOD).containsOnly(RefusalCode.STORE_UNAVAILABLE);
            other.rollback();
        }

        assertThat(onceAvailable(store.load())).isEqualTo(before);
    }

    /** Say, in a replica that has stopped in the middle of a change. */
    @Test
    void run_neverEnds_isUnavailableAndItsLocksAreReleased() {
        Uni<?> endless = transactions.run(
                () -> InstallationRow.lock().chain(() -> Uni.createFrom().nothing()));

        assertThat(await(refusal(endless))).isEqualTo(RefusalCode.STORE_UNAVAILABLE);

        assertThat(onceAvailable(transactions.run(InstallationRow::lock))).isNotNull();
    }

    @Test
    void connection_always_hasTheConfiguredTimeouts() {
        assertThat(shown("lock_timeout")).isEqualTo(config.timeout());
        assertThat(shown("statement_timeout")).isEqualTo(config.timeout());
        assertThat(shown("idle_in_transaction_session_timeout")).isEqualTo(config.transactionTimeout());
    }

    private Duration shown(String setting) {
        String text = onceAvailable(transactions.run(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery("SHOW " + setting, String.class)
                        .getSingleResult())));
        return Duration.parse("PT" + text);
    }

    private static Change nothing(StoredInstallation before) {
        return new Change(
                before, null, new LicenseState.None(), HighWaterMarks.NONE, KnownLicenses.NONE, List.of(), AUDIT);
    }

    private static Uni<RefusalCode> refusal(Uni<?> call) {
        return call.replaceWith(RefusalCode.INTERNAL_ERROR)
                .onFailure(Refusal.class)
                .recoverWithItem(Refusal::code);
    }

    private static <T> T onceAvailable(Uni<T> call) {
        return await(call.onFailure(Refusal.class)
                .retry()
                .withBackOff(Duration.ofMillis(50), Duration.ofMillis(500))
                .expireIn(LONGEST.toMillis()));
    }

    private static <T> T await(Uni<T> call) {
        return call.await().atMost(LONGEST);
    }
}
