package com.optymyse.inspire.licensing.installation;

import com.optymyse.inspire.licensing.incident.MonotonicClock;
import com.optymyse.inspire.licensing.license.LicensingProblem;
import com.optymyse.inspire.licensing.license.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** How long ago the state of this replica was certainly the present one. Before the first read it counts from the start. */
final class StateAge {

    /** The age from which the state is too old. Reads are seconds apart, and a read that hangs ends or is replaced sooner. */
    static final Duration LONGEST = Duration.ofSeconds(30);

    private final MonotonicClock monotonic;
    private final AtomicLong since;

    StateAge(MonotonicClock monotonic) {
        this.monotonic = monotonic;
        this.since = new AtomicLong(monotonic.nanos());
    }

    /** The present state was read; it is no older than the beginning of the read, by the monotonic clock. */
    void read(long begun) {
        since.accumulateAndGet(begun, (known, next) -> next - known > 0 ? next : known);
    }

    Duration now() {
        return Duration.ofNanos(monotonic.nanos() - since.get());
    }

    /** What to say of a state that is too old; {@code clock} is what the host's clock says. */
    Optional<LicensingProblem> problem(Instant clock) {
        Duration age = now();
        if (age.compareTo(LONGEST) <= 0) {
            return Optional.empty();
        }
        Instant at = clock.minus(age).truncatedTo(ChronoUnit.SECONDS);
        return Optional.of(new LicensingProblem(
                ProblemCode.STATE_NOT_CURRENT,
                "This replica could not read the state from PostgreSQL since " + at
                        + ". Another replica may have changed the state since then.",
                Map.of("since", at)));
    }
}
