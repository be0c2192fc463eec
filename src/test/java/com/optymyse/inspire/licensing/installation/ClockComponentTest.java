package com.optymyse.inspire.licensing.installation;

import static com.optymyse.inspire.licensing.installation.Held.T;
import static com.optymyse.inspire.licensing.installation.Held.file;
import static com.optymyse.inspire.licensing.installation.Held.hours;
import static com.optymyse.inspire.licensing.testing.StoredSamples.AUDIT;
import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.audit.AuditTrail;
import com.optymyse.inspire.licensing.certificate.TestVendor;
import com.optymyse.inspire.licensing.incident.MonotonicClock;
import com.optymyse.inspire.licensing.license.LicensingProblem;
import com.optymyse.inspire.licensing.license.ProblemCode;
import com.optymyse.inspire.licensing.license.Reason;
import com.optymyse.inspire.licensing.license.Standing;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hosts whose clocks are wrong, with one database. An offline license is held, which ends ten hours after T. */
@QuarkusTest
class ClockComponentTest extends LicensingTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration LOOKS = Duration.ofMinutes(10);

    @Inject
    InstallationStore database;

    @Inject
    AuditTrail trail;

    @Inject
    DataSource tables;

    /** What time it is in truth, and how far the database's clock is off. */
    private Instant truth = T;

    private Duration databaseOff = Duration.ZERO;

    @BeforeEach
    void licensedOffline() {
        StoredInstallation empty = await(database.load());
        HeldLicense license = Held.offline(file(hours(10).toString(), 0).certificate());
        await(database.commit(
                new Change(
                        empty.named(TestVendor.FINGERPRINT),
                        null,
                        Held.state(license),
                        new HighWaterMarks(T, T),
                        KnownLicenses.NONE,
                        List.of(),
                        AUDIT),
                true));
    }

    @Test
    void setBack_withinOneReplica_revivesNothing() {
        Replica replica = new Replica(Duration.ZERO);
        passes(Duration.ofHours(10), replica);
        assertThat(replica.standing()).isEqualTo(Standing.RESTRICTED);

        replica.off = Duration.ofHours(-9);

        assertThat(replica.standing()).isEqualTo(Standing.RESTRICTED);
        assertThat(replica.current.problems())
                .anyMatch(problem -> problem.detail().contains("Correct the clock"));
    }

    @Test
    void setBack_betweenTwoLooks_stretchesNothing() {
        Replica replica = new Replica(Duration.ZERO);
        passes(Duration.ofMinutes(10), replica);

        replica.off = Duration.ofHours(-9);
        truth = hours(10).minusSeconds(1);
        assertThat(replica.standing()).isEqualTo(Standing.LICENSED);
        truth = hours(10);

        assertThat(replica.standing()).isEqualTo(Standing.RESTRICTED);
    }

    @Test
    void setBack_beforeWhatTheVendorSigned_stretchesNothing() {
        Replica replica = new Replica(Duration.ofDays(-400));

        passes(Duration.ofHours(10), replica);

        assertThat(replica.standing()).isEqualTo(Standing.RESTRICTED);
    }

    @Test
    void setBack_onOneOfTwoReplicas_revivesNothing() {
        Replica right = new Replica(Duration.ZERO);
        Replica wrong = new Replica(Duration.ofHours(-10));
        passes(Duration.ofHours(11), right);

        wrong.read();

        assertThat(wrong.standing()).isEqualTo(Standing.RESTRICTED);
    }

    @Test
    void setBack_onOneOfTwoReplicas_stretchesNothing() {
        Replica right = new Replica(Duration.ZERO);
        passes(Duration.ofHours(9), right);
        Replica wrong = new Replica(Duration.ofHours(-9));

        passes(Duration.ofMinutes(50), wrong);
        assertThat(wrong.standing()).isEqualTo(Standing.LICENSED);
        passes(Duration.ofMinutes(10), wrong);

        assertThat(wrong.standing()).isEqualTo(Standing.RESTRICTED);
    }

    @Test
    void setBack_acrossARestart_revivesNothing() {
        passes(Duration.ofHours(11), new Replica(Duration.ZERO));

        Replica restarted = new Replica(Duration.ofHours(-11));

        assertThat(restarted.standing()).isEqualTo(Standing.RESTRICTED);
    }

    /** Each time to just after what the vendor signed, which is all that is known without the times seen. */
    @Test
    void setBack_againAndAgain_theTimePassedAddsUp() {
        for (int run = 0; run < 4; run++) {
            Replica replica = new Replica(Duration.between(truth, T.plusSeconds(60)));
            passes(Duration.ofHours(2), replica);
            assertThat(replica.standing()).isEqualTo(Standing.LICENSED);
        }

        Replica last = new Replica(Duration.between(truth, T.plusSeconds(60)));
        passes(Duration.ofHours(2), last);

        assertThat(last.standing()).isEqualTo(Standing.RESTRICTED);
    }

    /** The same with a replica that is stopped before the hour is over at which it looks at the clock again. */
    @Test
    void setBack_atEachOrderlyStop_theTimePassedAddsUp() {
        for (int run = 0; run < 12; run++) {
            Replica replica = new Replica(Duration.between(truth, T.plusSeconds(60)));
            passes(Duration.ofMinutes(50), replica);
            await(replica.clockWatch.remember());
        }

        Replica last = new Replica(Duration.between(truth, T.plusSeconds(60)));

        assertThat(last.standing()).isEqualTo(Standing.RESTRICTED);
    }

    /** The same with a replica that is killed, to which nothing was told to be stored. */
    @Test
    void setBack_atEachKill_theTimePassedAddsUp() {
        for (int run = 0; run < 12; run++) {
            passes(Duration.ofMinutes(50), new Replica(Duration.between(truth, T.plusSeconds(60))));
        }

        Replica last = new Replica(Duration.between(truth, T.plusSeconds(60)));

        assertThat(last.standing()).isEqualTo(Standing.RESTRICTED);
    }

    /** A hundred kills in twenty minutes, of a host whose clock is right: no more than that time has passed. */
    @Test
    void kills_withTheClockRight_addNothing() {
        for (int run = 0; run < 100; run++) {
            Replica replica = new Replica(Duration.ZERO);
            truth = truth.plusSeconds(12);
            await(replica.clockWatch.watch());
        }

        assertThat(await(database.load()).marks().seenTime()).isBetween(truth.minusSeconds(60), truth);
    }

    /** What this service has recorded itself can't be unknown to it. */
    @Test
    void setBack_afterTheEndWasRecorded_revivesNothing() {
        long version = await(database.load()).version();
        await(trail.addStanding(
                version,
                AuditEntry.standing(hours(10), Standing.RESTRICTED, Reason.CERTIFICATE_ENDED)
                        .knowing(hours(10))));

        assertThat(new Replica(Duration.ZERO).standing()).isEqualTo(Standing.RESTRICTED);
        assertThat(await(database.load()).marks().seenTime()).isEqualTo(hours(10));
    }

    /** A clock has leapt to 2035 for ten seconds, across the end of the license. */
    @Test
    void standing_recordedByALeaptClock_isNoEarliestTime() {
        long version = await(database.load()).version();
        await(trail.addStanding(
                version,
                AuditEntry.standing(
                                Instant.parse("2035-01-01T00:00:00Z"), Standing.RESTRICTED, Reason.CERTIFICATE_ENDED)
                        .knowing(hours(1))));

        assertThat(new Replica(Duration.ZERO).standing()).isEqualTo(Standing.LICENSED);
        assertThat(await(database.load()).marks().seenTime()).isEqualTo(hours(1));
    }

    @Test
    void standing_recordedBeforeASignatureSetTheTimeBack_isNoEarliestTime() {
        long version = await(database.load()).version();
        await(trail.addStanding(
                version,
                AuditEntry.standing(hours(10), Standing.RESTRICTED, Reason.CERTIFICATE_ENDED)
                        .knowing(hours(10))));
        Replica replica = new Replica(Duration.ZERO);
        truth = hours(2);

        replica.commit(replica.current.now().stored().marks().afterFreshResponse(truth));

        assertThat(replica.standing()).isEqualTo(Standing.LICENSED);
        assertThat(new Replica(Duration.ZERO).standing()).isEqualTo(Standing.LICENSED);
    }

    @Test
    void doubt_clocksADayBehind_challengeIsMadeAndLapsesOnceTheyAreRight() {
        Replica replica = new Replica(Duration.ZERO);
        passes(HOUR, replica);
        replica.off = Duration.ofHours(-30);
        databaseOff = replica.off;

        await(replica.clockWatch.watch());
        ClockChallenge made = await(database.load()).marks().challenge();
        await(replica.clockWatch.watch());

        assertThat(made).isNotNull();
        assertThat(replica.current.now().stored().marks().challenge()).isEqualTo(made);
        replica.off = Duration.ZERO;
        databaseOff = Duration.ZERO;
        await(replica.clockWatch.watch());
        assertThat(await(database.load()).marks().challenge()).isNull();
    }

    @Test
    void ahead_byALeap_isNotStored() {
        Replica replica = new Replica(Duration.ZERO);
        passes(HOUR, replica);

        replica.off = Duration.ofDays(30);
        databaseOff = replica.off;
        passes(HOUR, replica);
        assertThat(replica.standing()).isEqualTo(Standing.RESTRICTED);

        replica.off = Duration.ZERO;
        assertThat(replica.standing()).isEqualTo(Standing.LICENSED);
        assertThat(new Replica(Duration.ZERO).standing()).isEqualTo(Standing.LICENSED);
    }

    @Test
    void ahead_ofTheDatabase_isNotStored() {
        Replica replica = new Replica(Duration.ofDays(30));
        passes(Duration.ofHours(3), replica);

        replica.off = Duration.ZERO;

        assertThat(replica.standing()).isEqualTo(Standing.LICENSED);
        assertThat(new Replica(Duration.ZERO).standing()).isEqualTo(Standing.LICENSED);
    }

    @Test
    void ahead_slowlyAndWithTheDatabase_healedByAFreshSignatureAlone() {
        Replica wrong = new Replica(Duration.ZERO);
        Replica other = new Replica(Duration.ZERO);
        for (int hour = 1; hour <= 6; hour++) {
            wrong.off = HOUR.multipliedBy(hour);
            databaseOff = wrong.off;
            passes(HOUR, wrong);
        }
        databaseOff = Duration.ZERO;
        wrong.off = Duration.ZERO;
        other.read();
        assertThat(wrong.standing()).isEqualTo(Standing.RESTRICTED);
        assertThat(other.standing()).isEqualTo(Standing.RESTRICTED);

        other.commit(other.current.now().stored().marks());
        other.commit(other.current
                .now()
                .stored()
                .marks()
                .afterCertificate(
                        file("", 0).lasting(truth.minusSeconds(60), null).certificate()));
        wrong.read();
        assertThat(other.standing()).isEqualTo(Standing.RESTRICTED);
        assertThat(wrong.standing()).isEqualTo(Standing.RESTRICTED);

        other.commit(other.current.now().stored().marks().afterFreshResponse(truth));
        wrong.read();
        assertThat(other.standing()).isEqualTo(Standing.LICENSED);
        assertThat(wrong.standing()).isEqualTo(Standing.LICENSED);
        assertThat(new Replica(Duration.ZERO).standing()).isEqualTo(Standing.LICENSED);
    }

    /** A database that takes no writes is read as ever, and after a kill it knows no more than before. */
    @Test
    void watch_rowLockedByAnotherSession_toldUntilTheTimeIsStored() throws SQLException {
        Replica replica = new Replica(Duration.ZERO);
        passes(LOOKS, replica);
        assertThat(replica.problems()).isEmpty();
        CompletableFuture<Void> storing;

        try (Connection session = tables.getConnection();
                Statement statement = session.createStatement()) {
            session.setAutoCommit(false);
            statement.execute("SELECT * FROM installation FOR UPDATE");
            truth = truth.plusSeconds(61);
            storing = replica.clockWatch.watch().subscribeAsCompletionStage();
            replica.read();
            assertThat(replica.problems()).containsExactly(ProblemCode.TIME_NOT_STORED);
            assertThat(await(database.load()).marks().seenTime()).isEqualTo(T.plus(LOOKS));
            session.rollback();
        }

        // It may have been given up meanwhile.
        storing.handle((stored, failure) -> failure)
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
        await(replica.clockWatch.watch());
        assertThat(replica.problems()).isEmpty();
    }

    /** Somebody begins one operation after the other, so that the lease is never free. */
    @Test
    void watch_leaseHeldAllTheTime_theTimeIsStored() {
        await(database.acquire(Purpose.activate("admin"), Duration.ZERO));

        passes(Duration.ofHours(3), new Replica(Duration.ZERO));

        assertThat(await(database.load()).marks().seenTime()).isEqualTo(hours(3));
    }

    @Test
    void watch_manyReplicas_oneWritesForAll() {
        List<Replica> replicas =
                List.of(new Replica(Duration.ZERO), new Replica(Duration.ZERO), new Replica(Duration.ZERO));

        passes(Duration.ofHours(5), replicas.toArray(Replica[]::new));

        assertThat(replicas.stream().mapToInt(replica -> replica.writes).sum()).isEqualTo(30);
        assertThat(await(database.load()).marks().seenTime()).isEqualTo(hours(5));
    }

    @Test
    void watch_whateverPasses_leavesVersionAndRevision() {
        StoredInstallation before = await(database.load());

        passes(Duration.ofHours(3), new Replica(Duration.ZERO));

        StoredInstallation after = await(database.load());
        assertThat(after.version()).isEqualTo(before.version());
        assertThat(after.revision()).isEqualTo(before.revision());
        assertThat(after.license()).isEqualTo(before.license());
        assertThat(after.marks().seenTime()).isAfter(before.marks().seenTime());
    }

    private void passes(Duration time, Replica... replicas) {
        Instant end = truth.plus(time);
        while (truth.isBefore(end)) {
            truth = truth.plus(LOOKS);
            for (Replica replica : replicas) {
                replica.read();
                await(replica.clockWatch.watch());
            }
        }
    }

    private static <R> R await(Uni<R> call) {
        return call.await().atMost(Duration.ofSeconds(30));
    }

    /** A service on a host of its own. Its monotonic clock is right. */
    private final class Replica {

        private final CurrentInstallation current;
        private final ClockWatch clockWatch;
        private Duration off;
        private int writes;

        private Replica(Duration off) {
            this.off = off;
            InstantSource source = () -> truth.plus(this.off);
            Clock clock = source.withZone(ZoneOffset.UTC);
            MonotonicClock monotonic = () -> Duration.between(T, truth).toNanos();
            InstallationStore connection = new StoreOfAReplica(this);
            current = new CurrentInstallation(
                    connection,
                    () -> Duration.ofDays(2),
                    Optional::empty,
                    clock,
                    monotonic,
                    new StartObstacle(),
                    Optional::empty);
            clockWatch = new ClockWatch(current, connection, clock, monotonic);
            read();
        }

        private void read() {
            await(current.reload());
        }

        private Standing standing() {
            return current.now().licensing().standing();
        }

        private List<ProblemCode> problems() {
            return current.problems().stream().map(LicensingProblem::code).toList();
        }

        private void commit(HighWaterMarks marks) {
            StoredInstallation before = current.now().stored();
            await(current.commit(new Change(before, null, before.license(), marks, before.known(), List.of(), AUDIT)));
        }
    }

    /** The database, but for its clock. */
    private final class StoreOfAReplica implements InstallationStore {

        private final Replica replica;

        /** Its trust is the test's vendor, not that of the service that the database belongs to. */
        private final CertificateCache certificates = Held.certificates();

        private StoreOfAReplica(Replica replica) {
            this.replica = replica;
        }

        @Override
        public Uni<StoreRead> read() {
            return database.read()
                    .map(read -> new StoreRead(Held.read(read.stored(), certificates), read.present(), read.lease()));
        }

        @Override
        public Uni<Optional<Lease>> acquire(Purpose purpose, Duration lockTimeout) {
            return database.acquire(purpose, lockTimeout);
        }

        @Override
        public Uni<Boolean> renew(Lease lease) {
            return database.renew(lease);
        }

        @Override
        public Uni<Boolean> claimAsking(long version) {
            return database.claimAsking(version);
        }

        @Override
        public Uni<Void> pauseServer(Duration length) {
            return database.pauseServer(length);
        }

        @Override
        public Uni<Optional<ServerPause>> serverPause() {
            return database.serverPause();
        }

        @Override
        public Uni<Void> giveBack(Lease lease) {
            return database.giveBack(lease);
        }

        @Override
        public Uni<Void> reserve(Lease lease, SeatRelease seat) {
            return database.reserve(lease, seat);
        }

        @Override
        public Uni<Void> note(OwnCheckOut checkOut) {
            return database.note(checkOut);
        }

        @Override
        public Uni<Boolean> answered(OwnCheckOut answered, @Nullable Instant before, AuditEntry begins) {
            return database.answered(answered, before, begins);
        }

        @Override
        public Uni<Boolean> rolledBack(FoundRollback found, AuditEntry audit) {
            return database.rolledBack(found, audit);
        }

        @Override
        public Uni<Boolean> confirmRollback(AuditEntry audit) {
            return database.confirmRollback(audit);
        }

        @Override
        public Uni<StoredInstallation> commit(Change change, boolean visible) {
            return database.commit(change, visible).map(stored -> Held.read(stored, certificates));
        }

        @Override
        public Uni<Instant> time() {
            return Uni.createFrom().item(truth.plus(databaseOff));
        }

        @Override
        public Uni<Void> see(long expectedVersion, Instant time) {
            replica.writes++;
            return database.see(expectedVersion, time);
        }

        @Override
        public Uni<Void> challenge(long expectedVersion, Optional<ClockChallenge> challenge) {
            return database.challenge(expectedVersion, challenge);
        }

        @Override
        public Uni<Optional<SeatRelease>> claimRelease(Lease lease, Duration pause) {
            return database.claimRelease(lease, pause);
        }

        @Override
        public Uni<Void> update(Lease lease, SeatRelease release, AuditEntry audit) {
            return database.update(lease, release, audit);
        }

        @Override
        public Uni<Void> complete(Lease lease, SeatRelease release, AuditEntry audit) {
            return database.complete(lease, release, audit);
        }
    }
}
