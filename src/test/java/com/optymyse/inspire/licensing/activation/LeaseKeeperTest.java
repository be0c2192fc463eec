package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optymyse.inspire.licensing.installation.Lease;
import com.optymyse.inspire.licensing.installation.Purpose;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.licensingserver.Deadline;
import com.optymyse.inspire.licensing.testing.InMemoryInstallationStore;
import com.optymyse.inspire.licensing.testing.LogRecorder;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.logging.Level;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class LeaseKeeperTest {

    private static final Duration LENGTH = Duration.ofSeconds(15);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final AtomicLong nanos = new AtomicLong();
    private final InMemoryInstallationStore store = new InMemoryInstallationStore();
    private final LeaseKeeper keeper = new LeaseKeeper(store, () -> LENGTH, nanos::get);
    private final Lease lease =
            await(store.acquire(Purpose.activate("admin"), Duration.ZERO)).orElseThrow();
    private final List<Duration> calls = new ArrayList<>();

    @Test
    void within_leaseThatOutlastsTheCall_isMadeByItsDeadlineWithoutARenewal() {
        nanos.addAndGet(Duration.ofSeconds(4).toNanos());
        store.goAway();

        await(kept(held -> call(Duration.ofSeconds(10))));

        assertThat(calls).hasSize(1);
    }

    @Test
    void within_leaseThatMayEndBefore_isRenewedFirst() {
        await(kept(held -> {
            nanos.addAndGet(Duration.ofSeconds(6).toNanos());
            return call(Duration.ofSeconds(10));
        }));

        assertThat(calls).hasSize(1);
    }

    @Test
    void within_deadlineLongerThanALease_isCutToTheLease() {
        await(kept(held -> call(Duration.ofMinutes(1))));

        assertThat(calls).singleElement().satisfies(time -> assertThat(time).isLessThanOrEqualTo(LENGTH));
    }

    @Test
    void within_storeAwayAndLeaseThatMayEndBefore_isNotMade() {
        store.goAway();
        Uni<String> operation = kept(held -> {
            nanos.addAndGet(Duration.ofSeconds(6).toNanos());
            return call(Duration.ofSeconds(10));
        });

        assertRefused(operation, RefusalCode.STORE_UNAVAILABLE);

        assertThat(calls).isEmpty();
    }

    /** As after a process that was stopped for a while. */
    @Test
    void within_leaseThatIsLost_isNotMade() {
        Uni<String> operation = kept(held -> {
            nanos.addAndGet(Duration.ofSeconds(20).toNanos());
            store.expireLease();
            return call(Duration.ofSeconds(10));
        });

        assertRefused(operation, RefusalCode.OPERATION_IN_PROGRESS);

        assertThat(calls).isEmpty();
    }

    @Test
    void within_leaseThatNobodyKeeps_isRenewedFirst() {
        store.expireLease();

        assertRefused(call(Duration.ofSeconds(1)), RefusalCode.OPERATION_IN_PROGRESS);
    }

    @Test
    void keep_operationThatFails_failsTheSame() {
        assertRefused(
                kept(held -> Uni.createFrom().failure(new Refusal(RefusalCode.LICENSE_EXPIRED, "Expired."))),
                RefusalCode.LICENSE_EXPIRED);
    }

    @Test
    void keep_operationThatThrows_failsTheSame() {
        assertThatThrownBy(() -> await(kept(held -> {
                    throw new IllegalStateException("Ours.");
                })))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Ours.");
    }

    /** So that one of them may fail. */
    @Test
    void pause_betweenRenewals_fitsTwiceIntoALease() {
        assertThat(LeaseKeeper.pause(LENGTH).multipliedBy(2)).isLessThan(LENGTH);
    }

    /** A renewal that fails is not the last one. */
    @Test
    void keep_operationThatTakesLong_renewsTheLeaseAgainAndAgain() {
        LeaseKeeper quick = new LeaseKeeper(store, () -> Duration.ofMillis(30), System::nanoTime);
        store.goAway();

        Uni<Integer> operation = quick.keep(
                lease,
                quick.now(),
                held -> Uni.createFrom().item(this::waitForRenewals).runSubscriptionOn(Thread::startVirtualThread));

        assertThat(await(operation)).isGreaterThanOrEqualTo(3);
    }

    /** It would be cut off in the middle otherwise. */
    @Test
    void keep_renewalFailsByAnErrorOfOurs_isLoggedAndTheOperationGoesOn() {
        LeaseKeeper quick = new LeaseKeeper(store, () -> Duration.ofMillis(30), System::nanoTime);
        store.breakDown();

        try (LogRecorder log = LogRecorder.start()) {
            Uni<Integer> operation = quick.keep(
                    lease,
                    quick.now(),
                    held -> Uni.createFrom().item(this::waitForRenewals).runSubscriptionOn(Thread::startVirtualThread));

            assertThat(await(operation)).isGreaterThanOrEqualTo(3);
            assertThat(log.lines(Level.SEVERE, "an error in this service")).isNotEmpty();
        }
    }

    private int waitForRenewals() {
        Awaitility.await().atMost(LONG).until(() -> store.renewalsAsked() >= 2);
        store.comeBack();
        Awaitility.await().atMost(LONG).until(() -> store.renewalsAsked() >= 3);
        return store.renewalsAsked();
    }

    private <T> Uni<T> kept(Function<Lease, Uni<T>> operation) {
        return keeper.keep(lease, 0, operation);
    }

    private Uni<String> call(Duration deadline) {
        return keeper.within(lease, Deadline.after(deadline), time -> {
            calls.add(time.remaining());
            return Uni.createFrom().item("answered");
        });
    }

    private static void assertRefused(Uni<?> operation, RefusalCode code) {
        assertThatThrownBy(() -> await(operation))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(LONG);
    }
}
