package com.optymyse.inspire.licensing.activation;

import static com.optymyse.inspire.licensing.activation.Flows.LICENSE;
import static com.optymyse.inspire.licensing.activation.Flows.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optymyse.inspire.licensing.activation.Progress.Judged;
import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.certificate.TestFile;
import com.optymyse.inspire.licensing.certificate.TestVendor;
import com.optymyse.inspire.licensing.installation.Held;
import com.optymyse.inspire.licensing.installation.KnownLicense.Judgement;
import com.optymyse.inspire.licensing.installation.SeatRelease;
import com.optymyse.inspire.licensing.installation.SeatRelease.State;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.licensingserver.Deadline;
import com.optymyse.inspire.licensing.licensingserver.MachineCheckOut;
import com.optymyse.inspire.licensing.licensingserver.MachineCreation;
import com.optymyse.inspire.licensing.licensingserver.MachineDeletion;
import com.optymyse.inspire.licensing.licensingserver.ServerRefusal;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult.Outcome;
import com.optymyse.inspire.licensing.testing.InMemoryInstallationStore;
import com.optymyse.inspire.licensing.testing.StoredSamples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SeatsTest {

    private static final TestFile FILE = TestFile.machine().base64();
    private static final MachineCheckOut CHECKED_OUT = new MachineCheckOut.MachineFile(FILE.text());
    private static final MachineCheckOut NO_MACHINE = new MachineCheckOut.NoMachine();
    private static final MachineCreation CREATED = new MachineCreation.Created();
    private static final ServerRefusal SUSPENDED = new ServerRefusal.Against(new Verdict.Suspended());

    private final InMemoryInstallationStore store = Flows.emptyStore();
    private final ScriptedLicensingServer server = new ScriptedLicensingServer(Held.T);
    private final Flows flows = Flows.on(store).asking(server);
    private final Progress progress = new Progress();
    private final Attempt attempt = flows.attempt(progress, Deadline.after(Duration.ofHours(1)));

    /** A crash of this service after it has asked must not leave a seat that nobody gives back. */
    @Test
    void take_seatFree_isReservedBeforeTheServerIsAsked() {
        List<SeatRelease> storedWhenAsked = new ArrayList<>();
        server.creates(CREATED)
                .validates(new Outcome.Good())
                .checksOut(CHECKED_OUT)
                .whenCalled(() -> {
                    if (storedWhenAsked.isEmpty()) {
                        storedWhenAsked.addAll(releases());
                    }
                });

        Certificate certificate = take();

        assertThat(certificate.text()).isEqualTo(FILE.text());
        assertThat(progress.hasReservedASeat()).isTrue();
        assertThat(storedWhenAsked).singleElement().satisfies(seat -> {
            assertThat(server.calls()).containsExactly("create " + seat.machineId(), "validate", "check-out");
            assertThat(seat)
                    .isEqualTo(new SeatRelease(
                            seat.machineId(),
                            UnaskedServer.ADDRESS,
                            TestVendor.ACCOUNT,
                            LICENSE.id(),
                            TestVendor.KEY,
                            State.RESERVED,
                            attempt.lease().takenAt(),
                            0,
                            attempt.lease().takenAt().plusSeconds(20),
                            null));
        });
        assertThat(releases()).extracting(SeatRelease::state).containsExactly(State.RESERVED);
    }

    @Test
    void take_seatThatCanNotBeReserved_isNotAskedFor() {
        store.goAway();

        assertRefused(RefusalCode.STORE_UNAVAILABLE);

        assertThat(server.calls()).isEmpty();
        assertThat(progress.hasReservedASeat()).isFalse();
    }

    /** One of them may be what stands in the way. */
    @Test
    void take_seatQueued_isGivenBackFirst() {
        owe("machine-1", State.QUEUED);
        Attempt later = new Attempt(
                attempt.key(),
                attempt.expected(),
                attempt.present(),
                await(store.load()),
                attempt.lease(),
                attempt.deadline(),
                progress,
                attempt.checkedIn());
        server.deletes(new MachineDeletion.Deleted())
                .creates(CREATED)
                .validates(new Outcome.Good())
                .checksOut(CHECKED_OUT);

        flows.keptFor(later, () -> flows.seats().take(later, LICENSE));

        assertThat(server.calls()).startsWith("delete machine-1");
        assertThat(releases()).extracting(SeatRelease::machineId).doesNotContain("machine-1");
    }

    @Test
    void take_noResponseToTheCreation_checkOutDecides() {
        server.isAwayFor("create").checksOut(CHECKED_OUT);

        assertThat(take().text()).isEqualTo(FILE.text());

        assertThat(releases()).extracting(SeatRelease::state).containsExactly(State.RESERVED);
    }

    /** The request may still arrive, so that the seat stays to be given back later. */
    @Test
    void take_noResponseToTheCreationAndNoMachine_refusedAndStaysReserved() {
        server.isAwayFor("create").checksOut(NO_MACHINE);

        assertRefused(RefusalCode.LICENSING_SERVER_UNREACHABLE);

        assertThat(releases()).extracting(SeatRelease::state).containsExactly(State.RESERVED);
    }

    @Test
    void take_noResponseAndCheckOutRefused_refusedAndNotedOfTheLicense() {
        server.isAwayFor("create").checksOut(new MachineCheckOut.Refused(SUSPENDED));

        assertRefused(RefusalCode.LICENSE_SUSPENDED);

        assertNoted(new Verdict.Suspended());
        assertThat(releases()).extracting(SeatRelease::state).containsExactly(State.RESERVED);
    }

    @Test
    void take_noResponseToEitherCall_refused() {
        server.isAwayFor("create").isAwayFor("check-out");

        assertRefused(RefusalCode.LICENSING_SERVER_UNREACHABLE);
    }

    /** The deletion of that seat may still reach the server. */
    @Test
    void take_noResponseAndTheSeatFoundIsBeingGivenBack_isNotReliedUpon() {
        server.isAwayFor("create").checksOut(CHECKED_OUT).whenCalled(this::askForTheDeletionOfTheSeatHeld);

        assertRefused(RefusalCode.OPERATION_IN_PROGRESS)
                .hasMessageContaining("still releasing this installation's" + " earlier seat");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(SUSPENDED, RefusalCode.LICENSE_SUSPENDED),
                Arguments.of(new ServerRefusal.Against(new Verdict.Banned()), RefusalCode.LICENSE_BANNED),
                Arguments.of(new ServerRefusal.Against(new Verdict.Unknown()), RefusalCode.LICENSE_KEY_UNKNOWN),
                Arguments.of(new ServerRefusal.Expired(), RefusalCode.LICENSE_EXPIRED),
                Arguments.of(new ServerRefusal.NotAllowed("LICENSE_NOT_ALLOWED"), RefusalCode.LICENSE_NOT_ALLOWED),
                Arguments.of(new ServerRefusal.Invalid("NAME_TOO_LONG"), RefusalCode.LICENSE_NOT_ALLOWED),
                Arguments.of(
                        new ServerRefusal.LimitReached("MACHINE_LIMIT_EXCEEDED"), RefusalCode.MACHINE_LIMIT_REACHED));
    }

    /** The server has signed that it has created nothing. */
    @ParameterizedTest
    @MethodSource("refusals")
    void take_refused_owesNothing(ServerRefusal refusal, RefusalCode code) {
        server.creates(new MachineCreation.Refused(refusal));

        assertRefused(code);

        assertThat(releases()).isEmpty();
        assertThat(store.audit()).hasSize(1).allMatch(entry -> entry.routine());
    }

    @Test
    void take_refusedBecauseOfTheLicense_isNotedOfTheLicense() {
        server.creates(new MachineCreation.Refused(SUSPENDED));

        assertRefused(RefusalCode.LICENSE_SUSPENDED);

        assertNoted(new Verdict.Suspended());
    }

    @Test
    void take_fingerprintTakenByTheOwnSeat_isCheckedOut() {
        server.creates(new MachineCreation.FingerprintTaken(null)).checksOut(CHECKED_OUT);

        assertThat(take().text()).isEqualTo(FILE.text());
    }

    @Test
    void take_ownSeatIsBeingGivenBack_isNotReliedUponAndTheOtherOneIsGivenBack() {
        server.creates(new MachineCreation.FingerprintTaken(null))
                .checksOut(CHECKED_OUT)
                .whenCalled(this::askForTheDeletionOfTheSeatHeld);

        assertRefused(RefusalCode.OPERATION_IN_PROGRESS);

        assertThat(releases()).extracting(SeatRelease::state).containsOnly(State.QUEUED);
    }

    @Test
    void take_fingerprintTakenAndCheckOutRefused_isGivenBack() {
        server.creates(new MachineCreation.FingerprintTaken(null)).checksOut(new MachineCheckOut.Refused(SUSPENDED));

        assertRefused(RefusalCode.LICENSE_SUSPENDED);

        assertNoted(new Verdict.Suspended());
        assertThat(releases()).extracting(SeatRelease::state).containsExactly(State.QUEUED);
    }

    @Test
    void take_fingerprintTakenAndNoResponseToTheCheckOut_isGivenBack() {
        server.creates(new MachineCreation.FingerprintTaken(null)).isAwayFor("check-out");

        assertRefused(RefusalCode.LICENSING_SERVER_UNREACHABLE);

        assertThat(releases()).extracting(SeatRelease::state).containsExactly(State.QUEUED);
    }

    @Test
    void take_fingerprintTakenByASeatThatIsOwed_isFreedAndAskedForOnceMore() {
        owe("machine-1", State.BLOCKED);
        server.creates(new MachineCreation.FingerprintTaken(null))
                .checksOut(NO_MACHINE)
                .deletes(new MachineDeletion.Deleted())
                .creates(CREATED)
                .validates(new Outcome.Good())
                .checksOut(CHECKED_OUT);

        assertThat(take().text()).isEqualTo(FILE.text());

        assertThat(server.calls().get(2)).isEqualTo("delete machine-1");
        assertThat(server.calls().get(3)).isEqualTo(server.calls().getFirst());
    }

    @Test
    void take_fingerprintTakenAgainAfterASeatWasFreed_refused() {
        owe("machine-1", State.BLOCKED);
        server.creates(new MachineCreation.FingerprintTaken(null))
                .checksOut(NO_MACHINE)
                .deletes(new MachineDeletion.Deleted())
                .creates(new MachineCreation.FingerprintTaken(null));

        assertRefused(RefusalCode.FINGERPRINT_TAKEN);

        assertThat(releases()).isEmpty();
    }

    /** Another license has the fingerprint, and this one has no seat left either: that is told, since it comes next. */
    @Test
    void take_fingerprintTakenAndNoSeatLeft_tellsTheLimit() {
        server.creates(new MachineCreation.FingerprintTaken("MACHINE_LIMIT_EXCEEDED"))
                .checksOut(NO_MACHINE);

        assertRefused(RefusalCode.MACHINE_LIMIT_REACHED);

        assertThat(releases()).isEmpty();
    }

    @Test
    void take_conflictWithTheOwnSeat_isCheckedOut() {
        server.creates(new MachineCreation.Conflict(null)).checksOut(CHECKED_OUT);

        assertThat(take().text()).isEqualTo(FILE.text());
    }

    /** The other request may have been this one, so that the seat is given back. */
    @Test
    void take_conflictAndNoMachine_refusedAndGivenBack() {
        server.creates(new MachineCreation.Conflict(null)).checksOut(NO_MACHINE);

        assertRefused(RefusalCode.LICENSING_SERVER_ERROR).hasMessageContaining("at the same time");

        assertThat(releases()).extracting(SeatRelease::state).containsExactly(State.QUEUED);
    }

    @Test
    void take_conflictAndNoSeatLeft_tellsTheLimit() {
        server.creates(new MachineCreation.Conflict("MACHINE_LIMIT_EXCEEDED")).checksOut(NO_MACHINE);

        assertRefused(RefusalCode.MACHINE_LIMIT_REACHED);
    }

    /** A replica of the server may not have seen the machine yet. */
    @Test
    void take_machineNotSeenAtFirst_isAskedForAgain() {
        server.creates(CREATED)
                .validates(new Outcome.NotSeated())
                .validates(new Outcome.Good())
                .checksOut(CHECKED_OUT);

        take();

        assertThat(server.calls().stream().skip(1)).containsExactly("validate", "validate", "check-out");
    }

    /** What the server has signed is not lost by asking again. */
    @Test
    void take_noResponseToTheSecondValidation_checkOutDecides() {
        server.creates(CREATED)
                .validates(new Outcome.NotSeated())
                .isAwayFor("validate")
                .checksOut(CHECKED_OUT);

        assertThat(take().text()).isEqualTo(FILE.text());
    }

    /** Its verdict is final once it has seen the machine: an expired license is only told from then on. */
    @Test
    void take_verdictOnceTheMachineIsSeen_refusedNotedAndGivenBack() {
        server.creates(CREATED)
                .validates(new Outcome.NotSeated())
                .validates(new Outcome.Against(new Verdict.Suspended()));

        assertRefused(RefusalCode.LICENSE_SUSPENDED);

        assertNoted(new Verdict.Suspended());
        assertThat(releases()).extracting(SeatRelease::state).containsExactly(State.QUEUED);
    }

    @Test
    void take_noResponseToTheValidationOfANewSeat_refusedAndGivenBack() {
        server.creates(CREATED).isAwayFor("validate");

        assertRefused(RefusalCode.LICENSING_SERVER_UNREACHABLE);

        assertThat(releases()).extracting(SeatRelease::state).containsExactly(State.QUEUED);
    }

    @Test
    void take_createdAndNotFound_refusedAndGivenBack() {
        server.creates(CREATED).validates(new Outcome.Good()).checksOut(NO_MACHINE);

        assertRefused(RefusalCode.LICENSING_SERVER_ERROR).hasMessageContaining("does not find it");

        assertThat(releases()).extracting(SeatRelease::state).containsExactly(State.QUEUED);
        assertThat(store.audit()).allMatch(entry -> entry.routine());
    }

    @Test
    void giveBackTaken_seatThatThisAttemptHasTaken_isDeleted() {
        owe(heldMachine(), State.RESERVED);
        server.deletes(new MachineDeletion.Deleted());

        flows.keptFor(attempt, () -> flows.seats().giveBackTaken(attempt, FILE.certificate()));

        assertThat(server.calls()).containsExactly("delete " + heldMachine());
        assertThat(releases()).isEmpty();
    }

    /** The certificate of a seat that the installation had before is dropped alone. */
    @Test
    void giveBackTaken_seatThatWasHeldBefore_isKept() {
        owe("machine-1", State.RESERVED);

        flows.keptFor(attempt, () -> flows.seats().giveBackTaken(attempt, FILE.certificate()));

        assertThat(server.calls()).isEmpty();
    }

    private Certificate take() {
        return flows.keptFor(attempt, () -> flows.seats().take(attempt, LICENSE));
    }

    private AbstractThrowableAssert<?, ?> assertRefused(RefusalCode code) {
        return assertThatThrownBy(this::take)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private void assertNoted(Verdict verdict) {
        assertThat(progress.judged()).contains(new Judged(LICENSE.id(), new Judgement(verdict, Held.T, null)));
    }

    private List<SeatRelease> releases() {
        return await(store.load()).releases();
    }

    private static String heldMachine() {
        return FILE.certificate().machineId();
    }

    private void askForTheDeletionOfTheSeatHeld() {
        owe(heldMachine(), State.QUEUED);
        await(store.update(attempt.lease(), seat(heldMachine(), State.QUEUED).triedAgain(), StoredSamples.AUDIT));
    }

    private void owe(String machineId, State state) {
        await(store.reserve(attempt.lease(), seat(machineId, state)));
    }

    private static SeatRelease seat(String machineId, State state) {
        return new SeatRelease(
                machineId,
                UnaskedServer.ADDRESS,
                TestVendor.ACCOUNT,
                LICENSE.id(),
                TestVendor.KEY,
                state,
                Held.T,
                0,
                Held.T,
                null);
    }
}
