package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.activation.OfflineActivation.Accepted;
import com.optymyse.inspire.licensing.activation.OfflineActivation.Brought;
import com.optymyse.inspire.licensing.activation.OnlineActivation.Granted;
import com.optymyse.inspire.licensing.activation.Preview.Prospect;
import com.optymyse.inspire.licensing.activation.Progress.Judged;
import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.audit.AuditEntry.Action;
import com.optymyse.inspire.licensing.audit.Caller;
import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.installation.Change;
import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.HeldLicense;
import com.optymyse.inspire.licensing.installation.HeldLicense.Attempts;
import com.optymyse.inspire.licensing.installation.HighWaterMarks;
import com.optymyse.inspire.licensing.installation.KnownLicense.Judgement;
import com.optymyse.inspire.licensing.installation.KnownLicenses;
import com.optymyse.inspire.licensing.installation.Lease;
import com.optymyse.inspire.licensing.installation.LicenseState;
import com.optymyse.inspire.licensing.installation.Purpose;
import com.optymyse.inspire.licensing.installation.Snapshot;
import com.optymyse.inspire.licensing.installation.StoredInstallation;
import com.optymyse.inspire.licensing.license.EnumWord;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.PastedKey;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.ValidationMode;
import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.licensingserver.Deadline;
import com.optymyse.inspire.licensing.licensingserver.LicensingServer;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** Activates a license, in place of the one held if there is one. Done twice, it leaves the same state. */
@ApplicationScoped
public class Activation {

    private final ServerPauses pauses;
    private final InstallationLock lock;
    private final OnlineActivation online;
    private final OfflineActivation offline;
    private final SeatReleases releases;
    private final RefusedAttempts refused;
    private final AttemptMeters meters;
    private final CurrentInstallation current;
    private final LicensingServer server;
    private final ActivationConfig config;
    private final RevalidationSchedule schedule;
    private final Clock clock;

    public Activation(
            ServerPauses pauses,
            InstallationLock lock,
            OnlineActivation online,
            OfflineActivation offline,
            SeatReleases releases,
            RefusedAttempts refused,
            AttemptMeters meters,
            CurrentInstallation current,
            LicensingServer server,
            ActivationConfig config,
            RandomGenerator random,
            Clock clock) {
        this.pauses = pauses;
        this.lock = lock;
        this.online = online;
        this.offline = offline;
        this.releases = releases;
        this.refused = refused;
        this.meters = meters;
        this.current = current;
        this.server = server;
        this.config = config;
        this.schedule = new RevalidationSchedule(random);
        this.clock = clock;
    }

    /**
     * Activates a license online and returns the installation after it.
     *
     * @param expected what the admin was shown
     * @throws Refusal when the license can't be activated, or is not what was shown; what was held before is held still
     */
    public Uni<Snapshot> online(PastedKey key, PreviewBinding expected, Caller who) {
        Deadline deadline = Deadline.after(config.deadline());
        return meters.activation(
                ValidationMode.ONLINE,
                refused.recorded(
                        key.named(),
                        who,
                        progress -> pauses.admitAdmin().chain(() -> activate(key, expected, deadline, progress, who))));
    }

    private Uni<Snapshot> activate(
            PastedKey key, PreviewBinding expected, Deadline deadline, Progress progress, Caller who) {
        return lock.run(
                Purpose.activate(who.name()),
                config.lockTimeout(),
                lease -> current.reload()
                        .chain(before -> activate(
                                key,
                                new Attempt(
                                        key.asItStands(),
                                        expected,
                                        before,
                                        current.toActivate(before.stored()),
                                        lease,
                                        deadline,
                                        progress,
                                        new CheckInState.NotYet()),
                                before,
                                who)));
    }

    /**
     * Activates a license with a license file and returns the installation after it. Asks nobody.
     *
     * @param expected what the admin was shown
     * @throws Refusal when the file can't be activated here and now, or is not what was shown; what was held before is held
     *     still
     */
    public Uni<Snapshot> offline(Brought brought, PreviewBinding expected, Caller who) {
        return meters.activation(
                ValidationMode.OFFLINE,
                refused.recorded(
                        brought.key().named(),
                        who,
                        progress -> lock.run(
                                Purpose.activate(who.name()),
                                config.lockTimeout(),
                                lease -> current.reload()
                                        .map(before -> change(accept(brought, expected, before), before, lease, who))
                                        .chain(current::commit))));
    }

    private Accepted accept(Brought brought, PreviewBinding expected, Snapshot before) {
        Accepted accepted = offline.accept(brought, current.toActivate(before.stored()));
        Certificate certificate = accepted.certificate();
        Prospect brings = Prospect.offline(certificate, offline.endOf(certificate), before);
        if (!brings.fits(expected)) {
            throw Refusals.previewOutdated(brings);
        }
        return accepted;
    }

    private Change change(Accepted accepted, Snapshot before, Lease lease, Caller who) {
        Certificate certificate = accepted.certificate();
        StoredInstallation stored = current.toActivate(before.stored());
        Instant now = clock.instant();
        HeldLicense held = new HeldLicense(
                accepted.key(),
                certificate.text(),
                ValidationMode.OFFLINE,
                certificate.machineId(),
                now,
                new Verdict.Good(),
                null,
                Attempts.NEVER,
                isOlder(certificate, stored),
                offline.countsUntil(certificate));
        KnownLicenses known = stored.known().holding(certificate);
        return new Change(
                stored,
                lease,
                LicenseState.of(held, certificate, known),
                stored.marks().afterCertificate(certificate),
                known,
                ReplacedSeat.replacedBy(certificate, before, server.address(), lease.takenAt()),
                entry(accepted.key(), certificate, before, ValidationMode.OFFLINE, now, who));
    }

    private Uni<Snapshot> activate(PastedKey key, Attempt attempt, Snapshot before, Caller who) {
        return online.obtain(key, attempt::with)
                .onFailure(Refusal.class)
                .recoverWithUni(refusal -> judged(attempt, refusal, who))
                .map(granted -> change(attempt, before, granted, who))
                .chain(current::commit)
                .chain(committed -> releases.giveBackAfter(
                        committed, attempt.lease(), Deadline.after(config.releaseDeadline()), who));
    }

    /** Stores what the server has said against the license. Without it an older license file could still be activated. */
    private Uni<Granted> judged(Attempt attempt, Refusal refusal, Caller who) {
        return attempt.progress()
                .judged()
                .map(judged -> isKept(refused(attempt, judged, refusal, who))
                        .<Granted>chain(kept -> Uni.createFrom().failure(kept ? refusal.asRecorded() : refusal)))
                .orElseGet(() -> Uni.createFrom().failure(refusal));
    }

    /** Stores the verdict and returns whether that worked. The admin learns the verdict in any case. */
    private Uni<Boolean> isKept(Change verdict) {
        return BestEffort.failuresOf(
                        "Storing a verdict of the licensing server",
                        current.commit(verdict)
                                .onFailure(Refusal.class)
                                .invoke(failure -> Log.warnf(
                                        "A verdict of the licensing server could not be stored: %s",
                                        failure.getMessage())))
                .map(Objects::nonNull);
    }

    /** Nothing of the installation changes but what is known of the license. */
    private Change refused(Attempt attempt, Judged judged, Refusal refusal, Caller who) {
        StoredInstallation present = attempt.present().stored();
        AuditEntry entry = AuditEntry.refused(clock.instant(), who, Action.ACTIVATE, refusal);
        return new Change(
                present,
                attempt.lease(),
                present.license(),
                present.marks(),
                present.known().judged(judged.licenseId(), judged.judgement()),
                List.of(),
                entry.about(attempt.key()));
    }

    private Change change(Attempt attempt, Snapshot before, Granted granted, Caller who) {
        StoredInstallation stored = attempt.before();
        Certificate certificate = granted.certificate();
        Instant now = clock.instant();
        HighWaterMarks marks =
                stored.marks().afterFreshResponse(granted.validatedAt()).afterCertificate(certificate);
        HeldLicense held = held(granted, now, schedule.afterActivation(marks.effective(now)))
                .asOlder(isOlder(certificate, stored));
        KnownLicenses known = stored.known()
                .holding(certificate)
                .judged(
                        certificate.license().id(),
                        new Judgement(new Verdict.Good(), granted.validatedAt(), certificate.machineId()));
        return new Change(
                stored,
                attempt.lease(),
                LicenseState.of(held, certificate, known),
                marks,
                known,
                ReplacedSeat.replacedBy(
                        certificate, before, server.address(), attempt.lease().takenAt()),
                entry(granted.key(), certificate, before, ValidationMode.ONLINE, now, who));
    }

    private static AuditEntry entry(
            LicenseKey key, Certificate certificate, Snapshot before, ValidationMode mode, Instant now, Caller who) {
        String how = switch (mode) {
            case ONLINE -> "online";
            case OFFLINE -> "with a license file";
        };
        Map<String, Object> facts = new HashMap<>(Map.of("method", EnumWord.of(mode)));
        if (!ReplacedSeat.isOfAnotherLicense(before, key, certificate)) {
            return AuditEntry.succeeded(now, who, Action.ACTIVATE, "A license was activated " + how + ".")
                    .about(key)
                    .with(facts);
        }
        HeldLicense former = before.stored().license().held();
        if (former != null) {
            facts.put("formerMode", EnumWord.of(former.mode()));
        }
        return AuditEntry.succeeded(
                        now, who, Action.REPLACE, "A license was activated " + how + ", in place of another one.")
                .about(key)
                .with(facts);
    }

    private static boolean isOlder(Certificate certificate, StoredInstallation before) {
        return before.known().rank(certificate) != KnownLicenses.Rank.NEWEST;
    }

    private static HeldLicense held(Granted granted, Instant now, Instant nextAt) {
        return new HeldLicense(
                granted.key(),
                granted.certificate().text(),
                ValidationMode.ONLINE,
                granted.certificate().machineId(),
                now,
                new Verdict.Good(),
                granted.validatedAt(),
                new Attempts(now, "good", 0, nextAt));
    }
}
