package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.audit.Caller;
import com.optymyse.inspire.licensing.installation.Change;
import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.HeldLicense;
import com.optymyse.inspire.licensing.installation.Lease;
import com.optymyse.inspire.licensing.installation.LicenseState;
import com.optymyse.inspire.licensing.installation.Purpose;
import com.optymyse.inspire.licensing.installation.SeatRelease;
import com.optymyse.inspire.licensing.installation.Snapshot;
import com.optymyse.inspire.licensing.license.EnumWord;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.licensingserver.Deadline;
import com.optymyse.inspire.licensing.licensingserver.LicensingServer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Removes the license from this installation and gives its seat back. */
@ApplicationScoped
public class Deactivation {

    /** What became of the seat. */
    public enum Release {
        /** The licensing server has confirmed that it is free. */
        COMPLETED,
        /** It is queued, and will be tried until the server has confirmed. */
        PENDING,
        /** It can't be freed from here. */
        NOT_POSSIBLE
    }

    /** The installation after a deactivation, and what became of its seat. */
    public record Deactivated(Snapshot snapshot, Release release) {}

    private final InstallationLock lock;
    private final SeatReleases releases;
    private final CurrentInstallation current;
    private final LicensingServer server;
    private final ActivationConfig config;
    private final Clock clock;

    public Deactivation(
            InstallationLock lock,
            SeatReleases releases,
            CurrentInstallation current,
            LicensingServer server,
            ActivationConfig config,
            Clock clock) {
        this.lock = lock;
        this.releases = releases;
        this.current = current;
        this.server = server;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Deactivates at once; the seat is released now, or queued and retried until it is.
     *
     * @throws Refusal {@link RefusalCode#NOT_LICENSED} when there is nothing to deactivate
     */
    public Uni<Deactivated> deactivate(Caller who) {
        return lock.run(
                Purpose.deactivate(who.name()),
                config.lockTimeout(),
                lease -> current.reload().chain(before -> deactivate(before, lease, who)));
    }

    private Uni<Deactivated> deactivate(Snapshot before, Lease lease, Caller who) {
        if (before.stored().license() instanceof LicenseState.None) {
            throw new Refusal(RefusalCode.NOT_LICENSED, "No license is activated on this installation.");
        }
        Instant now = clock.instant();
        List<SeatRelease> seat = ReplacedSeat.of(before, server.address(), lease.takenAt());
        Change change = new Change(
                before.stored(),
                lease,
                new LicenseState.None(),
                before.stored().marks(),
                before.stored().known(),
                seat,
                entry(before.stored().license(), seat, now, who));
        return current.commit(change)
                .chain(committed ->
                        releases.giveBackAfter(committed, lease, Deadline.after(config.releaseDeadline()), who))
                .map(after -> new Deactivated(after, outcome(seat, after)));
    }

    /** The entry for the audit trail. It names the seat, because the vendor's support needs that to free it. */
    private static AuditEntry entry(LicenseState before, List<SeatRelease> seat, Instant now, Caller who) {
        AuditEntry entry =
                AuditEntry.succeeded(now, who, AuditEntry.Action.DEACTIVATE, "The license was removed from here.");
        HeldLicense held = before.held();
        Map<String, Object> facts = new HashMap<>();
        if (seat.isEmpty()) {
            facts.put("release", EnumWord.of(Release.NOT_POSSIBLE));
        }
        if (held == null) {
            return entry.with(facts);
        }
        facts.put("mode", EnumWord.of(held.mode()));
        if (held.machineId() != null) {
            facts.put("seat", held.machineId());
        }
        return entry.about(held.key()).with(facts);
    }

    private static Release outcome(List<SeatRelease> seat, Snapshot after) {
        if (seat.isEmpty()) {
            return Release.NOT_POSSIBLE;
        }
        String machineId = seat.getFirst().machineId();
        boolean pending = after.stored().releases().stream()
                .anyMatch(release -> release.machineId().equals(machineId));
        return pending ? Release.PENDING : Release.COMPLETED;
    }
}
