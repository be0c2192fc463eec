package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.certificate.TrustAnchors;
import com.optymyse.inspire.licensing.installation.AuditEntry;
import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.InstallationStore;
import com.optymyse.inspire.licensing.installation.Lease;
import com.optymyse.inspire.licensing.installation.SeatRelease;
import com.optymyse.inspire.licensing.installation.Snapshot;
import com.optymyse.inspire.licensing.installation.StoredInstallation;
import com.optymyse.inspire.licensing.license.Refusal;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Gives seats back to the licensing server: those that are queued, one at a time, until the server has signed for each. */
@ApplicationScoped
public class SeatReleases {

    /** While a release is being tried nobody else tries it; a crash in between costs no more than this. */
    private static final Duration CLAIM = Duration.ofMinutes(1);

    /** Shorter than an admin waits for the lease. */
    private static final Duration LONGEST_TRY = Duration.ofSeconds(5);

    private final InstallationStore store;
    private final CurrentInstallation current;
    private final LicensingServer server;
    private final TrustAnchors trust;
    private final Exclusive exclusive;
    private final Clock clock;

    SeatReleases(
            InstallationStore store,
            CurrentInstallation current,
            LicensingServer server,
            TrustAnchors trust,
            Exclusive exclusive,
            Clock clock) {
        this.store = store;
        this.current = current;
        this.server = server;
        this.trust = trust;
        this.exclusive = exclusive;
        this.clock = clock;
    }

    /** Tries the release that is due longest, unless another operation holds the lease: an admin waits for one at most. */
    public Uni<Void> releaseDue(Deadline deadline) {
        return exclusive
                .runIfFree(lease -> releaseOne(lease, deadline.atMost(LONGEST_TRY), "system"))
                .replaceWithVoid();
    }

    /**
     * Tries what is due, after a change that the caller has committed, and returns the state then. The change stands
     * whatever comes of this: what can't be given back now stays queued.
     */
    Uni<Snapshot> giveBackAfter(Snapshot committed, Lease lease, Deadline deadline, String who) {
        return drain(lease, deadline, who)
                .chain(current::reload)
                .onFailure(Refusal.class)
                .recoverWithItem(committed);
    }

    /** Tries every seat that is queued, due or not: one of them may be what stands in the way of a new one. */
    Uni<Void> giveBackQueued(StoredInstallation stored, Lease lease, Deadline deadline) {
        return Multi.createFrom()
                .iterable(stored.releases())
                .filter(release -> release.state() == SeatRelease.State.QUEUED)
                .onItem()
                .transformToUniAndConcatenate(release -> release(lease, release.triedAgain(), deadline, "system"))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> drain(Lease lease, Deadline deadline, String who) {
        if (deadline.isOver()) {
            return Uni.createFrom().voidItem();
        }
        return releaseOne(lease, deadline, who)
                .chain(tried ->
                        tried ? drain(lease, deadline, who) : Uni.createFrom().voidItem());
    }

    private Uni<Boolean> releaseOne(Lease lease, Deadline deadline, String who) {
        Instant now = clock.instant();
        return store.claimRelease(lease, now, now.plus(CLAIM))
                .chain(claimed -> claimed.map(release ->
                                release(lease, release, deadline, who).replaceWith(true))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Void> release(Lease lease, SeatRelease release, Deadline deadline, String who) {
        if (isElsewhere(release)) {
            return settle(lease, release, Optional.of(ReleaseRules.elsewhere(release, clock.instant())), who);
        }
        return server.deleteMachine(release.key(), release.machineId(), deadline)
                .map(answer -> ReleaseRules.after(release, answer, clock.instant()))
                .chain(kept -> settle(lease, release, kept, who));
    }

    private boolean isElsewhere(SeatRelease release) {
        return !release.server().equals(server.address())
                || !(release.account().equals(trust.account())
                        || release.account().equals(OldSeat.UNKNOWN));
    }

    private Uni<Void> settle(Lease lease, SeatRelease tried, Optional<SeatRelease> kept, String who) {
        kept.filter(release -> !Objects.equals(release.lastError(), tried.lastError()))
                .ifPresent(release ->
                        Log.warnf("Seat %s is not given back yet: %s", release.machineId(), release.lastError()));
        return kept.map(release -> store.update(lease, release, audit(who, "not given back: " + release.lastError())))
                .orElseGet(() -> store.complete(lease, tried, audit(who, "given back")));
    }

    private AuditEntry audit(String who, String outcome) {
        return new AuditEntry(clock.instant(), who, "release", outcome);
    }
}
