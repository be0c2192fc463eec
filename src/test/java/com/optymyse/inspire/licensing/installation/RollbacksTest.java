package com.optymyse.inspire.licensing.installation;

import static com.optymyse.inspire.licensing.installation.Held.T;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.audit.AuditEntry.Action;
import com.optymyse.inspire.licensing.audit.Caller;
import com.optymyse.inspire.licensing.license.LicensingProblem;
import com.optymyse.inspire.licensing.license.ProblemCode;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.testing.InMemoryInstallationStore;
import com.optymyse.inspire.licensing.testing.LogRecorder;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

class RollbacksTest {

    private static final StoredInstallation OLD =
            Held.stored(new LicenseState.None()).atEntry(1);

    private final Clock clock = Clock.fixed(T, ZoneOffset.UTC);
    private final InMemoryInstallationStore store = new InMemoryInstallationStore();
    private final Replica one = new Replica();
    private final Replica two = new Replica();

    @Test
    void record_nothingFound_leavesTheStoreAlone() {
        store.put(OLD);
        one.reads();
        store.goAway();

        one.records();
    }

    @Test
    void record_olderStatePutBack_toldByEveryReplicaAndRecordedOnce() {
        rolledBack();
        two.reads();

        one.records();
        two.records();

        assertThat(one.problems()).contains(ProblemCode.STATE_ROLLED_BACK);
        assertThat(two.problems()).contains(ProblemCode.STATE_ROLLED_BACK);
        assertThat(store.audit()).extracting(AuditEntry::action).containsExactly(Action.STATE_ROLLED_BACK);
        assertThat(store.audit().getFirst().code()).isEqualTo("state-rolled-back");
    }

    /** By the replica that has stored it, with the sentence of the trail, and by no other. */
    @Test
    void record_olderStatePutBack_isOneLineOfTheLog() {
        rolledBack();
        two.reads();

        try (LogRecorder log = LogRecorder.start()) {
            one.records();
            assertThat(log.operations()).hasSize(1);
            two.records();
            one.records();

            assertThat(log.operations())
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .containsEntry("action", "state-rolled-back")
                            .containsEntry("revision", String.valueOf(OLD.revision())));
            assertThat(log.lines(Level.INFO, store.audit().getFirst().detail())).hasSize(1);
        }
    }

    @Test
    void record_storedOnce_storeIsLeftAloneFromThenOn() {
        rolledBack();
        one.records();
        store.goAway();

        one.records();
    }

    @Test
    void record_storeAway_toldFromMemoryAndStoredLater() {
        rolledBack();
        store.goAway();

        assertThatThrownBy(one::records).isInstanceOf(Refusal.class);
        assertThat(one.problems()).contains(ProblemCode.STATE_ROLLED_BACK);
        store.comeBack();
        one.records();

        assertThat(store.audit()).hasSize(1);
    }

    /** A commit may make the state as high again as it was. */
    @Test
    void record_stateHasRisenMeanwhile_storedAllTheSame() {
        rolledBack();
        store.put(newer());
        one.reads();

        one.records();

        assertThat(new Replica().afterReading()).contains(ProblemCode.STATE_ROLLED_BACK);
    }

    @Test
    void problems_replicaThatStartsLater_toldFromTheStore() {
        rolledBack();
        one.records();

        assertThat(new Replica().afterReading()).contains(ProblemCode.STATE_ROLLED_BACK);
    }

    /** It is the same one, also to a replica that had no way to the database for a while. */
    @Test
    void confirm_byAnAdmin_toldNoMoreAndNotAgainByALateReplica() {
        rolledBack();

        one.confirms();
        two.reads();
        two.records();

        assertThat(one.problems()).doesNotContain(ProblemCode.STATE_ROLLED_BACK);
        assertThat(two.afterReading()).doesNotContain(ProblemCode.STATE_ROLLED_BACK);
        assertThat(store.audit())
                .extracting(AuditEntry::action)
                .containsExactly(Action.STATE_ROLLED_BACK, Action.CONFIRM_ROLLBACK);
        assertThat(store.audit().getLast().by()).isEqualTo(Caller.named("Eve"));
        assertThat(store.audit().getFirst().facts())
                .containsKeys("seenAt", "versionBefore", "version", "entryBefore", "entry");
    }

    @Test
    void confirm_nothingFoundOrConfirmedAlready_notFound() {
        store.put(OLD);
        one.reads();
        assertThatThrownBy(one::confirms).isInstanceOfSatisfying(Refusal.class, RollbacksTest::isNotFound);
        rolledBack();
        one.confirms();

        assertThatThrownBy(one::confirms).isInstanceOfSatisfying(Refusal.class, RollbacksTest::isNotFound);
    }

    @Test
    void confirm_byAnAdmin_isOneLineOfTheLogThatNamesThem() {
        rolledBack();
        one.records();

        try (LogRecorder log = LogRecorder.start()) {
            one.confirms();
            assertThatThrownBy(one::confirms).isInstanceOf(Refusal.class);

            assertThat(log.operations())
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .containsEntry("action", "confirm-rollback")
                            .containsEntry("outcome", "succeeded")
                            .containsEntry("actor", "Eve"));
        }
    }

    @Test
    void confirm_putBackAgainLater_toldAgain() {
        rolledBack();
        one.confirms();
        StoredInstallation confirmed = await(store.load());
        store.put(new StoredInstallation(
                        confirmed.id(),
                        confirmed.fingerprint(),
                        confirmed.version() + 1,
                        confirmed.revision(),
                        confirmed.marks(),
                        confirmed.known(),
                        confirmed.license(),
                        confirmed.releases())
                .atEntry(confirmed.trail())
                .with(confirmed.anomalies()));
        one.reads();
        store.put(confirmed);
        one.reads();

        one.records();

        assertThat(one.problems()).contains(ProblemCode.STATE_ROLLED_BACK);
    }

    private static void isNotFound(Refusal refusal) {
        assertThat(refusal.code()).isEqualTo(RefusalCode.NOT_FOUND);
    }

    /** Both replicas have read a newer state before, and one has read the older one by now. */
    private void rolledBack() {
        store.put(newer());
        one.reads();
        two.reads();
        store.put(OLD);
        one.reads();
    }

    private static StoredInstallation newer() {
        return new StoredInstallation(
                        OLD.id(),
                        OLD.fingerprint(),
                        OLD.version() + 4,
                        OLD.revision(),
                        OLD.marks(),
                        OLD.known(),
                        OLD.license(),
                        List.of())
                .atEntry(9);
    }

    private static <R> R await(Uni<R> call) {
        return call.await().atMost(Duration.ofMinutes(1));
    }

    private final class Replica {

        private final CurrentInstallation current = Held.current(store, clock);
        private final Rollbacks rollbacks = new Rollbacks(current, store, clock);

        private void reads() {
            await(current.reload());
        }

        private List<ProblemCode> afterReading() {
            reads();
            return problems();
        }

        private void records() {
            await(rollbacks.record());
        }

        private void confirms() {
            await(rollbacks.confirm(Caller.named("Eve")));
        }

        private List<ProblemCode> problems() {
            return current.problems().stream().map(LicensingProblem::code).toList();
        }
    }
}
