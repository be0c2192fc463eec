package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.audit.Caller;
import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.certificate.TestFile;
import com.optymyse.inspire.licensing.installation.Change;
import com.optymyse.inspire.licensing.installation.Held;
import com.optymyse.inspire.licensing.installation.HeldLicense;
import com.optymyse.inspire.licensing.installation.Lease;
import com.optymyse.inspire.licensing.installation.Purpose;
import com.optymyse.inspire.licensing.installation.Snapshot;
import com.optymyse.inspire.licensing.installation.StoredInstallation;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.Reason;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.Deadline;
import com.optymyse.inspire.licensing.licensingserver.LicensingServer;
import com.optymyse.inspire.licensing.licensingserver.MachineCheckOut;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult.Outcome;
import com.optymyse.inspire.licensing.testing.InMemoryInstallationStore;
import com.optymyse.inspire.licensing.testing.LogRecorder;
import com.optymyse.inspire.licensing.testing.StoredSamples;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RevalidationTest {

    private static final CallResult<ValidationResult> NO_ANSWER =
            new CallResult.Failed<>(CallResult.Cause.UNREACHABLE, "No answer came.");

    private static final Flows.Times PATIENT = new Flows.Times(Duration.ofHours(1), Duration.ZERO, Duration.ZERO);

    /** Waits for other operations, too. */
    private static final Flows.Times WAITING = new Flows.Times(Duration.ofHours(1), Duration.ofHours(1), Duration.ZERO);

    private final InMemoryInstallationStore store = new InMemoryInstallationStore();

    /** The answer was waited for already; the lock timeout does not come on top of that. */
    @Test
    void revalidate_anotherOperationUnderWay_givesWayByTheDeadlineHoweverPatient() {
        store.put(Held.stored(Held.online(TestFile.machine().certificate(), new Verdict.Good())));
        store.acquire(Purpose.activate("admin"), Duration.ZERO).await().indefinitely();
        Revalidation revalidation = revalidation(
                new Flows.Times(Duration.ofMillis(500), Duration.ofHours(1), Duration.ZERO),
                Uni.createFrom().item(NO_ANSWER));

        assertThatThrownBy(() ->
                        revalidation.revalidate(Caller.named("admin")).await().atMost(Duration.ofSeconds(30)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.OPERATION_IN_PROGRESS));
    }

    /** That operation has left the license alone, so that the result still fits. */
    @Test
    void revalidate_anotherOperationEndsInTime_resultIsStored() {
        store.put(Held.stored(Held.online(TestFile.machine().certificate(), new Verdict.Good())));
        Lease other = Flows.await(store.acquire(Purpose.activate("admin"), Duration.ZERO))
                .orElseThrow();
        CallResult<ValidationResult> suspended = new CallResult.Signed<>(
                new ValidationResult(new Outcome.Against(new Verdict.Suspended()), null), Held.T.plusSeconds(60));
        UniAssertSubscriber<Snapshot> waiting = revalidation(
                        WAITING, Uni.createFrom().item(suspended))
                .revalidate(Caller.SERVICE)
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
        assertThat(store.audit()).isEmpty();

        Flows.await(store.giveBack(other));

        Snapshot after = waiting.awaitItem(Duration.ofSeconds(30)).getItem();
        assertThat(after.licensing().reason()).isEqualTo(Reason.LICENSE_SUSPENDED);
        assertThat(store.audit()).hasSize(1);
    }

    /** So that the admin, and the admin's page, find what has come of the request. */
    @Test
    void revalidate_adminWaitsForWhatTheServiceHasBegun_entryAndLineTellIt() {
        store.put(Held.stored(Held.online(TestFile.machine().certificate(), new Verdict.Good())));
        List<UniEmitter<? super CallResult<ValidationResult>>> asked = new ArrayList<>();
        Revalidation revalidation = revalidation(PATIENT, Uni.createFrom().emitter(asked::add));

        try (LogRecorder log = LogRecorder.start()) {
            begin(revalidation, Caller.SERVICE);
            begin(revalidation, new Caller("Eve", "b-2", null));
            begin(revalidation, new Caller("Bob", "b-3", null));
            asked.getFirst().complete(NO_ANSWER);

            assertThat(log.operations())
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .containsEntry("requestId", "b-2")
                            .containsEntry("others", "Eve (request b-2), Bob (request b-3)")
                            .doesNotContainKey("actor"));
        }
        assertThat(asked).hasSize(1);
        assertThat(store.audit()).singleElement().satisfies(entry -> {
            assertThat(entry.routine()).isFalse();
            assertThat(entry.by()).isEqualTo(new Caller(null, "b-2", null));
        });
    }

    @Test
    void revalidate_byTheServiceForNobodyElse_isRoutine() {
        store.put(Held.stored(Held.online(TestFile.machine().certificate(), new Verdict.Good())));

        begin(revalidation(PATIENT, Uni.createFrom().item(NO_ANSWER)), Caller.SERVICE);

        assertThat(store.audit()).extracting(AuditEntry::routine).containsExactly(true);
    }

    /** Somebody on the way answers the check-out with what the server has signed minutes ago, before a downgrade. */
    @Test
    void revalidate_machineFileFromBeforeADowngradeReplayed_downgradeStaysAndTheVerdictCounts() {
        Certificate downgraded = file(1, Held.T.plusSeconds(120)).certificate();
        store.put(Held.stored(Held.online(downgraded, new Verdict.Good())));
        Instant answered = Held.T.plusSeconds(180);

        Snapshot after = replaying(file(500, Held.T).text(), answered)
                .revalidate(Caller.SERVICE)
                .await()
                .atMost(Duration.ofSeconds(30));

        assertThat(after.licensing().limits().maxDisplays()).isEqualTo(1);
        assertThat(after.stored().license().held()).isInstanceOfSatisfying(HeldLicense.class, held -> {
            assertThat(held.certificate()).isEqualTo(downgraded.text());
            assertThat(held.verdict()).isEqualTo(new Verdict.Good());
            assertThat(held.verdictAt()).isEqualTo(answered);
        });
        assertThat(store.audit()).singleElement().satisfies(entry -> {
            assertThat(entry.detail()).contains("ignored its machine file");
            assertThat(entry.facts()).isEqualTo(Map.of("verdict", "good", "changed", false, "dropped", true));
            assertThat(entry.routine()).isFalse();
        });
    }

    @Test
    void revalidate_sameFileReplayed_isRoutine() {
        Certificate present = file(1, Held.T.plusSeconds(120)).certificate();
        store.put(Held.stored(Held.online(present, new Verdict.Good())));

        begin(replaying(file(1, Held.T).text(), Held.T.plusSeconds(180)), Caller.SERVICE);

        assertThat(store.audit()).extracting(AuditEntry::routine).containsExactly(true);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(new Outcome.NotAllowed("USER_SCOPE_REQUIRED"), false),
                Arguments.of(new Outcome.OtherProduct(), false),
                Arguments.of(new Outcome.Against(new Verdict.Refused("TOO_MANY_MACHINES")), true));
    }

    /** A license file that the site has had all along must do where only the way in which the key is used here is refused. */
    @ParameterizedTest
    @MethodSource("refusals")
    void revalidate_refused_restrictsAndIsKnownOfTheLicenseOnlyIfItIsAboutIt(Outcome outcome, boolean known) {
        Certificate certificate = TestFile.machine().certificate();
        store.put(Held.stored(Held.online(certificate, new Verdict.Good())));
        CallResult<ValidationResult> refused =
                new CallResult.Signed<>(new ValidationResult(outcome, null), Held.T.plusSeconds(60));

        Snapshot after = revalidation(PATIENT, Uni.createFrom().item(refused))
                .revalidate(Caller.SERVICE)
                .await()
                .atMost(Duration.ofSeconds(30));

        assertThat(after.licensing().reason()).isEqualTo(Reason.REFUSED_BY_SERVER);
        assertThat(after.stored().known().against(certificate).isPresent()).isEqualTo(known);
    }

    /** Nobody could tell later that it was not somebody else's. */
    @Test
    void revalidate_checkOutThatCanNotBeNoted_isNotMade() {
        store.put(Held.stored(Held.online(TestFile.machine().certificate(), new Verdict.Good())));
        LicensingServer server = new UnaskedServer() {
            @Override
            public Uni<CallResult<ValidationResult>> validate(LicenseKey key, String fingerprint, Deadline deadline) {
                store.goAway();
                return Uni.createFrom()
                        .item(new CallResult.Signed<>(new ValidationResult(new Outcome.Good(), null), Held.T));
            }
        };

        assertThatThrownBy(() -> revalidation(PATIENT, server)
                        .revalidate(Caller.SERVICE)
                        .await()
                        .atMost(Duration.ofSeconds(30)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.STORE_UNAVAILABLE));
    }

    /** Another operation has changed the license meanwhile, so that waiting for it would not help. */
    @Test
    void revalidate_resultDropped_itsCheckOutIsNotedAllTheSame() {
        Instant issued = Held.T.plusSeconds(120);
        store.put(Held.stored(Held.online(TestFile.machine().certificate(), new Verdict.Good())));
        String file = file(1, issued).text();
        Revalidation revalidation = revalidation(WAITING, new UnaskedServer() {
            @Override
            public Uni<CallResult<ValidationResult>> validate(LicenseKey key, String fingerprint, Deadline deadline) {
                return Uni.createFrom()
                        .item(new CallResult.Signed<>(new ValidationResult(new Outcome.Good(), null), issued));
            }

            @Override
            public Uni<CallResult<MachineCheckOut>> checkOut(LicenseKey key, String fingerprint, Deadline deadline) {
                commitOfAnotherReplica();
                return Uni.createFrom().item(new CallResult.Signed<>(new MachineCheckOut.MachineFile(file), issued));
            }
        });

        assertThatThrownBy(() -> revalidation.revalidate(Caller.SERVICE).await().atMost(Duration.ofSeconds(30)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.OPERATION_IN_PROGRESS));

        assertThat(store.checkOuts()).singleElement().satisfies(noted -> {
            assertThat(noted.sentAt()).isEqualTo(issued);
            assertThat(noted.issuedAt()).isEqualTo(issued);
        });
    }

    private void commitOfAnotherReplica() {
        StoredInstallation before = store.load().await().indefinitely();
        store.commit(
                        new Change(
                                before,
                                null,
                                before.license(),
                                before.marks(),
                                before.known(),
                                List.of(),
                                StoredSamples.AUDIT),
                        false)
                .await()
                .indefinitely();
    }

    private static TestFile file(int displays, Instant issued) {
        return TestFile.machine()
                .lasting(issued, Held.days(14))
                .withAttributes(attributes -> attributes.withObject("/metadata").put("maxDisplays", displays));
    }

    private Revalidation replaying(String machineFile, Instant answered) {
        return revalidation(PATIENT, new UnaskedServer() {
            @Override
            public Uni<CallResult<ValidationResult>> validate(LicenseKey key, String fingerprint, Deadline deadline) {
                return Uni.createFrom()
                        .item(new CallResult.Signed<>(new ValidationResult(new Outcome.Good(), null), answered));
            }

            @Override
            public Uni<CallResult<MachineCheckOut>> checkOut(LicenseKey key, String fingerprint, Deadline deadline) {
                return Uni.createFrom()
                        .item(new CallResult.Signed<>(new MachineCheckOut.MachineFile(machineFile), answered));
            }
        });
    }

    private static void begin(Revalidation revalidation, Caller who) {
        revalidation.revalidate(who).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private Revalidation revalidation(Flows.Times times, Uni<CallResult<ValidationResult>> answer) {
        return revalidation(times, new UnaskedServer() {
            @Override
            public Uni<CallResult<ValidationResult>> validate(LicenseKey key, String fingerprint, Deadline deadline) {
                return answer;
            }
        });
    }

    private Revalidation revalidation(Flows.Times times, LicensingServer server) {
        return Flows.on(store).asking(server).within(times).revalidation();
    }
}
