package com.optymyse.inspire.licensing.activation;

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

    private final InstallationStore store;
    private final LicensingServer server;
    private final Exclusive exclusive;
    private final Clock clock;

    SeatReleases(InstallationStore store, LicensingServer server, Exclusive exclusive, Clock clock) {
        this.store = store;
        this.server = server;
        this.exclusive = exclusive;
        this.clock = clock;
    }

    /** Tries every release that is due, unless another operation holds the lease; says whether any was tried. */
    public Uni<Boolean> releaseDue(Deadline deadline) {
        return exclusive.runIfFree(lease -> drain(lease, deadline, "system")).map(tried -> tried.orElse(0) > 0);
    }

    /** Tries every release that is due, under the caller's lease; returns how many were tried. */
    Uni<Integer> drain(Lease lease, Deadline deadline, String who) {
        if (deadline.isOver()) {
            return Uni.createFrom().item(0);
        }
        Instant now = clock.instant();
        return store.claimRelease(lease, now, now.plus(CLAIM))
                .chain(claimed -> claimed.map(release -> release(lease, release, deadline, who)
                                .chain(() -> drain(lease, deadline, who))
                                .map(rest -> rest + 1))
                        .orElseGet(() -> Uni.createFrom().item(0)));
    }

    private Uni<Void> release(Lease lease, SeatRelease release, Deadline deadline, String who) {
        return server.deleteMachine(release.key(), release.machineId(), deadline)
                .map(answer -> ReleaseRules.after(release, answer, clock.instant()))
                .chain(kept -> settle(lease, release, kept, who));
    }

    private Uni<Void> settle(Lease lease, SeatRelease tried, Optional<SeatRelease> kept, String who) {
        return kept.map(release -> store.update(lease, release, audit(who, "not given back: " + release.lastError())))
                .orElseGet(() -> store.complete(lease, tried, audit(who, "given back")));
    }

    private AuditEntry audit(String who, String outcome) {
        return new AuditEntry(clock.instant(), who, "release", outcome);
    }
}
