package com.optymyse.inspire.licensing.keygen;

import com.optymyse.inspire.licensing.license.ClockSkew;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * The time at the licensing server, as far as this process knows it. It is the time of the last response with a nonce,
 * which can't be a replay, and the monotonic time since.
 */
final class ServerTime {

    private final Clock clock;
    private final LongSupplier nanoTime;
    private final AtomicReference<Optional<Sighting>> last = new AtomicReference<>(Optional.empty());

    /**
     * @param clock this host's clock, which counts until there is a better one
     * @param nanoTime nanoseconds that only ever grow
     */
    ServerTime(Clock clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    private record Sighting(Instant at, long nanos) {}

    /** Takes note of the time of a response that is bound to a nonce, and so was made just now. */
    void seen(Instant at) {
        last.set(Optional.of(new Sighting(at, nanoTime.getAsLong())));
    }

    /**
     * The fault of a response that has only its date to show that it is fresh, when that date is far in the past. A date
     * ahead is no doubt about the response, since nobody else can sign one.
     */
    <T> Optional<CallResult.Failed<T>> objectionTo(Instant date) {
        Optional<Instant> expected = last.get().map(this::now);
        Instant now = expected.orElseGet(clock::instant);
        if (!date.isBefore(now.minus(ClockSkew.TOLERATED))) {
            return Optional.empty();
        }
        String dated = "The licensing server's response is dated " + date;
        return Optional.of(
                expected.isPresent()
                        ? clockWrong(
                                dated + ", but its earlier responses show that it is already " + now + ", so this"
                                        + " response may be old. Check whether a proxy caches responses.",
                                Map.of("answerTime", date, "serverTime", now))
                        : clockWrong(
                                dated + ", but this server's clock shows " + now + ". Correct the clock that is wrong.",
                                Map.of("answerTime", date, "hostTime", now)));
    }

    private static <T> CallResult.Failed<T> clockWrong(String sentence, Map<String, Object> facts) {
        return new CallResult.Failed<T>(CallResult.Cause.CLOCK_WRONG, sentence).telling(facts);
    }

    /** The server's time or, until that is known, this host's. */
    Instant now() {
        return last.get().map(this::now).orElseGet(clock::instant);
    }

    private Instant now(Sighting sighting) {
        return sighting.at().plusNanos(nanoTime.getAsLong() - sighting.nanos());
    }
}
