package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.audit.CallerContext;
import com.optymyse.inspire.licensing.installation.CertificateCache;
import com.optymyse.inspire.licensing.installation.Change;
import com.optymyse.inspire.licensing.installation.ClockChallenge;
import com.optymyse.inspire.licensing.installation.FoundRollback;
import com.optymyse.inspire.licensing.installation.HighWaterMarks;
import com.optymyse.inspire.licensing.installation.InstallationConfig;
import com.optymyse.inspire.licensing.installation.InstallationStore;
import com.optymyse.inspire.licensing.installation.Lease;
import com.optymyse.inspire.licensing.installation.LeaseConfig;
import com.optymyse.inspire.licensing.installation.OwnCheckOut;
import com.optymyse.inspire.licensing.installation.Purpose;
import com.optymyse.inspire.licensing.installation.Rollback;
import com.optymyse.inspire.licensing.installation.SeatRelease;
import com.optymyse.inspire.licensing.installation.ServerPause;
import com.optymyse.inspire.licensing.installation.StoreRead;
import com.optymyse.inspire.licensing.installation.StoredInstallation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The store in PostgreSQL. Every change locks the installation's row first, so that changes happen one after the other;
 * reading locks nothing.
 */
@ApplicationScoped
class PostgresInstallationStore implements InstallationStore {

    private static final Duration POLL = Duration.ofMillis(100);

    private final Transactions transactions;
    private final DatabasePool pool;
    private final StateReader reader;
    private final StateWriter writer;
    private final AuditWriter audit;
    private final ReleaseQueue releases;
    private final CheckOutBook checkOuts;
    private final NewInstallation created;
    private final Duration leaseLength;

    PostgresInstallationStore(
            Transactions transactions,
            DatabasePool pool,
            KeyRing ring,
            AuditWriter audit,
            InstallationConfig config,
            LeaseConfig lease,
            CertificateCache certificates) {
        this.transactions = transactions;
        this.pool = pool;
        HighWaterMarksMac marksMac = new HighWaterMarksMac(ring);
        LicenseCipher licenseCipher = new LicenseCipher(ring);
        ReleaseCipher releaseCipher = new ReleaseCipher(ring);
        this.reader = new StateReader(
                marksMac, licenseCipher, releaseCipher, new AuditedTime(new AuditChain(ring)), certificates);
        this.writer = new StateWriter(marksMac, licenseCipher, releaseCipher, audit);
        this.audit = audit;
        this.releases = new ReleaseQueue(releaseCipher);
        this.checkOuts = new CheckOutBook(audit);
        this.created = new NewInstallation(marksMac, config.fingerprint());
        this.leaseLength = lease.duration();
    }

    @Override
    public Uni<StoreRead> read() {
        return Uni.createFrom().deferred(() -> {
            Runnable doubt = pool.doubtOfServer();
            return transactions
                    .run(reader::snapshot)
                    .chain(found -> found.map(state -> told(state.get(), doubt))
                            .orElseGet(() ->
                                    transactions.run(created::createIfAbsent).chain(this::read)));
        });
    }

    /**
     * Reports a read from a server that may be behind. Nothing else makes the pool look for another server, because this
     * one answers every read.
     */
    private static Uni<StoreRead> told(StoreRead read, Runnable doubt) {
        if (!read.present()) {
            doubt.run();
        }
        return Uni.createFrom().item(read);
    }

    @Override
    public Uni<Optional<Lease>> acquire(Purpose purpose, Duration lockTimeout) {
        UUID token = UUID.randomUUID();
        return CallerContext.keep(() -> acquire(
                () -> transactions.run(() -> Leases.take(token, purpose, leaseLength)),
                System.nanoTime() + lockTimeout.toNanos()));
    }

    private Uni<Optional<Lease>> acquire(Supplier<Uni<Optional<Lease>>> take, long end) {
        return take.get()
                .chain(taken -> taken.isPresent()
                        ? Uni.createFrom().item(taken)
                        : transactions.run(created::createIfAbsent).chain(() -> takeUntil(end, take)));
    }

    private Uni<Optional<Lease>> takeUntil(long end, Supplier<Uni<Optional<Lease>>> take) {
        return Uni.createFrom()
                .deferred(() -> take.get())
                .repeat()
                .withDelay(POLL)
                .whilst(taken -> taken.isEmpty() && System.nanoTime() - end < 0)
                .collect()
                .last();
    }

    @Override
    public Uni<Boolean> renew(Lease lease) {
        return transactions.run(() -> Leases.renew(lease, leaseLength));
    }

    @Override
    public Uni<Boolean> claimAsking(long version) {
        return transactions.run(() -> Leases.claimAsking(version));
    }

    @Override
    public Uni<Void> pauseServer(Duration length) {
        return transactions.run(() -> StoredPause.begin(length));
    }

    @Override
    public Uni<Optional<ServerPause>> serverPause() {
        return transactions.run(StoredPause::read);
    }

    @Override
    public Uni<Void> giveBack(Lease lease) {
        return transactions.run(() -> Leases.giveBack(lease));
    }

    @Override
    public Uni<Void> reserve(Lease lease, SeatRelease seat) {
        return transactions.run(() -> Leases.lockFor(lease).chain(() -> releases.put(seat)));
    }

    @Override
    public Uni<Void> note(OwnCheckOut checkOut) {
        return transactions.run(() -> checkOuts.note(checkOut));
    }

    @Override
    public Uni<Boolean> answered(OwnCheckOut answered, @Nullable Instant before, AuditEntry begins) {
        return transactions.run(
                () -> InstallationRow.lock().chain(row -> checkOuts.answered(row, answered, before, begins)));
    }

    @Override
    public Uni<Boolean> rolledBack(FoundRollback found, AuditEntry entry) {
        return transactions.run(() -> InstallationRow.lock()
                .chain(row -> RollbackRow.read()
                        .chain(present -> found.isStoredAs(present.orElse(null))
                                ? Uni.createFrom().item(false)
                                : tell(row, found.rollback(), entry))));
    }

    @Override
    public Uni<Boolean> confirmRollback(AuditEntry entry) {
        return transactions.run(() -> InstallationRow.lock()
                .chain(row -> RollbackRow.read()
                        .map(present -> present.filter(rollback -> !rollback.confirmed()))
                        .chain(present -> present.map(rollback -> tell(row, rollback.confirmedByAnAdmin(), entry))
                                .orElseGet(() -> Uni.createFrom().item(false)))));
    }

    private Uni<Boolean> tell(InstallationRow locked, Rollback rollback, AuditEntry entry) {
        return RollbackRow.write(rollback)
                .chain(() -> audit.add(entry))
                .chain(() -> Notification.send(locked))
                .replaceWith(true);
    }

    @Override
    public Uni<StoredInstallation> commit(Change change, boolean visible) {
        return transactions
                .run(() -> Leases.lockFor(change.lease())
                        .invoke(row -> row.requireVersion(change.before().version()))
                        .call(row -> writer.write(row, change, visible))
                        .chain(reader::read))
                .map(reader::verified);
    }

    @Override
    public Uni<Instant> time() {
        return transactions.run(StoredTime::now);
    }

    @Override
    public Uni<Void> see(long expectedVersion, Instant time) {
        return transactions.run(() -> InstallationRow.lock()
                .chain(row -> unlessMoved(
                        row,
                        expectedVersion,
                        state -> isNews(state.marks(), time)
                                ? writer.writeSeen(row, state, time)
                                : Uni.createFrom().voidItem())));
    }

    @Override
    public Uni<Void> challenge(long expectedVersion, Optional<ClockChallenge> challenge) {
        return transactions.run(() -> Leases.lockFor(null)
                .chain(row -> unlessMoved(
                        row,
                        expectedVersion,
                        state -> (state.marks().challenge() == null) == challenge.isPresent()
                                ? writer.writeChallenge(row, state, challenge.orElse(null))
                                : Uni.createFrom().voidItem())));
    }

    /** Writes if the version has not moved and nothing was edited by hand. */
    private Uni<Void> unlessMoved(InstallationRow locked, long expectedVersion, Function<ReadState, Uni<Void>> write) {
        return locked.version != expectedVersion
                ? Uni.createFrom().voidItem()
                : reader.read(locked)
                        .chain(state -> state.isAsWritten()
                                ? write.apply(state)
                                : Uni.createFrom().voidItem());
    }

    private static boolean isNews(HighWaterMarks marks, Instant time) {
        Instant seen = marks.seenTime();
        return seen == null || time.isAfter(seen);
    }

    @Override
    public Uni<Optional<SeatRelease>> claimRelease(Lease lease, Duration pause) {
        return transactions.run(() -> Leases.lockFor(lease).chain(() -> releases.claim(pause)));
    }

    @Override
    public Uni<Void> update(Lease lease, SeatRelease release, AuditEntry entry) {
        return settle(lease, entry, () -> releases.update(release));
    }

    @Override
    public Uni<Void> complete(Lease lease, SeatRelease release, AuditEntry entry) {
        return settle(lease, entry, () -> releases.remove(release));
    }

    private Uni<Void> settle(Lease lease, AuditEntry entry, Supplier<Uni<?>> change) {
        return transactions.run(() ->
                Leases.lockFor(lease).call(change).call(() -> audit.add(entry)).chain(Notification::send));
    }
}
