package com.optymyse.inspire.licensing.testing;

import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.installation.Anomalies;
import com.optymyse.inspire.licensing.installation.CertificateCache;
import com.optymyse.inspire.licensing.installation.Change;
import com.optymyse.inspire.licensing.installation.ClockChallenge;
import com.optymyse.inspire.licensing.installation.FoundRollback;
import com.optymyse.inspire.licensing.installation.Held;
import com.optymyse.inspire.licensing.installation.HeldLease;
import com.optymyse.inspire.licensing.installation.HeldLicense;
import com.optymyse.inspire.licensing.installation.HighWaterMarks;
import com.optymyse.inspire.licensing.installation.InstallationStore;
import com.optymyse.inspire.licensing.installation.KnownLicenses;
import com.optymyse.inspire.licensing.installation.Lease;
import com.optymyse.inspire.licensing.installation.LicenseState;
import com.optymyse.inspire.licensing.installation.OtherCheckOut;
import com.optymyse.inspire.licensing.installation.OwnCheckOut;
import com.optymyse.inspire.licensing.installation.Purpose;
import com.optymyse.inspire.licensing.installation.Rollback;
import com.optymyse.inspire.licensing.installation.SeatRelease;
import com.optymyse.inspire.licensing.installation.SeatSharing;
import com.optymyse.inspire.licensing.installation.ServerPause;
import com.optymyse.inspire.licensing.installation.StoreRead;
import com.optymyse.inspire.licensing.installation.StoredInstallation;
import com.optymyse.inspire.licensing.installation.UnderWay;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The store as a value in memory. A lease lasts until it is given back or {@link #expireLease} ends it. */
public final class InMemoryInstallationStore implements InstallationStore {

    private static final Duration POLL = Duration.ofMillis(5);
    private static final Duration LENGTH = Duration.ofSeconds(15);

    private final List<AuditEntry> audit = new ArrayList<>();
    private final Map<UUID, OwnCheckOut> checkOuts = new LinkedHashMap<>();
    private final AtomicInteger renewalsAsked = new AtomicInteger();

    private final CertificateCache certificates;

    private @Nullable StoredInstallation stored;
    private @Nullable Lease holder;
    private @Nullable Purpose purpose;
    private @Nullable Instant time;
    private boolean away;
    private boolean broken;
    private boolean renewing = true;
    private long askedAbout = -1;
    private @Nullable Instant pauseSince;
    private Instant pauseUntil = Instant.MIN;

    /** One whose certificates are of {@link com.optymyse.inspire.licensing.certificate.TestVendor}. */
    public InMemoryInstallationStore() {
        this(Held.certificates());
    }

    /** One that is read by a service with these certificates. */
    public InMemoryInstallationStore(CertificateCache certificates) {
        this.certificates = certificates;
    }

    /** What it verifies the certificates with that it reads. */
    public CertificateCache certificates() {
        return certificates;
    }

    /** What was written to the audit trail, oldest first. */
    public synchronized List<AuditEntry> audit() {
        return List.copyOf(audit);
    }

    /** Ends the lease as if its time were over, for whoever holds it. */
    public synchronized void expireLease() {
        holder = null;
    }

    /** From now on every call fails, as with a database that is switched off. */
    public synchronized void goAway() {
        away = true;
    }

    /** From now on every call fails by an error of the service's own. */
    public synchronized void breakDown() {
        broken = true;
    }

    /** From now on it fails when it is asked to renew a lease, and only then. */
    public synchronized void renewNoMore() {
        renewing = false;
    }

    /** Ends {@link #goAway} and {@link #breakDown}. */
    public synchronized void comeBack() {
        away = false;
        broken = false;
    }

    /** Replaces what is stored, by no operation of this service. */
    public synchronized void put(StoredInstallation state) {
        stored = state;
    }

    @Override
    public Uni<StoreRead> read() {
        return when(() -> new StoreRead(Held.read(stored(), certificates), true, held()));
    }

    private Optional<HeldLease> held() {
        Lease lease = holder;
        Purpose told = purpose;
        return lease == null || told == null
                ? Optional.empty()
                : Optional.of(new HeldLease(
                        lease.token(),
                        new UnderWay(told.action(), lease.takenAt(), told.by()),
                        now().plus(LENGTH),
                        LENGTH));
    }

    @Override
    public Uni<Optional<Lease>> acquire(Purpose asked, Duration lockTimeout) {
        long end = System.nanoTime() + lockTimeout.toNanos();
        return when(() -> take(asked))
                .repeat()
                .withDelay(POLL)
                .whilst(taken -> taken.isEmpty() && System.nanoTime() - end < 0)
                .collect()
                .last();
    }

    @Override
    public Uni<Boolean> renew(Lease lease) {
        renewalsAsked.incrementAndGet();
        return when(() -> {
            if (!renewing) {
                throw new Refusal(RefusalCode.STORE_UNAVAILABLE, "The store renews no lease.");
            }
            return lease.equals(holder);
        });
    }

    /** How often it was asked to renew a lease, also while it was away. */
    public int renewalsAsked() {
        return renewalsAsked.get();
    }

    private Optional<Lease> take(Purpose asked) {
        if (holder != null) {
            return Optional.empty();
        }
        purpose = asked;
        holder = new Lease(UUID.randomUUID(), now());
        return Optional.of(holder);
    }

    @Override
    public Uni<Boolean> claimAsking(long version) {
        return when(() -> {
            boolean free = stored().version() == version && askedAbout != version;
            askedAbout = free ? version : askedAbout;
            return free;
        });
    }

    @Override
    public Uni<Void> pauseServer(Duration length) {
        return when(() -> {
            Instant now = now();
            pauseSince = now;
            pauseUntil = now.plus(length);
            return null;
        });
    }

    @Override
    public Uni<Optional<ServerPause>> serverPause() {
        return when(() -> {
            Instant now = now();
            return pauseSince == null || !now.isBefore(pauseUntil)
                    ? Optional.empty()
                    : Optional.of(
                            new ServerPause(Duration.between(pauseSince, now), Duration.between(now, pauseUntil)));
        });
    }

    @Override
    public Uni<Void> giveBack(Lease lease) {
        return when(() -> {
            holder = lease.equals(holder) ? null : holder;
            return null;
        });
    }

    @Override
    public Uni<Void> reserve(Lease lease, SeatRelease seat) {
        return when(() -> {
            require(lease.equals(holder));
            putReleases(List.of(seat));
            return null;
        });
    }

    @Override
    public Uni<Void> note(OwnCheckOut checkOut) {
        return when(() -> {
            Instant before = checkOut.sentAt().minus(OwnCheckOut.KEPT);
            checkOuts.values().removeIf(noted -> noted.sentAt().isBefore(before));
            putOthers(others().filter(other -> !other.at().isBefore(before)));
            checkOuts.put(checkOut.id(), checkOut);
            return null;
        });
    }

    /** The check-outs that are noted, oldest first. */
    public synchronized List<OwnCheckOut> checkOuts() {
        return List.copyOf(checkOuts.values());
    }

    @Override
    public Uni<Boolean> answered(OwnCheckOut answered, @Nullable Instant before, AuditEntry begins) {
        return when(() -> {
            checkOuts.put(answered.id(), answered);
            SeatSharing.SharedUse use = SeatSharing.of(
                    answered, before, checkOuts(), stored().anomalies().others());
            use.other().ifPresent(this::putOther);
            if (use.begins()) {
                record(begins);
            }
            return use.begins();
        });
    }

    @Override
    public Uni<Boolean> rolledBack(FoundRollback found, AuditEntry entry) {
        return when(() -> {
            boolean news = !found.isStoredAs(stored().anomalies().rollback());
            if (news) {
                tell(found.rollback(), entry);
            }
            return news;
        });
    }

    @Override
    public Uni<Boolean> confirmRollback(AuditEntry entry) {
        return when(() -> {
            Rollback present = stored().anomalies().rollback();
            boolean news = present != null && !present.confirmed();
            if (news) {
                tell(present.confirmedByAnAdmin(), entry);
            }
            return news;
        });
    }

    private void tell(Rollback rollback, AuditEntry entry) {
        stored = stored().with(stored().anomalies().with(rollback));
        record(entry);
    }

    private void record(AuditEntry entry) {
        audit.add(entry);
        stored = stored().atEntry(stored().trail() + 1);
    }

    /** The last one of each day stays. */
    private void putOther(OtherCheckOut next) {
        Optional<OtherCheckOut> sameDay = others().filter(
                        other -> other.machineId().equals(next.machineId())
                                && other.day().equals(next.day()))
                .findFirst();
        if (sameDay.filter(other -> !next.at().isAfter(other.at())).isEmpty()) {
            putOthers(Stream.concat(
                    others().filter(other -> sameDay.filter(other::equals).isEmpty()), Stream.of(next)));
        }
    }

    private Stream<OtherCheckOut> others() {
        return stored().anomalies().others().stream();
    }

    private void putOthers(Stream<OtherCheckOut> others) {
        List<OtherCheckOut> sorted = others.sorted(
                        Comparator.comparing(OtherCheckOut::at).thenComparing(OtherCheckOut::machineId))
                .toList();
        stored = stored().with(new Anomalies(sorted, stored().anomalies().rollback()));
    }

    @Override
    public Uni<StoredInstallation> commit(Change change, boolean visible) {
        return when(() -> {
            StoredInstallation before = stored();
            require(change.lease() == null ? holder == null : change.lease().equals(holder));
            require(change.before().version() == before.version());
            stored = new StoredInstallation(
                    before.id(),
                    change.before().fingerprint(),
                    before.version() + 1,
                    before.revision() + (visible ? 1 : 0),
                    Objects.equals(change.marks().freshTime(), before.marks().freshTime())
                            ? change.marks()
                                    .seen(before.marks().seenTime())
                                    .with(before.marks().challenge())
                            : change.marks(),
                    change.known(),
                    change.license(),
                    before.releases(),
                    before.trail(),
                    before.anomalies());
            putReleases(change.queued());
            record(change.audit());
            return Held.read(stored(), certificates);
        });
    }

    /** From now on its clock says this; before, it says the real time. */
    public synchronized void time(Instant says) {
        time = says;
    }

    @Override
    public Uni<Instant> time() {
        return when(this::now);
    }

    private Instant now() {
        return time == null ? Clock.systemUTC().instant() : time;
    }

    @Override
    public Uni<Void> see(long expectedVersion, Instant seen) {
        return when(() -> {
            StoredInstallation before = stored();
            Instant known = before.marks().seenTime();
            if (expectedVersion == before.version() && (known == null || seen.isAfter(known))) {
                stored = before.with(before.marks().seen(seen));
            }
            return null;
        });
    }

    @Override
    public Uni<Void> challenge(long expectedVersion, Optional<ClockChallenge> challenge) {
        return when(() -> {
            StoredInstallation before = stored();
            require(holder == null);
            if (expectedVersion == before.version() && (before.marks().challenge() == null) == challenge.isPresent()) {
                stored = before.with(before.marks().with(challenge.orElse(null)));
            }
            return null;
        });
    }

    @Override
    public Uni<Optional<SeatRelease>> claimRelease(Lease lease, Duration pause) {
        return when(() -> {
            require(lease.equals(holder));
            Instant now = now();
            Optional<SeatRelease> claimed = stored().releases().stream()
                    .filter(release -> release.isDueAt(now))
                    .min(Comparator.comparing(SeatRelease::nextAttemptAt).thenComparing(SeatRelease::machineId))
                    .map(due -> new SeatRelease(
                            due.machineId(),
                            due.server(),
                            due.account(),
                            due.licenseId(),
                            due.key(),
                            due.triedAgain().state(),
                            due.since().isAfter(now) ? now : due.since(),
                            due.attempts() + 1,
                            now.plus(pause),
                            due.lastError()));
            claimed.ifPresent(release -> putReleases(List.of(release)));
            return claimed;
        });
    }

    @Override
    public Uni<Void> update(Lease lease, SeatRelease release, AuditEntry entry) {
        return when(() -> {
            require(lease.equals(holder));
            if (releases().containsKey(release.machineId())) {
                putReleases(List.of(release));
            }
            record(entry);
            return null;
        });
    }

    @Override
    public Uni<Void> complete(Lease lease, SeatRelease release, AuditEntry entry) {
        return when(() -> {
            require(lease.equals(holder));
            Map<String, SeatRelease> left = releases();
            left.remove(release.machineId());
            replaceReleases(left.values());
            record(entry);
            return null;
        });
    }

    private StoredInstallation stored() {
        if (stored == null) {
            UUID id = UUID.randomUUID();
            stored = new StoredInstallation(
                    id,
                    id.toString(),
                    0,
                    0,
                    HighWaterMarks.NONE,
                    KnownLicenses.NONE,
                    new LicenseState.None(),
                    List.of());
        }
        return stored;
    }

    private Map<String, SeatRelease> releases() {
        Map<String, SeatRelease> byMachine = new LinkedHashMap<>();
        stored().releases().forEach(release -> byMachine.put(release.machineId(), release));
        return byMachine;
    }

    /** Adds or renews releases; that of the machine held goes, whoever asked for it. */
    private void putReleases(List<SeatRelease> added) {
        Map<String, SeatRelease> all = releases();
        added.forEach(release -> all.put(release.machineId(), release));
        HeldLicense held = stored().license().held();
        if (held != null) {
            all.remove(held.machineId());
        }
        replaceReleases(all.values());
    }

    private void replaceReleases(Collection<SeatRelease> releases) {
        StoredInstallation before = stored();
        stored = new StoredInstallation(
                before.id(),
                before.fingerprint(),
                before.version(),
                before.revision(),
                before.marks(),
                before.known(),
                before.license(),
                releases.stream()
                        .sorted(Comparator.comparing(SeatRelease::since).thenComparing(SeatRelease::machineId))
                        .toList(),
                before.trail(),
                before.anomalies());
    }

    private static void require(boolean permitted) {
        if (!permitted) {
            throw new Refusal(
                    RefusalCode.OPERATION_IN_PROGRESS, "Another operation has changed the installation meanwhile.");
        }
    }

    /** Each step happens at once, alone, and when it is subscribed to. */
    private <T> Uni<T> when(Supplier<@Nullable T> step) {
        return Uni.createFrom().item(() -> {
            synchronized (this) {
                if (away) {
                    throw new Refusal(RefusalCode.STORE_UNAVAILABLE, "The store is away.");
                }
                if (broken) {
                    throw new IllegalStateException("The store is broken.");
                }
                return step.get();
            }
        });
    }
}
