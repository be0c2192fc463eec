package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.certificate.TrustAnchors;
import com.optymyse.inspire.licensing.installation.AuditEntry;
import com.optymyse.inspire.licensing.installation.InstallationStore;
import com.optymyse.inspire.licensing.installation.Lease;
import com.optymyse.inspire.licensing.installation.SeatRelease;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Gives seats back to the licensing server: those that are queued, one at a time, until the server has signed for each. */
@ApplicationScoped
public class SeatReleases {

    /** While a release is being tried nobody else tries it; a crash in between costs no more than this. */
    private static final Duration CLAIM = Duration.ofMinutes(1);

    /** Shorter than an admin waits for the lease. */
    private static final Duration LONGEST_TRY = Duration.ofSeconds(5);

    private final InstallationStore store;
    private final LicensingServer server;
    private final TrustAnchors trust;
    private final Exclusive exclusive;
    private final Clock clock;

    SeatReleases(
            InstallationStore store, LicensingServer server, TrustAnchors trust, Exclusive exclusive, Clock clock) {
        this.store = store;
        this.server = server;
        this.trust = trust;
        this.exclusive = exclusive;
        this.clock = clock;
    }

    /**
     * Tries every release that is due, one at a time, as long as nobody else wants the lease; an admin who does waits for
     * one release at most.
     */
    public Uni<Void> releaseDue(Deadline deadline) {
        if (deadline.isOver()) {
            return Uni.createFrom().voidItem();
        }
        return exclusive
                .runIfFree(lease -> releaseOne(lease, deadline.atMost(LONGEST_TRY), "system"))
                .chain(tried -> tried.orElse(false)
                        ? releaseDue(deadline)
                        : Uni.createFrom().voidItem());
    }

    /** Tries every release that is due, under the caller's lease. */
    Uni<Void> drain(Lease lease, Deadline deadline, String who) {
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
        return kept.map(release -> store.update(lease, release, audit(who, "not given back: " + release.lastError())))
                .orElseGet(() -> store.complete(lease, tried, audit(who, "given back")));
    }

    private AuditEntry audit(String who, String outcome) {
        return new AuditEntry(clock.instant(), who, "release", outcome);
    }
}
