package com.optymyse.inspire.licensing.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.Held;
import com.optymyse.inspire.licensing.installation.Purpose;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.testing.InMemoryInstallationStore;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConcurrencyLimitTest {

    private final InMemoryInstallationStore store = new InMemoryInstallationStore();
    private final CurrentInstallation current = Held.current(store, Clock.systemUTC());
    private final ConcurrencyLimit bulkhead = new ConcurrencyLimit(new Conflicts(current));
    private final List<UniAssertSubscriber<String>> inside = new ArrayList<>();

    @Test
    void admit_room_runs() {
        assertThat(answer()).isEqualTo("done");
    }

    @Test
    void admit_full_refusedAndNotRun() {
        fill();

        assertThatThrownBy(this::answer)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.OPERATION_IN_PROGRESS));
    }

    /** From memory: the store is away. */
    @Test
    void admit_full_refusalTellsWhatIsUnderWayAndUntilWhen() {
        await(store.acquire(Purpose.activate("Ada"), Duration.ZERO));
        await(current.reload());
        store.goAway();
        fill();

        assertThatThrownBy(this::answer)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.members())
                                .containsKeys("until")
                                .extractingByKey("underWay", type(UnderWayAnswer.class))
                                .satisfies(underWay -> {
                                    assertThat(underWay.action()).isEqualTo("activate");
                                    assertThat(underWay.by()).isEqualTo("Ada");
                                }));
    }

    @Test
    void admit_refusedMany_takeNoRoom() {
        fill();
        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(this::answer).isInstanceOf(Refusal.class);
        }

        inside.getFirst().cancel();

        assertThat(answer()).isEqualTo("done");
    }

    @Test
    void admit_doneOrFailed_roomAgain() {
        for (int i = 0; i < 2 * ConcurrencyLimit.ROOM; i++) {
            assertThat(answer()).isEqualTo("done");
            assertThatThrownBy(() -> await(bulkhead.admit(() -> Uni.createFrom().failure(new IllegalStateException()))))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> await(bulkhead.admit(() -> {
                        throw new IllegalArgumentException();
                    })))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private void fill() {
        Stream.generate(() -> bulkhead.<String>admit(() -> Uni.createFrom().nothing()))
                .limit(ConcurrencyLimit.ROOM)
                .map(operation -> operation.subscribe().withSubscriber(UniAssertSubscriber.create()))
                .forEach(inside::add);
    }

    private String answer() {
        return await(bulkhead.admit(() -> Uni.createFrom().item("done")));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().indefinitely();
    }
}
