package com.optymyse.inspire.licensing.installation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LeaseStateTest {

    private static final Instant SINCE = Instant.parse("2026-11-26T10:00:00Z");

    private final AtomicLong nanos = new AtomicLong(-5);
    private final LeaseState watch = new LeaseState(nanos::get);

    @Test
    void now_nothingRead_isEmpty() {
        assertThat(watch.now()).isEmpty();
    }

    @Test
    void now_leaseRead_isToldUntilItsEndAndNotThen() {
        HeldLease lease = lease("1");
        watch.read(Optional.of(lease), 1, nanos.get());

        nanos.addAndGet(lease.left().toNanos() - 1);
        assertThat(watch.now()).contains(lease);

        nanos.addAndGet(1);
        assertThat(watch.now()).isEmpty();
    }

    /** What was left was counted while the reading was under way, so it may have been less by its end. */
    @Test
    void now_slowReading_endsAsIfItHadBeenQuick() {
        HeldLease lease = lease("1");
        long begun = nanos.get();
        nanos.addAndGet(lease.left().toNanos());

        watch.read(Optional.of(lease), 1, begun);

        assertThat(watch.now()).isEmpty();
    }

    @Test
    void read_readingThatWasBegunEarlier_doesNotCount() {
        HeldLease lease = lease("1");
        watch.read(Optional.of(lease), 2, nanos.get());

        watch.read(Optional.empty(), 1, nanos.get());
        assertThat(watch.now()).contains(lease);

        watch.read(Optional.empty(), 3, nanos.get());
        assertThat(watch.now()).isEmpty();
    }

    @Test
    void givenBack_leaseOfThisReplica_isOverAtOnceAndForEveryReadingFromBefore() {
        HeldLease lease = lease("1");
        watch.read(Optional.of(lease), 1, nanos.get());

        watch.givenBack(new Lease(lease.token(), SINCE));
        assertThat(watch.now()).isEmpty();

        watch.read(Optional.of(lease), 2, nanos.get());
        assertThat(watch.now()).isEmpty();
    }

    @Test
    void givenBack_anotherLease_leavesWhatIsKnown() {
        HeldLease lease = lease("1");
        watch.read(Optional.of(lease), 1, nanos.get());

        for (int i = 0; i < 1000; i++) {
            watch.givenBack(new Lease(UUID.randomUUID(), SINCE));
        }

        assertThat(watch.now()).contains(lease);
    }

    private static HeldLease lease(String name) {
        return new HeldLease(
                UUID.nameUUIDFromBytes(name.getBytes(UTF_8)),
                new UnderWay(UnderWay.Action.ACTIVATE, SINCE, "Ada"),
                SINCE.plusSeconds(15),
                Duration.ofSeconds(15));
    }
}
