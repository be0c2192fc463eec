package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optymyse.inspire.licensing.activation.OnlineActivation.Granted;
import com.optymyse.inspire.licensing.activation.Progress.Judged;
import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.certificate.TestFile;
import com.optymyse.inspire.licensing.certificate.TestVendor;
import com.optymyse.inspire.licensing.installation.Held;
import com.optymyse.inspire.licensing.installation.KnownLicense.Judgement;
import com.optymyse.inspire.licensing.installation.KnownLicenses;
import com.optymyse.inspire.licensing.installation.LicenseState;
import com.optymyse.inspire.licensing.installation.SeatRelease;
import com.optymyse.inspire.licensing.installation.StoredInstallation;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.PastedKey;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.CheckInResult;
import com.optymyse.inspire.licensing.licensingserver.Deadline;
import com.optymyse.inspire.licensing.licensingserver.LicensingServer;
import com.optymyse.inspire.licensing.licensingserver.MachineCheckOut;
import com.optymyse.inspire.licensing.licensingserver.MachineCreation;
import com.optymyse.inspire.licensing.licensingserver.MachineDeletion;
import com.optymyse.inspire.licensing.licensingserver.ServerRefusal;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult.Outcome;
import com.optymyse.inspire.licensing.testing.InMemoryInstallationStore;
import com.optymyse.inspire.licensing.testing.PlantedErrors;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnlineActivationTest {

    private final InMemoryInstallationStore store = new InMemoryInstallationStore();
    private final Flows flows = Flows.on(store);
    private final Progress progress = new Progress();

    /** So the admin waits no longer than the deadline says, however many calls there are. */
    @Test
    void obtain_manyCalls_allHaveTheDeadlineOfTheActivation() {
        Deadline deadline = Deadline.after(Duration.ofHours(1));
        RecordingServer server = new RecordingServer();

        assertThatThrownBy(() -> obtain(server, deadline))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.LICENSING_SERVER_UNREACHABLE));

        assertThat(server.calls).containsExactly("validate", "check-in", "validate", "create", "check-out");
        assertThat(server.deadlines).containsOnly(deadline);
    }

    /** It may begin the term of the license. */
    @Test
    void obtain_leaseMayEndBeforeTheFirstValidation_storeUnavailableAndNobodyIsAsked() {
        LeaseKeeper brief = new LeaseKeeper(store, () -> Duration.ofMinutes(1), System::nanoTime);
        Attempt attempt = attempt(Deadline.after(Duration.ofHours(1)));
        store.goAway();

        assertThatThrownBy(() -> obtain(attempt, flows.keeping(brief)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.STORE_UNAVAILABLE));

        assertThat(progress.hasReservedASeat()).isFalse();
    }

    /** Another activation could begin while the call is under way. */
    @ParameterizedTest
    @ValueSource(strings = {"check-in", "create"})
    void obtain_leaseMayEndBeforeACallThatChangesSomething_storeUnavailableAndItIsNotMade(String call) {
        AtomicLong nanos = new AtomicLong();
        LeaseKeeper stopped = new LeaseKeeper(store, () -> Duration.ofHours(2), nanos::get);
        RecordingServer server = new RecordingServer() {
            @Override
            public Uni<CallResult<ValidationResult>> validate(LicenseKey key, String fingerprint, Deadline deadline) {
                nanos.addAndGet(Duration.ofHours(2).toNanos());
                store.renewNoMore();
                Outcome outcome = call.equals("create") ? new Outcome.NotSeated() : new Outcome.CheckInOverdue();
                return answer(
                        "validate",
                        deadline,
                        new CallResult.Signed<>(new ValidationResult(outcome, Flows.LICENSE), Held.T));
            }
        };

        assertThatThrownBy(() -> obtain(
                        attempt(Deadline.after(Duration.ofHours(1))),
                        flows.asking(server).keeping(stopped)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.STORE_UNAVAILABLE));

        assertThat(server.calls).containsExactly("validate");
    }

    /** Nothing is unknown about the seat, so it does not wait until a late answer has to be reckoned with no more. */
    @ParameterizedTest
    @ValueSource(strings = {"validate", "check-out"})
    void obtain_errorOfOursAfterTheSeatWasTaken_seatIsToBeGivenBackAtOnce(String call) {
        NullPointerException error = PlantedErrors.error();

        assertThatThrownBy(() -> obtain(new TakenSeat(call, error), Deadline.after(Duration.ofHours(1))))
                .isSameAs(error);

        assertThat(Flows.await(store.load()).releases())
                .extracting(SeatRelease::state)
                .containsExactly(SeatRelease.State.QUEUED);
        assertThat(progress.hasReservedASeat()).isTrue();
    }

    @Test
    void obtain_errorOfOursBeforeASeatWasReserved_hasReservedNone() {
        NullPointerException error = PlantedErrors.error();
        TakenSeat server = new TakenSeat("validate", error);
        server.created = true;

        assertThatThrownBy(() -> obtain(server, Deadline.after(Duration.ofHours(1))))
                .isSameAs(error);

        assertThat(progress.hasReservedASeat()).isFalse();
    }

    /** What the server has signed that it did not create is not given back, and leaves no trace in the trail. */
    @Test
    void obtain_fingerprintTaken_owesNothing() {
        assertTaken(new Taken());

        assertThat(Flows.await(store.load()).releases()).isEmpty();
        assertThat(store.audit()).allMatch(AuditEntry::routine);
    }

    /** So that an admin waits no longer, whatever the licensing server leaves unanswered. */
    @Test
    void obtain_fingerprintTaken_allThatIsOwedSharesOneTime() {
        Duration hanging = Duration.ofMillis(500);
        store.put(
                owing(release("machine-1", SeatRelease.State.QUEUED), release("machine-2", SeatRelease.State.BLOCKED)));
        Taken server = new Taken() {
            @Override
            public Uni<CallResult<MachineDeletion>> deleteMachine(LicenseKey key, String machineId, Deadline deadline) {
                Uni<CallResult<MachineDeletion>> answer = super.deleteMachine(key, machineId, deadline);
                return machineId.equals("machine-1") ? answer.onItem().delayIt().by(hanging) : answer;
            }
        };

        assertTaken(server);

        assertThat(server.left.keySet()).containsExactly("machine-1", "machine-2");
        assertThat(server.left.get("machine-1")).isLessThanOrEqualTo(Duration.ofSeconds(2));
        assertThat(server.left.get("machine-2"))
                .isLessThanOrEqualTo(Duration.ofSeconds(3).minus(hanging));
    }

    /** The first one takes all the time, so that the second one is not asked for; it may be the one in the way. */
    @Test
    void obtain_fingerprintTakenAndASeatNotAskedForInTime_isNamed() {
        store.time(Held.T);
        store.put(owing(
                release("machine-1", SeatRelease.State.RESERVED), release("machine-2", SeatRelease.State.RESERVED)));
        CallResult<MachineDeletion> absent = new CallResult.Signed<>(new MachineDeletion.NoMachine(), Held.T);
        Taken server = new Taken() {
            @Override
            public Uni<CallResult<MachineDeletion>> deleteMachine(LicenseKey key, String machineId, Deadline deadline) {
                return Uni.createFrom()
                        .item(absent)
                        .onItem()
                        .delayIt()
                        .by(deadline.remaining().plusMillis(1));
            }
        };

        assertThatThrownBy(() -> obtain(server, Deadline.after(Duration.ofSeconds(1))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.detail()).contains("The earlier license"));
    }

    private void assertTaken(Taken server) {
        assertThatThrownBy(() -> obtain(server, Deadline.after(Duration.ofHours(1))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.FINGERPRINT_TAKEN));
    }

    private static StoredInstallation owing(SeatRelease... releases) {
        StoredInstallation stored = Held.stored(new LicenseState.None());
        return new StoredInstallation(
                stored.id(),
                stored.fingerprint(),
                1,
                1,
                stored.marks(),
                stored.known(),
                stored.license(),
                List.of(releases));
    }

    private static SeatRelease release(String machineId, SeatRelease.State state) {
        return new SeatRelease(
                machineId,
                UnaskedServer.ADDRESS,
                Flows.LICENSE.account(),
                "license",
                TestVendor.KEY,
                state,
                Held.T,
                0,
                Held.T,
                null);
    }

    /** The license was downgraded, then deactivated here; somebody on the way replays the machine file from before. */
    @Test
    void obtain_machineFileOlderThanTheNewestKnown_untrusted() {
        StoredInstallation stored = Held.stored(new LicenseState.None());
        store.put(new StoredInstallation(
                stored.id(),
                stored.fingerprint(),
                1,
                1,
                stored.marks(),
                KnownLicenses.NONE.holding(
                        TestFile.machine().lasting(Held.T.plusSeconds(1), null).certificate()),
                stored.license(),
                List.of()));

        assertThatThrownBy(() -> obtain(
                        new Seated(TestFile.machine()
                                .withAttributes(attributes ->
                                        attributes.withObject("/metadata").put("maxDisplays", 5000))
                                .text()),
                        Deadline.after(Duration.ofHours(1))))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(RefusalCode.LICENSING_SERVER_UNTRUSTED);
                    assertThat(refusal.detail()).contains("replayed");
                });
    }

    /** The vendor suspends the license while it is activated. A license file from before must not undo that. */
    @ParameterizedTest
    @ValueSource(strings = {"check-in", "create", "check-out", "check-out of a new seat"})
    void obtain_verdictSignedWithARefusalToAct_isNotedOfTheLicense(String call) {
        assertThatThrownBy(() -> obtain(new Suspending(call), Deadline.after(Duration.ofHours(1))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.LICENSE_SUSPENDED));

        assertThat(progress.judged())
                .contains(new Judged(Flows.LICENSE.id(), new Judgement(new Verdict.Suspended(), Suspending.AT, null)));
    }

    /** What is known so counts, whatever it looks like; only a key that the server does not know is tried otherwise. */
    @ParameterizedTest
    @CsvSource({
        "'Key: ABC', 'Key: ABC', 'Key: ABC'",
        "'Key: ABC', ABC, 'Key: ABC;ABC'",
        "'`ABC`.', ABC, '`ABC`.;ABC'",
        "ABC, ABC, ABC"
    })
    void obtain_pastedKey_triesTheCleanedOneOnlyAfterTheOther(String pasted, String known, String asked) {
        KnowsOneKey server = new KnowsOneKey(known);

        Granted granted = obtainPasted(server, pasted);

        assertThat(granted.key().value()).isEqualTo(known);
        assertThat(server.asked).containsExactly(asked.split(";", -1));
    }

    @Test
    void obtain_pastedKeyKnownInNoReading_unknownAfterTwoTries() {
        KnowsOneKey server = new KnowsOneKey("another");

        assertThatThrownBy(() -> obtainPasted(server, "Key: ABC"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.LICENSE_KEY_UNKNOWN));

        assertThat(server.asked).containsExactly("Key: ABC", "ABC");
    }

    private Granted obtainPasted(LicensingServer server, String pasted) {
        PastedKey key = PastedKey.read(pasted);
        Attempt attempt = attempt(Deadline.after(Duration.ofHours(1))).with(key.asItStands());
        return flows.keptFor(
                attempt, () -> flows.asking(server).onlineActivation().obtain(key, attempt::with));
    }

    private void obtain(LicensingServer server, Deadline deadline) {
        obtain(attempt(deadline), flows.asking(server));
    }

    private Attempt attempt(Deadline deadline) {
        return flows.attempt(progress, deadline);
    }

    private static void obtain(Attempt attempt, Flows flows) {
        flows.keptFor(attempt, () -> flows.onlineActivation().obtain(attempt));
    }

    /** Says of a license that it is good, and refuses one call because it was suspended meanwhile. */
    private static final class Suspending extends UnaskedServer {

        private static final Instant AT = Held.T.plusSeconds(3);

        private final String call;
        private boolean created;

        private Suspending(String call) {
            this.call = call;
        }

        @Override
        public Uni<CallResult<ValidationResult>> validate(LicenseKey key, String fingerprint, Deadline deadline) {
            Outcome outcome = switch (call) {
                case "check-in" -> new Outcome.CheckInOverdue();
                case "check-out" -> new Outcome.Good();
                default -> created ? new Outcome.Good() : new Outcome.NotSeated();
            };
            return signed(new ValidationResult(outcome, Flows.LICENSE), Held.T);
        }

        @Override
        public Uni<CallResult<CheckInResult>> checkIn(LicenseKey key, String licenseId, Deadline deadline) {
            return signed(new CheckInResult.Refused(suspended()), AT);
        }

        @Override
        public Uni<CallResult<MachineCreation>> createMachine(
                LicenseKey key, String licenseId, String machineId, String fingerprint, Deadline deadline) {
            created = true;
            return signed(
                    call.equals("create") ? new MachineCreation.Refused(suspended()) : new MachineCreation.Created(),
                    AT);
        }

        @Override
        public Uni<CallResult<MachineCheckOut>> checkOut(LicenseKey key, String fingerprint, Deadline deadline) {
            return signed(new MachineCheckOut.Refused(suspended()), AT);
        }

        private static ServerRefusal.OfLicense suspended() {
            return new ServerRefusal.Against(new Verdict.Suspended());
        }

        private static <T> Uni<CallResult<T>> signed(T answer, Instant at) {
            return Uni.createFrom().item(new CallResult.Signed<>(answer, at));
        }
    }

    /** Knows this installation, and answers the check-out with one machine file. */
    private static final class Seated extends UnaskedServer {

        private final String file;

        private Seated(String file) {
            this.file = file;
        }

        @Override
        public Uni<CallResult<ValidationResult>> validate(LicenseKey key, String fingerprint, Deadline deadline) {
            return Uni.createFrom()
                    .item(new CallResult.Signed<>(
                            new ValidationResult(new Outcome.Good(), Flows.LICENSE), Held.T.plusSeconds(2)));
        }

        @Override
        public Uni<CallResult<MachineCheckOut>> checkOut(LicenseKey key, String fingerprint, Deadline deadline) {
            return Uni.createFrom()
                    .item(new CallResult.Signed<>(new MachineCheckOut.MachineFile(file), Held.T.plusSeconds(2)));
        }
    }

    /** Has a seat for this installation on the license of one key. */
    private static final class KnowsOneKey extends UnaskedServer {

        private final LicenseKey known;
        private final List<String> asked = new ArrayList<>();

        private KnowsOneKey(String known) {
            this.known = new LicenseKey(known);
        }

        @Override
        public Uni<CallResult<ValidationResult>> validate(LicenseKey key, String fingerprint, Deadline deadline) {
            asked.add(key.value());
            ValidationResult validation = key.equals(known)
                    ? new ValidationResult(new Outcome.Good(), Flows.LICENSE)
                    : new ValidationResult(new Outcome.Against(new Verdict.Unknown()), null);
            return Uni.createFrom().item(new CallResult.Signed<>(validation, Held.T.plusSeconds(2)));
        }

        @Override
        public Uni<CallResult<MachineCheckOut>> checkOut(LicenseKey key, String fingerprint, Deadline deadline) {
            String file = TestFile.machine().forKey(key, fingerprint).text();
            return Uni.createFrom()
                    .item(new CallResult.Signed<>(new MachineCheckOut.MachineFile(file), Held.T.plusSeconds(2)));
        }
    }

    /** Gives a seat, and answers one call with an error of ours after it. */
    private static final class TakenSeat extends UnaskedServer {

        private final String call;
        private final RuntimeException error;
        private boolean created;

        private TakenSeat(String call, RuntimeException error) {
            this.call = call;
            this.error = error;
        }

        @Override
        public Uni<CallResult<ValidationResult>> validate(LicenseKey key, String fingerprint, Deadline deadline) {
            Outcome outcome = created ? new Outcome.Good() : new Outcome.NotSeated();
            return created && call.equals("validate")
                    ? Uni.createFrom().failure(error)
                    : Uni.createFrom()
                            .item(new CallResult.Signed<>(new ValidationResult(outcome, Flows.LICENSE), Held.T));
        }

        @Override
        public Uni<CallResult<MachineCreation>> createMachine(
                LicenseKey key, String licenseId, String machineId, String fingerprint, Deadline deadline) {
            created = true;
            return Uni.createFrom().item(new CallResult.Signed<>(new MachineCreation.Created(), Held.T));
        }

        @Override
        public Uni<CallResult<MachineCheckOut>> checkOut(LicenseKey key, String fingerprint, Deadline deadline) {
            return Uni.createFrom().failure(error);
        }
    }

    /** Demands a check-in, and does not answer when a seat is to be created. */
    private static class RecordingServer extends UnaskedServer {

        private final List<String> calls = new ArrayList<>();
        private final List<Deadline> deadlines = new ArrayList<>();

        @Override
        public Uni<CallResult<ValidationResult>> validate(LicenseKey key, String fingerprint, Deadline deadline) {
            Outcome outcome = calls.contains("check-in") ? new Outcome.NotSeated() : new Outcome.CheckInOverdue();
            return answer(
                    "validate",
                    deadline,
                    new CallResult.Signed<>(new ValidationResult(outcome, Flows.LICENSE), Held.T));
        }

        @Override
        public Uni<CallResult<CheckInResult>> checkIn(LicenseKey key, String licenseId, Deadline deadline) {
            return answer("check-in", deadline, new CallResult.Signed<>(new CheckInResult.CheckedIn(null), Held.T));
        }

        @Override
        public Uni<CallResult<MachineCreation>> createMachine(
                LicenseKey key, String licenseId, String machineId, String fingerprint, Deadline deadline) {
            return answer("create", deadline, new CallResult.Failed<>(CallResult.Cause.UNREACHABLE, "No answer came."));
        }

        @Override
        public Uni<CallResult<MachineCheckOut>> checkOut(LicenseKey key, String fingerprint, Deadline deadline) {
            return answer("check-out", deadline, new CallResult.Signed<>(new MachineCheckOut.NoMachine(), Held.T));
        }

        final <T> Uni<CallResult<T>> answer(String call, Deadline deadline, CallResult<T> answer) {
            calls.add(call);
            deadlines.add(deadline);
            return Uni.createFrom().item(answer);
        }
    }

    /** Another license has the fingerprint, and no seat that is owed is given back. */
    private static class Taken extends UnaskedServer {

        /** How long each deletion was given, by machine, in the order in which they were asked for. */
        private final Map<String, Duration> left = new LinkedHashMap<>();

        @Override
        public Uni<CallResult<ValidationResult>> validate(LicenseKey key, String fingerprint, Deadline deadline) {
            return Uni.createFrom()
                    .item(new CallResult.Signed<>(
                            new ValidationResult(new Outcome.NotSeated(), Flows.LICENSE), Held.T));
        }

        @Override
        public Uni<CallResult<MachineCreation>> createMachine(
                LicenseKey key, String licenseId, String machineId, String fingerprint, Deadline deadline) {
            return Uni.createFrom().item(new CallResult.Signed<>(new MachineCreation.FingerprintTaken(null), Held.T));
        }

        @Override
        public Uni<CallResult<MachineCheckOut>> checkOut(LicenseKey key, String fingerprint, Deadline deadline) {
            return Uni.createFrom().item(new CallResult.Signed<>(new MachineCheckOut.NoMachine(), Held.T));
        }

        @Override
        public Uni<CallResult<MachineDeletion>> deleteMachine(LicenseKey key, String machineId, Deadline deadline) {
            left.put(machineId, deadline.remaining());
            return Uni.createFrom().item(new CallResult.Failed<>(CallResult.Cause.UNREACHABLE, "No answer came."));
        }
    }
}
