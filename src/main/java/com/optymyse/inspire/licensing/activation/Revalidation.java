package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.activation.RevalidationRules.Conclusion;
import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.installation.AuditEntry;
import com.optymyse.inspire.licensing.installation.Change;
import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.Evidence;
import com.optymyse.inspire.licensing.installation.HeldLicense;
import com.optymyse.inspire.licensing.installation.HeldLicense.Attempts;
import com.optymyse.inspire.licensing.installation.Holding;
import com.optymyse.inspire.licensing.installation.Marks;
import com.optymyse.inspire.licensing.installation.Snapshot;
import com.optymyse.inspire.licensing.installation.StoredInstallation;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.license.ValidationMode;
import com.optymyse.inspire.licensing.license.Verdict;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Asks the licensing server about the license held. It takes no lease: when the license changes meanwhile, the result is
 * dropped.
 */
@ApplicationScoped
public class Revalidation {

    /** What was asked, and when the server signed its validation; null when it did not. */
    private record Asked(Conclusion conclusion, @Nullable Instant at) {

        Instant signedAt() {
            return Objects.requireNonNull(at, "A conclusion is drawn from a signed answer.");
        }
    }

    private final CurrentInstallation current;
    private final LicensingServer server;
    private final MachineFiles machineFiles;
    private final ActivationConfig config;
    private final RevalidationSchedule schedule;
    private final Clock clock;

    Revalidation(
            CurrentInstallation current,
            LicensingServer server,
            MachineFiles machineFiles,
            ActivationConfig config,
            RandomGenerator random,
            Clock clock) {
        this.current = current;
        this.server = server;
        this.machineFiles = machineFiles;
        this.config = config;
        this.schedule = new RevalidationSchedule(random);
        this.clock = clock;
    }

    /**
     * Asks now and returns the installation after it; a verdict against the license is a result, not a failure.
     *
     * @throws Refusal {@link RefusalCode#NOT_LICENSED} or {@link RefusalCode#OFFLINE_LICENSE} when there is nothing to
     *     ask about, {@link RefusalCode#OPERATION_IN_PROGRESS} when the license changed meanwhile, and one of the
     *     licensing server's codes when no answer counts; the license stays as it was then
     */
    public Uni<Snapshot> revalidate(String who) {
        Deadline deadline = Deadline.after(config.deadline());
        return current.reload()
                .chain(before -> revalidate(before, online(before.stored().holding()), deadline, who));
    }

    private static HeldLicense online(Holding holding) {
        return switch (holding) {
            case Holding.None none ->
                throw new Refusal(RefusalCode.NOT_LICENSED, "No license is activated on this installation.");
            case Holding.Unreadable unreadable ->
                throw new Refusal(
                        RefusalCode.NOT_LICENSED,
                        "The stored license can't be read, so it can't be re-validated. Activate the license again.");
            case HeldLicense held
            when held.mode() == ValidationMode.OFFLINE ->
                throw new Refusal(
                        RefusalCode.OFFLINE_LICENSE,
                        "An offline license is validated by its signed license file. To renew it, activate a newer file.");
            case HeldLicense held -> held;
        };
    }

    private Uni<Snapshot> revalidate(Snapshot before, HeldLicense held, Deadline deadline, String who) {
        return ask(before, held, deadline).chain(asked -> {
            Change change = change(before.stored(), held, asked, who);
            return current.commit(change).invoke(after -> requireAnswer(asked));
        });
    }

    private Uni<Asked> ask(Snapshot before, HeldLicense held, Deadline deadline) {
        String fingerprint = before.stored().fingerprint();
        return checkIn(before, held, deadline)
                .chain(() -> server.validate(held.key(), fingerprint, deadline))
                .chain(answer -> switch (answer) {
                    case Answer.Failed<Validation> failed ->
                        Uni.createFrom().item(new Asked(new Conclusion.Failed(failed), null));
                    case Answer.Signed<Validation>(Validation validation, Instant at) ->
                        conclude(held, fingerprint, validation, deadline).map(conclusion -> new Asked(conclusion, at));
                });
    }

    /** A policy that demands check-ins gets one; whether it counted, the validation that follows will tell. */
    private Uni<Void> checkIn(Snapshot before, HeldLicense held, Deadline deadline) {
        return before.evidence() instanceof Evidence.Proven(HeldLicense license, Certificate certificate)
                        && certificate.license().requiresCheckIn()
                ? server.checkIn(held.key(), certificate.license().id(), deadline)
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private Uni<Conclusion> conclude(HeldLicense held, String fingerprint, Validation validation, Deadline deadline) {
        Conclusion conclusion = RevalidationRules.afterValidation(validation.outcome());
        return conclusion instanceof Conclusion.CheckOutNeeded
                ? machineFiles.checkOut(held.key(), fingerprint, deadline).map(RevalidationRules::afterCheckOut)
                : Uni.createFrom().item(conclusion);
    }

    private Change change(StoredInstallation before, HeldLicense held, Asked asked, String who) {
        Instant now = clock.instant();
        Instant at = asked.at();
        Marks marks = at == null ? before.marks() : before.marks().afterFreshAnswer(at);
        Map<String, Instant> floors = asked.conclusion() instanceof Conclusion.Renewed(Certificate certificate)
                ? Floors.with(before.issuedFloors(), certificate)
                : before.issuedFloors();
        HeldLicense next = next(held, asked, now);
        String outcome = String.valueOf(next.attempts().outcome());
        AuditEntry audit = new AuditEntry(now, who, "revalidate", outcome);
        return new Change(before, null, next, marks, floors, List.of(), audit);
    }

    private HeldLicense next(HeldLicense held, Asked asked, Instant now) {
        return switch (asked.conclusion()) {
            case Conclusion.Renewed(Certificate certificate) ->
                held.renewed(
                        certificate, asked.signedAt(), new Attempts(now, "good", 0, schedule.afterVerdict(true, now)));
            case Conclusion.Judged(Verdict verdict) ->
                held.judged(
                        verdict,
                        asked.signedAt(),
                        new Attempts(now, verdict.code(), 0, schedule.afterVerdict(good(verdict), now)));
            case Conclusion.Failed(Answer.Failed<?> failed) -> failed(held, failed, now);
            case Conclusion.CheckOutNeeded odd -> throw new IllegalStateException("The machine was not checked out.");
        };
    }

    private HeldLicense failed(HeldLicense held, Answer.Failed<?> failed, Instant now) {
        int failures = held.attempts().failures() + 1;
        return held.attempted(
                new Attempts(now, failed.cause().code().code(), failures, schedule.afterFailure(failures, now)));
    }

    private static boolean good(Verdict verdict) {
        return verdict instanceof Verdict.Good;
    }

    private static void requireAnswer(Asked asked) {
        if (asked.conclusion() instanceof Conclusion.Failed(Answer.Failed<?> failed)) {
            throw Refusals.failed(failed);
        }
    }
}
