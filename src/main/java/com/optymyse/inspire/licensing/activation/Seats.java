package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.activation.MachineFiles.CheckOut;
import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.audit.Caller;
import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.installation.InstallationStore;
import com.optymyse.inspire.licensing.installation.SeatRelease;
import com.optymyse.inspire.licensing.license.License;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.Deadline;
import com.optymyse.inspire.licensing.licensingserver.LicensingServer;
import com.optymyse.inspire.licensing.licensingserver.MachineCreation;
import com.optymyse.inspire.licensing.licensingserver.ServerRefusal;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/** Takes a seat at the licensing server so that a crash, a lost response or a refusal at any point leaks none. */
@ApplicationScoped
class Seats {

    /** As long as an activation may take. After that the seat of one that did not end is given back. */
    private static final Duration RESERVED_FOR = Duration.ofSeconds(20);

    /** How much of an activation's time may go into releases: of queued seats, and of a seat that was taken for nothing. */
    private static final Duration DRAIN = Duration.ofSeconds(3);

    /** How much of that may go into what is queued, so that something is left for the rest. */
    private static final Duration QUEUED = Duration.ofSeconds(2);

    private final InstallationStore store;
    private final LicensingServer server;
    private final MachineFiles machineFiles;
    private final FingerprintHolder holder;
    private final SeatReleases releases;
    private final LeaseKeeper keeper;
    private final Clock clock;

    Seats(
            InstallationStore store,
            LicensingServer server,
            MachineFiles machineFiles,
            FingerprintHolder holder,
            SeatReleases releases,
            LeaseKeeper keeper,
            Clock clock) {
        this.store = store;
        this.server = server;
        this.machineFiles = machineFiles;
        this.holder = holder;
        this.releases = releases;
        this.keeper = keeper;
        this.clock = clock;
    }

    /**
     * Takes a seat on a license and checks it out. Seats that are still to be given back go first: one of them may be
     * what stands in the way.
     */
    Uni<Certificate> take(Attempt attempt, License license) {
        SeatRelease seat = reservation(attempt, license);
        Deadline drain = Deadline.after(DRAIN);
        return releases.giveBackQueued(
                        attempt.before(), attempt.lease(), attempt.deadline().atMost(QUEUED))
                .map(tried -> drain.remaining())
                .chain(left -> store.reserve(attempt.lease(), seat)
                        .invoke(attempt.progress()::seatReserved)
                        .chain(() -> create(attempt, seat))
                        .chain(result -> firstCreated(attempt, seat, result, left)));
    }

    private Uni<CallResult<MachineCreation>> create(Attempt attempt, SeatRelease seat) {
        return keeper.within(
                attempt.lease(),
                attempt.deadline(),
                time -> server.createMachine(
                        attempt.key(), seat.licenseId(), seat.machineId(), attempt.fingerprint(), time));
    }

    /** Gives back the seat of a certificate if this very attempt has taken it. What can't be done at once stays queued. */
    Uni<Void> giveBackTaken(Attempt attempt, Certificate certificate) {
        return releases.giveBackReserved(attempt.lease(), certificate.machineId(), Deadline.after(DRAIN));
    }

    private SeatRelease reservation(Attempt attempt, License license) {
        Instant now = attempt.lease().takenAt();
        return new SeatRelease(
                UUID.randomUUID().toString(),
                server.address(),
                license.account(),
                license.id(),
                attempt.key(),
                SeatRelease.State.RESERVED,
                now,
                0,
                now.plus(RESERVED_FOR),
                null);
    }

    /** @param left how much time there is for making room */
    private Uni<Certificate> firstCreated(
            Attempt attempt, SeatRelease seat, CallResult<MachineCreation> result, Duration left) {
        return result instanceof CallResult.Signed<MachineCreation>(MachineCreation.FingerprintTaken taken, Instant at)
                ? orOwn(attempt, seat, () -> makeRoom(attempt, seat, taken, left))
                : created(attempt, seat, result);
    }

    private Uni<Certificate> created(Attempt attempt, SeatRelease seat, CallResult<MachineCreation> result) {
        return switch (result) {
            case CallResult.Signed<MachineCreation>(MachineCreation.Created created, Instant at) ->
                awaitSeen(attempt)
                        .chain(() -> checkOut(attempt, seat, Refusals.failed(notSeen())))
                        .onFailure(Exception.class)
                        .call(() -> giveBack(attempt, seat));
            case CallResult.Signed<MachineCreation>(MachineCreation.FingerprintTaken taken, Instant at) ->
                stillTaken(attempt, seat, taken);
            case CallResult.Signed<MachineCreation>(MachineCreation.Conflict conflict, Instant at) ->
                orOwn(attempt, seat, () -> refused(attempt, seat, conflicting(conflict)));
            case CallResult.Signed<MachineCreation>(MachineCreation.Refused(ServerRefusal refusal), Instant at) ->
                nothingCreated(attempt, seat, attempt.refused(refusal, seat.licenseId(), at));
            // The outcome is unknown: the check-out decides, and the reservation stays for the case that it comes late.
            case CallResult.Failed<MachineCreation> failed ->
                checkOut(attempt, seat, Refusals.failed(failed)).call(this::requireNotGivenBack);
        };
    }

    /** Returns the certificate of a seat that this installation already has on the license; otherwise runs the other step. */
    private Uni<Certificate> orOwn(Attempt attempt, SeatRelease seat, Supplier<Uni<Certificate>> otherwise) {
        return checkOut(attempt).chain(checkOut -> switch (checkOut) {
            case CheckOut.Verified(Certificate certificate) ->
                Uni.createFrom()
                        .item(certificate)
                        .call(this::requireNotGivenBack)
                        .onFailure(Exception.class)
                        .call(() -> giveBack(attempt, seat));
            case CheckOut.NoSeat none -> otherwise.get();
            case CheckOut.Refused(ServerRefusal refusal, Instant at) ->
                refused(attempt, seat, attempt.refused(refusal, seat.licenseId(), at));
            case CheckOut.Failed(CallResult.Failed<?> failed) -> refused(attempt, seat, Refusals.failed(failed));
        });
    }

    /**
     * Releases the other seats of this installation. Another license has the fingerprint, perhaps an earlier one of this
     * installation. Then the machine is asked for once more.
     */
    private Uni<Certificate> makeRoom(
            Attempt attempt, SeatRelease seat, MachineCreation.FingerprintTaken taken, Duration left) {
        return releases.giveBackAllBut(
                        seat.machineId(),
                        attempt.before(),
                        attempt.lease(),
                        attempt.deadline().atMost(left))
                .chain(freed -> freed
                        ? create(attempt, seat).chain(result -> created(attempt, seat, result))
                        : stillTaken(attempt, seat, taken));
    }

    private Uni<Certificate> stillTaken(Attempt attempt, SeatRelease seat, MachineCreation.FingerprintTaken taken) {
        return taken(attempt, seat, taken).chain(refusal -> nothingCreated(attempt, seat, refusal));
    }

    private Uni<Refusal> taken(Attempt attempt, SeatRelease seat, MachineCreation.FingerprintTaken taken) {
        return taken.limit() == null
                ? holder.refusal(attempt, seat)
                : Uni.createFrom().item(Refusals.limitReached(taken.limit()));
    }

    /** The server has signed that it created nothing, so that nothing is owed. */
    private Uni<Certificate> nothingCreated(Attempt attempt, SeatRelease seat, Refusal refusal) {
        return store.complete(attempt.lease(), seat, notTaken())
                .chain(() -> Uni.createFrom().failure(refusal));
    }

    private Uni<Certificate> refused(Attempt attempt, SeatRelease seat, Refusal refusal) {
        return giveBack(attempt, seat).chain(() -> Uni.createFrom().failure(refusal));
    }

    private static Refusal conflicting(MachineCreation.Conflict conflict) {
        return conflict.limit() == null
                ? new Refusal(
                        RefusalCode.LICENSING_SERVER_ERROR,
                        "The licensing server was creating a seat for this installation at the same time. Try again in a"
                                + " minute.")
                : Refusals.limitReached(conflict.limit());
    }

    /** The server has to see the machine before its verdict on the license is final; a replica may take a moment. */
    private Uni<Void> awaitSeen(Attempt attempt) {
        return ReplicaLagRetry.ask(
                        until -> server.validate(attempt.key(), attempt.fingerprint(), until),
                        result -> unseen(attempt, result),
                        attempt.deadline())
                .replaceWithVoid();
    }

    /**
     * Whether the answering server has not seen the new seat yet. Refuses if the call failed, or if the response is against
     * the license.
     */
    private static boolean unseen(Attempt attempt, CallResult<ValidationResult> result) {
        return switch (result) {
            case CallResult.Failed<ValidationResult> failed -> throw Refusals.failed(failed);
            case CallResult.Signed<ValidationResult>(ValidationResult validation, Instant at) -> {
                attempt.note(validation, at);
                yield Admission.of(validation, attempt.checkedIn(), at) instanceof Admission.SeatNeeded;
            }
        };
    }

    private Uni<Certificate> checkOut(Attempt attempt, SeatRelease seat, Refusal otherwise) {
        return checkOut(attempt).map(checkOut -> switch (checkOut) {
            case CheckOut.Verified(Certificate certificate) -> certificate;
            case CheckOut.NoSeat none -> throw otherwise;
            case CheckOut.Refused(ServerRefusal refusal, Instant at) ->
                throw attempt.refused(refusal, seat.licenseId(), at);
            case CheckOut.Failed(CallResult.Failed<?> failed) -> throw Refusals.failed(failed);
        });
    }

    private Uni<CheckOut> checkOut(Attempt attempt) {
        return machineFiles.checkOut(
                attempt.key(), attempt.fingerprint(), null, attempt.progress().lastValidated(), attempt.deadline());
    }

    /** A seat whose deletion may still reach the server is no seat to rely on. */
    private Uni<Void> requireNotGivenBack(Certificate certificate) {
        return store.load()
                .invoke(stored -> {
                    if (stored.mayBeGivenBack(certificate.machineId())) {
                        throw new Refusal(
                                RefusalCode.OPERATION_IN_PROGRESS,
                                "The service is still releasing this installation's earlier seat. Try again in a"
                                        + " minute.");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> giveBack(Attempt attempt, SeatRelease seat) {
        SeatRelease due = seat.as(SeatRelease.State.QUEUED, seat.since(), null);
        // Where that fails the reservation stays, and has the same effect later; the admin is told why the activation
        // failed.
        return BestEffort.failuresOf(
                "Releasing a seat that was not used", store.update(attempt.lease(), due, notTaken()));
    }

    private static CallResult.Failed<MachineCreation> notSeen() {
        return new CallResult.Failed<>(
                CallResult.Cause.ERROR,
                "The licensing server created a seat for this installation but does not find it.");
    }

    /** The entry for a seat that was not taken. It is routine, because other entries record the failure and the release. */
    private AuditEntry notTaken() {
        return AuditEntry.succeeded(clock.instant(), Caller.SERVICE, AuditEntry.Action.RELEASE, "No seat was taken.")
                .asRoutine();
    }
}
