package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optymyse.inspire.licensing.certificate.TestVendor;
import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.Held;
import com.optymyse.inspire.licensing.installation.Lease;
import com.optymyse.inspire.licensing.installation.Purpose;
import com.optymyse.inspire.licensing.installation.SeatRelease;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.testing.InMemoryInstallationStore;
import com.optymyse.inspire.licensing.testing.LogRecorder;
import com.optymyse.inspire.licensing.testing.PlantedErrors;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class InstallationLockTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final InMemoryInstallationStore store = new InMemoryInstallationStore();
    private final CurrentInstallation current = Held.current(store, Clock.systemUTC());
    private final LeaseKeeper keeper = new LeaseKeeper(store, () -> LONG, System::nanoTime);
    private final InstallationLock lock = new InstallationLock(store, keeper, current);

    /** The page reads the license as soon as it was refused, and no notification may have come by then. */
    @Test
    void run_refusedAfterASeatWasReserved_seatIsShownWhenTheRefusalArrives() {
        await(current.reload());

        assertThatThrownBy(() -> await(lock.run(
                        Purpose.activate("admin"),
                        LONG,
                        lease -> store.reserve(lease, seat(lease))
                                .chain(() -> Uni.createFrom().failure(refusal(RefusalCode.LICENSE_SUSPENDED))))))
                .isInstanceOf(Refusal.class);

        assertThat(current.now().stored().releases())
                .extracting(SeatRelease::machineId)
                .containsExactly("machine-1");
    }

    /** A store that is away would make the admin wait for nothing. */
    @Test
    void run_storeIsAway_notAskedAgain() {
        await(current.reload());

        assertThatThrownBy(() -> await(lock.run(
                        Purpose.activate("admin"),
                        LONG,
                        lease -> store.reserve(lease, seat(lease))
                                .chain(() -> Uni.createFrom().failure(refusal(RefusalCode.STORE_UNAVAILABLE))))))
                .isInstanceOf(Refusal.class);

        assertThat(current.now().stored().releases()).isEmpty();
    }

    /** What the operation has done is done, and its lease ends by itself. */
    @Test
    void run_leaseCantBeGivenBackByAnErrorOfOurs_isLoggedAndTheOperationIsDone() {
        try (LogRecorder log = LogRecorder.start()) {
            String done = await(lock.run(
                    Purpose.deactivate("admin"),
                    LONG,
                    lease -> Uni.createFrom().item("done").invoke(store::breakDown)));

            assertThat(done).isEqualTo("done");
            assertThat(log.lines(Level.WARNING, "")).hasSize(1);
        }
    }

    /** As with one that is refused. */
    @Test
    void run_errorOfOursAfterASeatWasReserved_seatIsShownWhenTheErrorArrives() {
        await(current.reload());

        assertThatThrownBy(() -> await(lock.run(
                        Purpose.activate("admin"),
                        LONG,
                        lease -> store.reserve(lease, seat(lease))
                                .chain(() -> Uni.createFrom().failure(PlantedErrors.error())))))
                .isInstanceOf(NullPointerException.class);

        assertThat(current.now().stored().releases()).hasSize(1);
    }

    /** As of a release whose server takes its time. */
    @Test
    void runIfFree_operationTakesLongerThanALease_leaseIsRenewed() {
        Duration length = Duration.ofSeconds(3);
        InstallationLock brief =
                new InstallationLock(store, new LeaseKeeper(store, () -> length, System::nanoTime), current);

        Optional<Boolean> done = await(brief.runIfFree(
                Purpose.release(null),
                lease -> Uni.createFrom()
                        .emitter(operation -> Thread.ofVirtual().start(() -> {
                            Awaitility.await().atMost(LONG).until(() -> store.renewalsAsked() > 1);
                            operation.complete(true);
                        }))));

        assertThat(done).contains(true);
    }

    private static Refusal refusal(RefusalCode code) {
        return new Refusal(code, "Refused.");
    }

    private static SeatRelease seat(Lease lease) {
        return new SeatRelease(
                "machine-1",
                UnaskedServer.ADDRESS,
                TestVendor.ACCOUNT,
                "license-1",
                TestVendor.KEY,
                SeatRelease.State.RESERVED,
                lease.takenAt(),
                0,
                lease.takenAt(),
                null);
    }

    private static <T> T await(Uni<T> call) {
        return call.await().atMost(LONG);
    }
}
