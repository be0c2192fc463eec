package com.optymyse.inspire.licensing.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optymyse.inspire.licensing.entitlement.PendingEvents.Held;
import com.optymyse.inspire.licensing.entitlement.PendingEvents.Reader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PendingEventsTest {

    private static final int SIZE = StreamEvent.of("change", "1", "").frame().length();

    private final PendingEvents pending = new PendingEvents(3L * SIZE);
    private final List<Reader> readers = new ArrayList<>();
    private final List<String> cutOff = new ArrayList<>();
    private final List<Held> late = new ArrayList<>();

    @Test
    void take_sameEventForMany_oneBufferInDirectMemory() {
        StreamEvent event = event();

        Held first = pending.take(event, reader("first"));
        Held second = pending.take(event, reader("second"));

        assertThat(second).isSameAs(first);
        assertThat(first.buffer()).isEqualTo(event.frame());
        assertThat(first.isDirect()).isTrue();
        assertThat(pending.bytes()).isEqualTo(SIZE);
    }

    @Test
    void takeCopy_sameEventForMany_countsForEach() {
        StreamEvent event = event();
        Reader reader = reader("first");

        Held first = pending.takeCopy(event, reader).orElseThrow();
        assertThat(pending.takeCopy(event, reader("second"))).isPresent();

        assertThat(pending.bytes()).isEqualTo(2L * SIZE);
        pending.giveBack(first, reader);
        assertThat(pending.bytes()).isEqualTo(SIZE);
    }

    /** One change is a copy for each, and those who have just got theirs are no slower than others. */
    @Test
    void takeCopy_doesNotFit_waitsAndNobodyIsCutOffWhoGotItJustNow() {
        StreamEvent event = event();
        fillWithCopies(event);
        pending.sweep();

        assertThat(pending.takeCopy(event, reader("fourth"))).isEmpty();

        assertThat(cutOff).isEmpty();
        assertThat(pending.bytes()).isEqualTo(3L * SIZE);
    }

    @Test
    void takeCopy_doesNotFitForSeconds_theSlowestMakeRoomForThoseWhoWait() {
        StreamEvent event = event();
        Reader fourth = reader("fourth");
        fillWithCopies(event);
        pending.sweep();
        pending.sweep();

        assertThat(pending.takeCopy(event, fourth)).isEmpty();
        assertThat(cutOff).containsExactly("1");
        assertThat(pending.takeCopy(event, fourth)).isEmpty();
        pending.sweep();
        assertThat(pending.takeCopy(event, fourth)).isEmpty();
        assertThat(cutOff).containsExactly("1");
        assertThat(pending.takeCopy(event, reader("fifth"))).isEmpty();
        assertThat(cutOff).containsExactly("1", "2");

        // Their copies are there until they are gone.
        assertThat(pending.bytes()).isEqualTo(3L * SIZE);
        pending.giveBack(late.getFirst(), readers.get(1));
        assertThat(pending.takeCopy(event, fourth)).isPresent();
        assertThat(pending.takeCopy(event, reader("sixth"))).isEmpty();
        assertThat(cutOff).containsExactly("1", "2", "3");
    }

    @Test
    void takeCopy_largerThanMayBePending_oneAfterTheOther() {
        StreamEvent large = StreamEvent.of("change", "1", "x".repeat(4 * SIZE));
        Reader reader = reader("first");

        Held first = pending.takeCopy(large, reader).orElseThrow();
        assertThat(pending.takeCopy(large, reader("second"))).isEmpty();
        pending.giveBack(first, reader);

        assertThat(pending.takeCopy(large, reader("second"))).isPresent();
    }

    @Test
    void take_largerThanMayBePending_stays() {
        pending.take(event(), reader("slow"));

        Held large = pending.take(StreamEvent.of("change", "1", "x".repeat(4 * SIZE)), reader("second"));

        assertThat(cutOff).containsExactly("slow");
        assertThat(large.buffer().length()).isGreaterThan(4 * SIZE);
    }

    @Test
    void sweep_cutOff_isFreedOnceTheLastOneHasGivenItBack() {
        Reader slow = reader("slow");
        Held oldest = pending.take(event(), slow);
        for (int event = 1; event <= 3; event++) {
            pending.take(event(), reader("quick"));
        }
        pending.sweep();
        assertThat(late).containsExactly(oldest);
        assertThat(pending.bytes()).isEqualTo(4L * SIZE);

        pending.giveBack(oldest, slow);
        pending.sweep();

        assertThat(pending.bytes()).isEqualTo(3L * SIZE);
        assertThatThrownBy(() -> oldest.buffer().getBytes()).hasMessageContaining("refCnt: 0");
    }

    @Test
    void sweep_somebodyHasIt_isFreedOnceTheLastOneHasGivenItBack() {
        StreamEvent event = event();
        Reader first = reader("first");
        Reader second = reader("second");
        Held held = pending.take(event, first);
        pending.take(event, second);

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
        Held held = pending.take(event, first);
        pending.giveBack(held, first);

        assertThat(pending.take(event, reader("second"))).isSameAs(held);
    }

    @Test
    void take_moreThanMayBePending_thoseAreCutOffWhoHaveTheOldest() {
        StreamEvent oldest = event();
        Held first = pending.take(oldest, reader("slow"));
        pending.take(oldest, reader("slow, too"));
        pending.take(event(), reader("second"));
        pending.take(event(), reader("third"));
        assertThat(cutOff).isEmpty();

        pending.take(event(), reader("fourth"));

        assertThat(cutOff).containsExactlyInAnyOrder("slow", "slow, too");
        assertThat(late).containsOnly(first);
    }

    /** An event that is sent still is the present one, whoever has it since long. */
    @Test
    void take_oldestIsSentAgain_othersAreCutOff() {
        StreamEvent oldest = event();
        pending.take(oldest, reader("slow"));
        pending.take(event(), reader("second"));
        pending.take(event(), reader("third"));
        pending.take(oldest, reader("quick"));

        pending.take(event(), reader("fourth"));

        assertThat(cutOff).containsExactly("second");
    }

    @Test
    void take_cutOffAndNotGoneYet_isToldOnce() {
        for (int event = 1; event <= 4; event++) {
            pending.take(event(), reader(String.valueOf(event)));
        }

        StreamEvent fifth = event();
        pending.take(fifth, reader("5"));
        pending.take(fifth, reader("6"));

        assertThat(cutOff).containsExactly("1", "2");
    }

    @Test
    void take_tooMuchThatNobodyHas_isFreedFirst() {
        for (int event = 1; event <= 3; event++) {
            Reader quick = reader("quick");
            pending.giveBack(pending.take(event(), quick), quick);
        }
        pending.take(event(), reader("slow"));

        assertThat(cutOff).isEmpty();
        assertThat(pending.bytes()).isEqualTo(SIZE);
    }

    private void fillWithCopies(StreamEvent event) {
        for (int copy = 1; copy <= 3; copy++) {
            assertThat(pending.takeCopy(event, reader(String.valueOf(copy)))).isPresent();
        }
    }

    private Reader reader(String name) {
        Reader reader = event -> {
            cutOff.add(name);
            late.add(event);
        };
        readers.add(reader);
        return reader;
    }

    private static StreamEvent event() {
        return StreamEvent.of("change", "1", "");
    }
}
