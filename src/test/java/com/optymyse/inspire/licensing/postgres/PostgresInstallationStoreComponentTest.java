package com.optymyse.inspire.licensing.postgres;

import static com.optymyse.inspire.licensing.testing.StoredSamples.AUDIT;
import static com.optymyse.inspire.licensing.testing.StoredSamples.NOW;
import static com.optymyse.inspire.licensing.testing.StoredSamples.held;
import static com.optymyse.inspire.licensing.testing.StoredSamples.offline;
import static com.optymyse.inspire.licensing.testing.StoredSamples.release;
import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.installation.Change;
import com.optymyse.inspire.licensing.installation.Held;
import com.optymyse.inspire.licensing.installation.HeldLicense;
import com.optymyse.inspire.licensing.installation.InstallationStore;
import com.optymyse.inspire.licensing.installation.Lease;
import com.optymyse.inspire.licensing.installation.LicenseState;
import com.optymyse.inspire.licensing.installation.Purpose;
import com.optymyse.inspire.licensing.installation.SeatRelease;
import com.optymyse.inspire.licensing.installation.StoredInstallation;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.testing.FreshInstallation;
import com.optymyse.inspire.licensing.testing.InstallationStoreContract;
import com.optymyse.inspire.licensing.testing.PostgresTestResource;
import com.optymyse.inspire.licensing.testing.SandboxTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** The contract, and what only a store with several users at once can show. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SandboxTestResource.class)
class PostgresInstallationStoreComponentTest extends InstallationStoreContract {

    private static final int MANY = 20;

    @Inject
    InstallationStore store;

    @Inject
    FreshInstallation installation;

    @Inject
    Database database;

    @BeforeEach
    void beginAnew() {
        installation.begin();
    }

    @Override
    protected InstallationStore store() {
        return store;
    }

    @Override
    protected void expireLease() {
        database.execute("UPDATE installation SET lease_until = clock_timestamp()");
    }

    @Test
    void load_firstTimeByManyAtOnce_createsOneInstallation() {
        database.execute("TRUNCATE installation, license");

        List<StoredInstallation> loaded = atOnce(store::load);

        assertThat(loaded).hasSize(MANY);
        assertThat(loaded.stream().map(StoredInstallation::id).distinct()).hasSize(1);
        assertThat(database.query("SELECT id FROM installation"))
                .containsExactly(loaded.getFirst().id().toString());
    }

    @Test
    void acquire_byManyAtOnce_isWonByOne() {
        List<Optional<Lease>> acquired = atOnce(() -> store.acquire(Purpose.activate("admin"), Duration.ZERO));

        assertThat(acquired.stream().filter(Optional::isPresent)).hasSize(1);
    }

    @Test
    void acquire_forALease_lasts15SecondsByTheDatabasesClock() {
        acquire();

        assertThat(database.query("SELECT lease_until - lease_since BETWEEN INTERVAL '14 seconds' AND "
                        + "INTERVAL '15 seconds' FROM installation"))
                .containsExactly("t");
    }

    @Test
    void renew_heldLease_lasts15SecondsFromThen() {
        Lease lease = acquire();
        database.execute("UPDATE installation SET lease_until = clock_timestamp() + INTERVAL '1 second'"
                + ", lease_since = clock_timestamp() - INTERVAL '14 seconds'");

        assertThat(await(store.renew(lease))).isTrue();

        assertThat(database.query("SELECT lease_until - lease_since BETWEEN INTERVAL '29 seconds' AND "
                        + "INTERVAL '44 seconds' FROM installation"))
                .containsExactly("t");
    }

    /** It leaves what the holder before it has told as it is. */
    @Test
    void read_leaseOfTheVersionBefore_tellsNothingOfIt() {
        acquire();
        database.execute("UPDATE installation SET lease_token = gen_random_uuid()");

        assertThat(await(store.read()).lease()).isEmpty();
    }

    @Test
    void lease_takenRenewedAndGivenBack_othersHearOfItEachTime() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("LISTEN licensing");

            Lease lease = acquire();
            assertThat(heard(connection)).containsExactly("lease");
            await(store.renew(lease));
            assertThat(heard(connection)).containsExactly("lease");
            await(store.giveBack(lease));
            assertThat(heard(connection)).containsExactly("lease");

            await(store.giveBack(lease));
            await(store.renew(lease));
            database.execute("NOTIFY licensing, 'nothing before this'");
            assertThat(heard(connection)).containsExactly("nothing before this");
        }
    }

    private static List<String> heard(Connection connection) throws SQLException {
        PGNotification[] heard = connection.unwrap(PGConnection.class).getNotifications(100);
        return heard == null
                ? List.of()
                : Stream.of(heard).map(PGNotification::getParameter).toList();
    }

    @Test
    void commit_ofOneVersionByManyAtOnce_isAppliedOnce() {
        Change commit = commit(null, held("machine-1"));

        List<Boolean> applied = atOnce(() -> store.commit(commit, true)
                .replaceWith(true)
                .onFailure(Refusal.class)
                .recoverWithItem(false));

        assertThat(applied.stream().filter(done -> done)).hasSize(1);
        assertThat(await(store.load()).version()).isEqualTo(commit.before().version() + 1);
    }

    /** A state read half before and half after a commit would not open: the license is sealed with the version. */
    @Test
    void load_whileOthersCommit_isOfOneMoment() {
        Uni<StoredInstallation> commits = await(store.load().map(this::changes));

        List<Object> seen = Multi.createBy()
                .merging()
                .streams(
                        commits.map(Object.class::cast).toMulti(),
                        Multi.createBy()
                                .repeating()
                                .uni(store::load)
                                .atMost(5 * MANY)
                                .map(StoredInstallation::license))
                .collect()
                .asList()
                .await()
                .atMost(Duration.ofMinutes(1));

        assertThat(seen).doesNotContain(new LicenseState.Unreadable());
        assertThat(await(store.load()).version()).isEqualTo(MANY);
    }

    private Uni<StoredInstallation> changes(StoredInstallation first) {
        Uni<StoredInstallation> changes = Uni.createFrom().item(first);
        for (int i = 0; i < MANY; i++) {
            HeldLicense next = i % 2 == 0 ? held("machine-1") : offline("machine-2");
            changes = changes.chain(before -> store.commit(
                    new Change(
                            before,
                            null,
                            Held.state(next),
                            before.marks(),
                            before.known(),
                            List.of(release("machine-3", SeatRelease.State.QUEUED, NOW)),
                            AUDIT),
                    true));
        }
        return changes;
    }

    @Test
    void claimRelease_byManyAtOnce_givesEachSeatOnce() {
        Lease lease = acquire();
        SeatRelease[] due = IntStream.range(0, 5)
                .mapToObj(i -> release("machine-" + i, SeatRelease.State.QUEUED, NOW))
                .toArray(SeatRelease[]::new);
        await(store.commit(commit(lease, new LicenseState.None(), due), true));

        List<Optional<SeatRelease>> claimed = atOnce(() -> store.claimRelease(lease, Duration.ofMinutes(1)));

        assertThat(claimed.stream().flatMap(Optional::stream).map(SeatRelease::machineId))
                .containsExactlyInAnyOrder(
                        Arrays.stream(due).map(SeatRelease::machineId).toArray(String[]::new));
    }

    @Test
    void claimRelease_rowOfTheMachineHeld_isNeverClaimed() {
        await(store.commit(
                commit(null, new LicenseState.None(), release("machine-1", SeatRelease.State.QUEUED, NOW)), true));
        database.execute("CREATE TABLE kept AS TABLE release");
        await(store.commit(commit(null, held("machine-1")), true));
        database.execute("INSERT INTO release TABLE kept", "DROP TABLE kept");

        assertThat(await(store.claimRelease(acquire(), Duration.ofMinutes(1)))).isEmpty();
    }

    @Test
    void claimAsking_byManyAtOnce_oneHasIt() {
        long version = await(store.load()).version();

        assertThat(atOnce(() -> store.claimAsking(version)).stream().filter(claimed -> claimed))
                .hasSize(1);
    }

    /** Whoever claimed it may have died. */
    @Test
    void claimAsking_itsTimeIsOver_isFree() {
        long version = await(store.load()).version();
        await(store.claimAsking(version));

        database.execute("UPDATE installation SET asking_until = clock_timestamp()");

        assertThat(await(store.claimAsking(version))).isTrue();
    }

    @Test
    void commit_appliedOrNot_isAuditedAndAnnouncedWhenApplied() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("LISTEN licensing");
            Change commit = commit(null, held("machine-1"));

            await(store.commit(commit, true));
            assertInProgress(() -> await(store.commit(commit, true)));

            PGNotification[] heard = connection.unwrap(PGConnection.class).getNotifications(10_000);
            assertThat(Stream.of(heard).map(PGNotification::getParameter)).containsExactly("1");
            assertThat(database.query(
                            "SELECT concat_ws('|', id, at AT TIME ZONE 'UTC', actor, action, outcome) FROM audit"))
                    .containsExactly("1|2026-11-23 10:00:00|admin|activate|succeeded");
        }
    }

    @Test
    void update_andComplete_areAudited() {
        Lease lease = acquire();
        SeatRelease seat = release("machine-1", SeatRelease.State.QUEUED, NOW);
        await(store.reserve(lease, seat));

        await(store.update(lease, seat, AUDIT));
        await(store.complete(lease, seat, AUDIT));

        assertThat(database.query("SELECT actor FROM audit")).containsExactly("admin", "admin");
    }

    /** Requests have a context of their own, with their token and their trace in it. */
    @Test
    void load_fromAContext_returnsToIt() throws Throwable {
        List<Context> contexts = VertxContextSupport.subscribeAndAwait(() -> {
            Context before = Vertx.currentContext();
            return store.acquire(Purpose.activate("admin"), Duration.ofMillis(300))
                    .chain(() -> store.acquire(Purpose.activate("admin"), Duration.ofMillis(300)))
                    .chain(() -> store.load())
                    .map(loaded -> List.of(before, Vertx.currentContext()));
        });

        assertThat(contexts.getFirst()).isSameAs(contexts.getLast());
    }

    @Test
    void load_severalAtOnceInOneContext_doNotShareASession() throws Throwable {
        List<StoredInstallation> loaded = VertxContextSupport.subscribeAndAwait(
                () -> Uni.join().all(store.load(), store.load(), store.load()).andFailFast());

        assertThat(loaded).hasSize(3).containsOnly(loaded.getFirst());
    }

    private static <T> List<T> atOnce(Supplier<Uni<T>> call) {
        List<Uni<T>> calls = Stream.generate(call).limit(MANY).toList();
        return await(Uni.join().all(calls).andFailFast());
    }
}
