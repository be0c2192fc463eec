package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.activation.MachineFiles.CheckOut;
import com.optymyse.inspire.licensing.activation.Preview.Prospect;
import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.license.License;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.PastedKey;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.CheckInResult;
import com.optymyse.inspire.licensing.licensingserver.LicensingServer;
import com.optymyse.inspire.licensing.licensingserver.ServerRefusal;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Obtains the proof of a license from the licensing server: validate, refuse what can't be held, check in where the
 * policy demands it, take a seat where there is none, check the machine out. Stores nothing but the seat's reservation.
 */
@ApplicationScoped
class OnlineActivation {

    /**
     * A license that the server granted.
     *
     * @param key the key that the server knows it by
     * @param certificate the machine file that proves it
     * @param validatedAt the signed time of the validation, which our nonce makes fresh
     */
    record Granted(LicenseKey key, Certificate certificate, Instant validatedAt) {}

    private record Admitted<A extends Admission>(Attempt attempt, A admission, Instant at) {}

    private final LicensingServer server;
    private final MachineFiles machineFiles;
    private final Seats seats;
    private final Preview preview;
    private final SeatHolders holders;
    private final LeaseKeeper keeper;
    private final Clock clock;

    OnlineActivation(
            LicensingServer server,
            MachineFiles machineFiles,
            Seats seats,
            Preview preview,
            SeatHolders holders,
            LeaseKeeper keeper,
            Clock clock) {
        this.server = server;
        this.machineFiles = machineFiles;
        this.seats = seats;
        this.preview = preview;
        this.holders = holders;
        this.keeper = keeper;
        this.clock = clock;
    }

    /** Obtains the license of a key. If the server does not know the key, tries the cleaned key once. */
    Uni<Granted> obtain(PastedKey pasted, Function<LicenseKey, Attempt> attempt) {
        return KeyCandidates.tried(pasted, key -> obtain(attempt.apply(key), key));
    }

    private Uni<Granted> obtain(Attempt attempt, LicenseKey key) {
        return holders.named(key, attempt.deadline(), obtain(attempt));
    }

    Uni<Granted> obtain(Attempt attempt) {
        return require(attempt.expected().holdsAt(attempt.before().revision()), attempt)
                .chain(() -> validate(attempt, (validation, at) -> Admission.of(validation, attempt.checkedIn(), at)))
                .call(admitted ->
                        require(attempt.expected().holdsFor(admitted.admission().license()), attempt))
                .chain(this::granted);
    }

    /** Refuses with a new preview if the license is not as it was shown. No seat was taken yet. */
    private Uni<Void> require(boolean asShown, Attempt attempt) {
        return asShown
                ? Uni.createFrom().voidItem()
                : preview.online(attempt.key(), attempt.present(), attempt.deadline())
                        .map(present -> {
                            throw Refusals.previewOutdated(present);
                        });
    }

    /** Checks the certificate. If it can't be used, releases the seat that was taken for it before the admin is told why. */
    private Uni<Void> requireUsable(Certificate certificate, Attempt attempt, Instant at) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> {
                    requireCurrent(certificate, attempt, at);
                    requireNotReplayed(certificate, attempt);
                    requireAsShown(certificate, attempt);
                })
                .onFailure(Exception.class)
                .call(() -> seats.giveBackTaken(attempt, certificate));
    }

    /** What the server has just issued is never older than what it issued before. */
    private static void requireNotReplayed(Certificate certificate, Attempt attempt) {
        attempt.before().known().refuses(certificate).ifPresent(newest -> {
            throw Refusals.replayed(certificate.issuedAt(), newest.issuedAt());
        });
    }

    private static void requireAsShown(Certificate certificate, Attempt attempt) {
        Prospect granted = Prospect.online(certificate, attempt.present());
        if (!granted.fits(attempt.expected())) {
            throw Refusals.previewOutdated(granted);
        }
    }

    /** The first validation of a license may begin its term. */
    private <A extends Admission> Uni<Admitted<A>> validate(
            Attempt attempt, BiFunction<ValidationResult, Instant, A> admission) {
        return ReplicaLagRetry.ask(
                        until -> keeper.within(
                                attempt.lease(),
                                until,
                                time -> server.validate(attempt.key(), attempt.fingerprint(), time)),
                        attempt.checkedIn()::mayBeUnseenIn,
                        attempt.deadline())
                .map(result -> switch (result) {
                    case CallResult.Failed<ValidationResult> failed -> throw Refusals.failed(failed);
                    case CallResult.Signed<ValidationResult>(ValidationResult validation, Instant at) -> {
                        attempt.note(validation, at);
                        yield admitted(admission.apply(validation, at), attempt, at);
                    }
                });
    }

    private Uni<Granted> granted(Admitted<Admission> admitted) {
        Attempt attempt = admitted.attempt();
        return switch (admitted.admission()) {
            case Admission.CheckInNeeded(License license) ->
                checkIn(attempt, license)
                        .chain(checkedIn -> validate(
                                attempt.after(checkedIn),
                                (validation, at) -> Admission.afterCheckIn(validation, checkedIn, at)))
                        .chain(again -> granted(again.attempt(), again.admission(), again.at()));
            case Admission.CheckInSettled settled -> granted(attempt, settled, admitted.at());
        };
    }

    private Uni<Granted> granted(Attempt attempt, Admission.CheckInSettled admission, Instant at) {
        Uni<Certificate> proof = switch (admission) {
            case Admission.SeatNeeded(License license) -> seats.take(attempt, license);
            case Admission.Seated(License license) -> checkOut(attempt, license);
        };
        return proof.call(certificate -> requireUsable(certificate, attempt, at))
                .map(certificate -> new Granted(attempt.key(), certificate, at));
    }

    private Uni<CheckInState.Accepted> checkIn(Attempt attempt, License license) {
        return keeper.within(
                        attempt.lease(), attempt.deadline(), time -> server.checkIn(attempt.key(), license.id(), time))
                .map(result -> checkedIn(result, attempt, license));
    }

    /**
     * Checks the machine out. If a replica still showed a seat that was just released, takes a new seat. So it is where the
     * seat's deletion was not answered and may still arrive.
     */
    private Uni<Certificate> checkOut(Attempt attempt, License license) {
        return machineFiles
                .checkOut(
                        attempt.key(),
                        attempt.fingerprint(),
                        null,
                        attempt.progress().lastValidated(),
                        attempt.deadline())
                .chain(checkOut -> switch (checkOut) {
                    case CheckOut.Verified(Certificate certificate) ->
                        attempt.before().mayBeGivenBack(certificate.machineId())
                                ? seats.take(attempt, license)
                                : Uni.createFrom().item(certificate);
                    case CheckOut.NoSeat noSeat -> seats.take(attempt, license);
                    case CheckOut.Refused(ServerRefusal refusal, Instant at) ->
                        throw attempt.refused(refusal, license.id(), at);
                    case CheckOut.Failed(CallResult.Failed<?> failed) -> throw Refusals.failed(failed);
                });
    }

    private static CheckInState.Accepted checkedIn(CallResult<CheckInResult> result, Attempt attempt, License license) {
        return switch (result) {
            case CallResult.Failed<CheckInResult> failed -> throw Refusals.failed(failed);
            case CallResult.Signed<CheckInResult>(CheckInResult.Refused(ServerRefusal refusal), Instant at) ->
                throw attempt.refused(refusal, license.id(), at);
            case CallResult.Signed<CheckInResult>(CheckInResult.Accepted accepted, Instant at) ->
                CheckInState.of(accepted, at);
        };
    }

    /** Refuses a license that has expired by this host's clock but not by the vendor's, before a seat is taken. */
    private <A extends Admission> Admitted<A> admitted(A admission, Attempt attempt, Instant at) {
        if (admission.license().expiredAt(now(attempt, at))) {
            throw Refusals.clockWrong(clock.instant(), at);
        }
        return new Admitted<>(attempt, admission, at);
    }

    /** The server has just issued the certificate. If it seems to have ended already, this host's clock is wrong. */
    private void requireCurrent(Certificate certificate, Attempt attempt, Instant at) {
        try {
            certificate.requireCurrent(now(attempt, at));
        } catch (Refusal refusal) {
            throw refusal.code() == RefusalCode.LICENSE_FILE_EXPIRED
                    ? Refusals.clockWrong(clock.instant(), at)
                    : refusal;
        }
    }

    private Instant now(Attempt attempt, Instant at) {
        return attempt.before().marks().afterFreshResponse(at).effective(clock.instant());
    }
}
