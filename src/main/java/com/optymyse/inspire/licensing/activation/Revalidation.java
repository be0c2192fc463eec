package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.activation.RevalidationRules.CheckInNeeded;
import com.optymyse.inspire.licensing.activation.RevalidationRules.CheckOutNeeded;
import com.optymyse.inspire.licensing.activation.RevalidationRules.Conclusion;
import com.optymyse.inspire.licensing.activation.SharedRevalidations.Company;
import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.audit.AuditEntry.Action;
import com.optymyse.inspire.licensing.audit.Caller;
import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.installation.Change;
import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.HeldLicense;
import com.optymyse.inspire.licensing.installation.HeldLicense.Attempts;
import com.optymyse.inspire.licensing.installation.HighWaterMarks;
import com.optymyse.inspire.licensing.installation.KnownLicenses;
import com.optymyse.inspire.licensing.installation.LicenseState;
import com.optymyse.inspire.licensing.installation.Licensing;
import com.optymyse.inspire.licensing.installation.Snapshot;
import com.optymyse.inspire.licensing.installation.StoredInstallation;
import com.optymyse.inspire.licensing.license.License;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.license.ValidationMode;
import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.CheckInResult;
import com.optymyse.inspire.licensing.licensingserver.Deadline;
import com.optymyse.inspire.licensing.licensingserver.LicensingServer;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Asks the licensing server about the license held. It takes no lease: when the license changes meanwhile, the result is
 * dropped. Whoever wants a re-validation while one is under way shares its result.
 */
@ApplicationScoped
public class Revalidation {

    /** The conclusion, and when the server signed its validation; null when it signed none. */
    private record Asked(Conclusion conclusion, @Nullable Instant at) {

        Instant signedAt() {
            return Objects.requireNonNull(at, "A conclusion is drawn from a signed response.");
        }
    }

    private static final Duration PAUSE = Duration.ofMillis(200);

    private static final String DROPPED =
            " The service ignored its machine file: the file is older than the known license and grants something"
                    + " else. Somebody may have replayed it.";

    private final CurrentInstallation current;
    private final LicensingServer server;
    private final MachineFiles machineFiles;
    private final AttemptMeters meters;
    private final SharedRevalidations shared;
    private final ServerPauses pauses;
    private final ActivationConfig config;
    private final RevalidationSchedule schedule;
    private final Clock clock;

    public Revalidation(
            CurrentInstallation current,
            LicensingServer server,
            MachineFiles machineFiles,
            AttemptMeters meters,
            SharedRevalidations shared,
            ServerPauses pauses,
            ActivationConfig config,
            RandomGenerator random,
            Clock clock) {
        this.current = current;
        this.server = server;
        this.machineFiles = machineFiles;
        this.meters = meters;
        this.shared = shared;
        this.pauses = pauses;
        this.config = config;
        this.schedule = new RevalidationSchedule(random);
        this.clock = clock;
    }

    /**
     * Asks now and returns the installation after it; a verdict against the license is a result, not a failure.
     *
     * @throws Refusal {@link RefusalCode#NOT_LICENSED} or {@link RefusalCode#OFFLINE_LICENSE} when there is nothing to
     *     ask about, {@link RefusalCode#LICENSING_SERVER_BUSY} when the server asked for a pause less than a minute ago,
     *     {@link RefusalCode#OPERATION_IN_PROGRESS} when the license changed meanwhile, and one of the
     *     licensing server's codes when no response counts; the license stays as it was then
     */
    public Uni<Snapshot> revalidate(Caller who) {
        return Uni.createFrom().deferred(() -> {
            Deadline deadline = Deadline.after(config.deadline());
            long came = shared.come();
            return current.reload().chain(before -> {
                LicenseState.Held license = online(before.stored().license());
                return admit(who)
                        .chain(() -> shared.join(
                                came,
                                before.stored().version(),
                                who,
                                company -> meters.validation(revalidate(before, license, deadline, who, company))));
            });
        });
    }

    /** Refuses an admin while the server asks for a pause. A background task has checked that already. */
    private Uni<Void> admit(Caller who) {
        return who.isService() ? Uni.createFrom().voidItem() : pauses.admitAdmin();
    }

    private static LicenseState.Held online(LicenseState license) {
        LicenseState.Held known = switch (license) {
            case LicenseState.None none ->
                throw new Refusal(RefusalCode.NOT_LICENSED, "No license is activated on this installation.");
            case LicenseState.Unreadable unreadable ->
                throw new Refusal(
                        RefusalCode.NOT_LICENSED,
                        "The stored license can't be read, so it can't be re-validated. Activate the license again.");
            case LicenseState.Held held -> held;
        };
        if (known.held().mode() == ValidationMode.OFFLINE) {
            throw new Refusal(
                    RefusalCode.OFFLINE_LICENSE,
                    "An offline license is validated by its signed license file. To renew it, activate a newer file.");
        }
        return known;
    }

    private Uni<Snapshot> revalidate(
            Snapshot before, LicenseState.Held license, Deadline deadline, Caller who, Company company) {
        return ask(license.held(), before, deadline)
                .chain(asked -> commit(
                                change(before, license, asked, onBehalfOf(who, company)),
                                deadline.atMost(config.lockTimeout()),
                                company)
                        .invoke(after -> requireResponse(asked)));
    }

    /** The caller to record. A re-validation that the service began names the request of the first admin who waits for it. */
    private static Caller onBehalfOf(Caller who, Company company) {
        return who.isService()
                ? company.firstAdmin()
                        .map(admin -> new Caller(null, admin.request(), admin.trace()))
                        .orElse(who)
                : who;
    }

    /**
     * Stores the result. Waits for an operation that leaves the license alone, and drops the result only if the license has
     * changed.
     */
    private Uni<Snapshot> commit(Change change, Deadline lockTimeout, Company company) {
        return Uni.createFrom()
                .deferred(() -> current.commit(change, company::tell))
                .onFailure(Refusal.isOf(RefusalCode.OPERATION_IN_PROGRESS))
                .retry()
                .when(refusals -> refusals.onItem()
                        .transformToUniAndConcatenate(refusal -> nextTry(change, lockTimeout, refusal)));
    }

    /** Comes when the commit is to be tried again; fails with its refusal when it is not. */
    private Uni<Throwable> nextTry(Change change, Deadline lockTimeout, Throwable refusal) {
        return isTooLate(lockTimeout)
                ? Uni.createFrom().failure(refusal)
                : current.reload()
                        .chain(present -> hasMoved(change, present) || isTooLate(lockTimeout)
                                ? Uni.createFrom().failure(refusal)
                                : Uni.createFrom()
                                        .item(refusal)
                                        .onItem()
                                        .delayIt()
                                        .by(PAUSE));
    }

    /**
     * Whether there is no time for another try. The last one begins before the timeout, and lasts as long as the store
     * allows.
     */
    private static boolean isTooLate(Deadline lockTimeout) {
        return lockTimeout.remaining().compareTo(PAUSE) <= 0;
    }

    private static boolean hasMoved(Change change, Snapshot present) {
        return present.stored().version() != change.before().version();
    }

    private Uni<Asked> ask(HeldLicense held, Snapshot before, Deadline deadline) {
        return server.validate(held.key(), before.stored().fingerprint(), deadline)
                .chain(result -> conclude(held, before, result, new CheckInState.NotYet(), deadline));
    }

    /** Checks the license in and validates again. If the check-in is still overdue then, that is a verdict. */
    private Uni<Asked> checkIn(HeldLicense held, License license, Snapshot before, Deadline deadline) {
        return server.checkIn(held.key(), license.id(), deadline).chain(result -> switch (result) {
            case CallResult.Failed<CheckInResult> failed ->
                Uni.createFrom().item(new Asked(new Conclusion.Failed(failed), null));
            case CallResult.Signed<CheckInResult>(CheckInResult value, Instant at) ->
                validateAgain(held, before, CheckInState.of(value, at), deadline);
        });
    }

    private Uni<Asked> validateAgain(HeldLicense held, Snapshot before, CheckInState checkedIn, Deadline deadline) {
        return ReplicaLagRetry.ask(
                        until -> server.validate(held.key(), before.stored().fingerprint(), until),
                        checkedIn::mayBeUnseenIn,
                        deadline)
                .chain(second -> conclude(held, before, second, checkedIn, deadline));
    }

    private Uni<Asked> conclude(
            HeldLicense held,
            Snapshot before,
            CallResult<ValidationResult> result,
            CheckInState checkedIn,
            Deadline deadline) {
        return switch (result) {
            case CallResult.Failed<ValidationResult> failed ->
                Uni.createFrom().item(new Asked(new Conclusion.Failed(failed), null));
            case CallResult.Signed<ValidationResult>(ValidationResult(Outcome outcome, License license), Instant at) ->
                switch (RevalidationRules.afterValidation(outcome, checkedIn)) {
                    case CheckInNeeded needed -> checkIn(held, license, before, deadline);
                    case CheckOutNeeded needed -> checkOut(held, before, needed, at, deadline);
                    case Conclusion conclusion -> Uni.createFrom().item(new Asked(conclusion, at));
                };
        };
    }

    private Uni<Asked> checkOut(
            HeldLicense held, Snapshot before, CheckOutNeeded needed, Instant at, Deadline deadline) {
        return machineFiles
                .checkOut(held.key(), before.stored().fingerprint(), held.machineId(), at, deadline)
                .map(checkOut -> new Asked(RevalidationRules.afterCheckOut(needed, checkOut, before), at));
    }

    private Change change(Snapshot snapshot, LicenseState.Held present, Asked asked, Caller who) {
        StoredInstallation before = snapshot.stored();
        HeldLicense held = present.held();
        Instant now = clock.instant();
        Instant at = asked.at();
        HighWaterMarks marks = at == null ? before.marks() : before.marks().afterFreshResponse(at);
        HeldLicense next = next(held, asked, now);
        KnownLicenses known = RevalidationRules.known(snapshot, asked.conclusion(), next);
        LicenseState.Held license = asked.conclusion() instanceof Conclusion.Renewed(Certificate renewed, var older)
                ? LicenseState.of(next, renewed, known)
                : present.with(next);
        Change change =
                new Change(before, null, license, marks, known, List.of(), entry(snapshot, held, asked, now, who));
        return change.with(license.with(scheduled(change, next, asked)));
    }

    /** The entry for the audit trail. It is routine if no admin has asked and nothing new was learned. */
    private static AuditEntry entry(Snapshot before, HeldLicense held, Asked asked, Instant now, Caller who) {
        HeldLicense next = next(held, asked, now);
        Verdict verdict = next.verdict();
        String refusedWith = next.attempts().refusedWith();
        boolean changed = RevalidationRules.changesTheLicense(before.stored().license(), asked.conclusion());
        boolean dropped = asked.conclusion() instanceof Conclusion.Outdated(var file, boolean differs) && differs;
        AuditEntry entry = asked.conclusion() instanceof Conclusion.Failed(CallResult.Failed<?> failed)
                ? AuditEntry.refused(now, who, Action.REVALIDATE, Refusals.failed(failed))
                : AuditEntry.succeeded(
                                now,
                                who,
                                Action.REVALIDATE,
                                "The licensing server's verdict is: " + verdict.code() + "."
                                        + (refusedWith == null
                                                ? ""
                                                : " It refused a further call (" + refusedWith + ").")
                                        + (changed ? " What is licensed has changed." : "")
                                        + (dropped ? DROPPED : ""))
                        .with(facts(verdict, refusedWith, changed, dropped));
        boolean routine = who.equals(Caller.SERVICE)
                && !changed
                && !dropped
                && verdict.equals(held.verdict())
                && Objects.equals(refusedWith, held.attempts().refusedWith());
        return routine ? entry.about(held.key()).asRoutine() : entry.about(held.key());
    }

    private static Map<String, Object> facts(
            Verdict verdict, @Nullable String refusedWith, boolean changed, boolean dropped) {
        Map<String, Object> facts =
                new HashMap<>(Map.of("verdict", verdict.code(), "changed", changed, "dropped", dropped));
        if (refusedWith != null) {
            facts.put("refusedWith", refusedWith);
        }
        return facts;
    }

    /**
     * Plans the next attempt: at the time that a busy server names, or by the standing after the response. It goes by the
     * time that counts: a host's clock that was set back must not put it off.
     */
    private HeldLicense scheduled(Change change, HeldLicense next, Asked asked) {
        Snapshot foreseen = current.foresee(change);
        Licensing licensing = foreseen.licensing();
        Attempts attempts = next.attempts();
        Instant nextAt = asked.conclusion()
                                instanceof
                                Conclusion.Failed(
                                        CallResult.Failed<?>(var cause, var detail, Duration pause, var values))
                        && pause != null
                ? foreseen.at().plus(PauseRules.kept(pause))
                : attempts.failures() == 0
                        ? schedule.afterResponse(licensing.standing(), licensing.until(), foreseen.at())
                        : schedule.afterFailure(attempts.failures(), licensing.until(), foreseen.at());
        return next.attempted(attempts.nextAt(nextAt));
    }

    /** What is held after it; when to ask again is not decided yet. */
    private static HeldLicense next(HeldLicense held, Asked asked, Instant now) {
        return switch (asked.conclusion()) {
            case Conclusion.Renewed(Certificate certificate, boolean older) ->
                held.renewed(certificate, asked.signedAt(), new Attempts(now, "good", 0, null))
                        .asOlder(older);
            case Conclusion.Outdated outdated ->
                held.judged(new Verdict.Good(), asked.signedAt(), new Attempts(now, "good", 0, null));
            case Conclusion.Judged(Verdict verdict, String refusedWith) ->
                held.judged(verdict, asked.signedAt(), new Attempts(now, verdict.code(), 0, null, refusedWith));
            case Conclusion.RefusedHere(Verdict.Refused verdict) ->
                held.judged(verdict, asked.signedAt(), new Attempts(now, verdict.code(), 0, null));
            case Conclusion.Failed(CallResult.Failed<?> failed) -> failed(held, failed, now);
        };
    }

    private static HeldLicense failed(HeldLicense held, CallResult.Failed<?> failed, Instant now) {
        int failures = held.attempts().failures() + (failed.pause() == null ? 1 : 0);
        return held.attempted(new Attempts(
                now,
                failed.cause().code().code(),
                failures,
                null,
                held.attempts().refusedWith()));
    }

    private static void requireResponse(Asked asked) {
        if (asked.conclusion() instanceof Conclusion.Failed(CallResult.Failed<?> failed)) {
            throw Refusals.failed(failed).asRecorded();
        }
    }
}
