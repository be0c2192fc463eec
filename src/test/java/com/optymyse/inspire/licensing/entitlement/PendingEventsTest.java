package com.optymyse.inspire.licensing.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optymyse.inspire.licensing.entitlement.PendingEvents.Held;
import com.optymyse.inspire.licensing.entitlement.PendingEvents.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PendingEventsTest {

    private static final int SIZE = StreamEvent.of("change", "1", "").frame().length();

    private final PendingEvents pending = new PendingEvents(3L * SIZE);
    private final List<String> cutOff = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "10 20 30, 60, 0",
        "10 20 30, 59, 1",
        "10 20 30, 50, 1",
        "10 20 30, 49, 2",
        "10 20 30, 5, 2",
        "30, 5, 0",
        "'', 5, 0"
    })
    void surplus_sizesOldestFirst_asManyAsHaveToGoAndNeverTheLast(String sizes, long most, int surplus) {
        List<Integer> all = Stream.of(sizes.split(" ", -1))
                .filter(size -> !size.isEmpty())
                .map(Integer::valueOf)
                .toList();

        assertThat(PendingEvents.surplus(all, most)).isEqualTo(surplus);
    }

    @Test
    void take_sameEventForMany_oneBufferInDirectMemory() {
        StreamEvent event = event();

        Held first = pending.take(event, reader("first"), false);
        Held second = pending.take(event, reader("second"), false);

        assertThat(second).isSameAs(first);
        assertThat(first.buffer()).isEqualTo(event.frame());
        assertThat(first.isDirect()).isTrue();
        assertThat(pending.bytes()).isEqualTo(SIZE);
    }

    @Test
    void take_copiedByTheConnection_countsForEach() {
        StreamEvent event = event();
        Reader reader = reader("first");

        Held first = pending.take(event, reader, true);
        pending.take(event, reader("second"), true);

        assertThat(pending.bytes()).isEqualTo(2L * SIZE);
        pending.giveBack(first, reader);
        assertThat(pending.bytes()).isEqualTo(SIZE);
    }

    @Test
    void sweep_somebodyHasIt_isFreedOnceTheLastOneHasGivenItBack() {
        StreamEvent event = event();
        Reader first = reader("first");
        Reader second = reader("second");
        Held held = pending.take(event, first, false);
        pending.take(event, second, false);

        pending.giveBack(held, first);
        pending.sweep();
        assertThat(held.buffer().getBytes()).isEqualTo(event.frame().getBytes());
        pending.giveBack(held, second);
        pending.sweep();

        assertThat(pending.bytes()).isZero();
        assertThatThrownBy(() -> held.buffer().getBytes()).hasMessageContaining("refCnt: 0");
    }

    /** Those come at the same time that a change is told to. */
    @Test
    void take_nobodyHasItAnyMore_sameBufferUntilItIsSwept() {
        StreamEvent event = event();
        Reader first = reader("first");
        Held held = pending.take(event, first, false);
        pending.giveBack(held, first);

        assertThat(pending.take(event, reader("second"), false)).isSameAs(held);
    }

    @Test
    void take_moreThanMayBePending_thoseAreCutOffWhoHaveTheOldest() {
        StreamEvent oldest = event();
        pending.take(oldest, reader("slow"), false);
        pending.take(oldest, reader("slow, too"), false);
        pending.take(event(), reader("second"), false);
        pending.take(event(), reader("third"), false);
        assertThat(cutOff).isEmpty();

        pending.take(event(), reader("fourth"), false);

        assertThat(cutOff).containsExactlyInAnyOrder("slow", "slow, too");
        assertThat(pending.cutOff()).isEqualTo(2);
    }

    /** An event that is sent still is the present one, whoever has it since long. */
    @Test
    void take_oldestIsSentAgain_othersAreCutOff() {
        StreamEvent oldest = event();
        pending.take(oldest, reader("slow"), false);
        pending.take(event(), reader("second"), false);
        pending.take(event(), reader("third"), false);
        pending.take(oldest, reader("quick"), false);

        pending.take(event(), reader("fourth"), false);

        assertThat(cutOff).containsExactly("second");
    }

    @Test
    void take_cutOffAndNotGoneYet_isToldOnce() {
        for (int event = 1; event <= 4; event++) {
            pending.take(event(), reader(String.valueOf(event)), false);
        }

        StreamEvent fifth = event();
        pending.take(fifth, reader("5"), false);
        pending.take(fifth, reader("6"), false);

        assertThat(cutOff).containsExactly("1", "2");
    }

    @Test
    void take_tooMuchThatNobodyHas_isFreedFirst() {
        for (int event = 1; event <= 3; event++) {
            Reader quick = reader("quick");
            pending.giveBack(pending.take(event(), quick, false), quick);
        }
        pending.take(event(), reader("slow"), false);

        assertThat(cutOff).isEmpty();
        assertThat(pending.bytes()).isEqualTo(SIZE);
    }

    private Reader reader(String name) {
        return new Reader() {
            @Override
            public void cutOff() {
                cutOff.add(name);
            }
        };
    }

    private static StreamEvent event() {
        return StreamEvent.of("change", "1", "");
    }
}
