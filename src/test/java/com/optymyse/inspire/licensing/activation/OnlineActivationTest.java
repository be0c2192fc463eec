package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optymyse.inspire.licensing.activation.Validation.Outcome;
import com.optymyse.inspire.licensing.certificate.CertificateVerifier;
import com.optymyse.inspire.licensing.certificate.TestFile;
import com.optymyse.inspire.licensing.certificate.TestVendor;
import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.Held;
import com.optymyse.inspire.licensing.installation.Purpose;
import com.optymyse.inspire.licensing.installation.Snapshot;
import com.optymyse.inspire.licensing.license.License;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.testing.InMemoryInstallationStore;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnlineActivationTest {

    private static final License LICENSE = TestFile.machine().certificate().license();

    private final InMemoryInstallationStore store = new InMemoryInstallationStore();
    private final Clock clock = Clock.fixed(Held.T, ZoneOffset.UTC);
    private final CurrentInstallation current = Held.current(store, clock);
    private final LeaseKeeper keeper = new LeaseKeeper(store, () -> Duration.ofHours(2), System::nanoTime);
    private final RecordingServer server = new RecordingServer();

    /** So the admin waits no longer than the deadline says, however many calls there are. */
    @Test
    void obtain_manyCalls_allHaveTheDeadlineOfTheActivation() {
        Deadline deadline = Deadline.after(Duration.ofHours(1));
        Snapshot present = await(current.reload());
        Attempt attempt = new Attempt(
                TestVendor.KEY,
                new Expected.Anything(),
                present,
                present.stored(),
                await(store.acquire(Purpose.activate("admin"), Duration.ZERO)).orElseThrow(),
                deadline);

        assertThatThrownBy(() -> await(keeper.keep(
                        attempt.lease(), keeper.now(), kept -> activation().obtain(attempt))))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.LICENSING_SERVER_UNREACHABLE));

        assertThat(server.calls).containsExactly("validate", "check-in", "validate", "create", "check-out");
        assertThat(server.deadlines).containsOnly(deadline);
    }

    private OnlineActivation activation() {
        MachineFiles files = new MachineFiles(server, new CertificateVerifier(TestVendor.anchors()));
        Exclusive exclusive = new Exclusive(store, keeper, current);
        SeatReleases releases = new SeatReleases(
                store, current, server, TestVendor.anchors(), exclusive, keeper, new ServerPauses(store), clock);
        // Nothing was shown, so no preview is made.
        Preview none = null;
        return new OnlineActivation(
                server, files, new Seats(store, server, files, releases, keeper, clock), none, keeper, clock);
    }

    private static <T> T await(Uni<T> call) {
        return call.await().atMost(Duration.ofMinutes(1));
    }

    /** Demands a check-in, and does not answer when a seat is to be created. */
    private static final class RecordingServer extends UnaskedServer {

        private final List<String> calls = new ArrayList<>();
        private final List<Deadline> deadlines = new ArrayList<>();

        @Override
        public Uni<Answer<Validation>> validate(LicenseKey key, String fingerprint, Deadline deadline) {
            Outcome outcome = calls.contains("check-in") ? new Outcome.NotSeated() : new Outcome.CheckInOverdue();
            return answer("validate", deadline, new Answer.Signed<>(new Validation(outcome, LICENSE), Held.T));
        }

        @Override
        public Uni<Answer<SeatAnswer>> checkIn(LicenseKey key, String licenseId, Deadline deadline) {
            return answer("check-in", deadline, new Answer.Signed<>(new SeatAnswer.Done(), Held.T));
        }

        @Override
        public Uni<Answer<SeatAnswer>> createMachine(
                LicenseKey key, String licenseId, String machineId, String fingerprint, Deadline deadline) {
            return answer("create", deadline, new Answer.Failed<>(Answer.Cause.UNREACHABLE, "No answer came."));
        }

        @Override
        public Uni<Answer<SeatAnswer>> checkOut(LicenseKey key, String fingerprint, Deadline deadline) {
            return answer("check-out", deadline, new Answer.Signed<>(new SeatAnswer.NoSeat(), Held.T));
        }

        private <T> Uni<Answer<T>> answer(String call, Deadline deadline, Answer<T> answer) {
            calls.add(call);
            deadlines.add(deadline);
            return Uni.createFrom().item(answer);
        }
    }
}
