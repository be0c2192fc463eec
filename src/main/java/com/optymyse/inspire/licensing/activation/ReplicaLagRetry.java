package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.Deadline;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Asks the licensing server again while it may answer from a replica that has not seen the latest change yet. */
final class ReplicaLagRetry {

    /** The server may answer validations from a replica that is this much behind. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMillis(200), Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));

    /** What is left of an operation's time for the calls that follow. */
    private static final Duration FOR_THE_REST = Duration.ofSeconds(5);

    private ReplicaLagRetry() {}

    /**
     * The first answer that is not behind, or the last signed one when the pauses are used up, no time is left to spare, or a
     * further question had no answer: what the server has signed is not lost by asking again.
     *
     * @param question asks, until the deadline that it is given
     */
    static Uni<CallResult<ValidationResult>> ask(
            Function<Deadline, Uni<CallResult<ValidationResult>>> question,
            Predicate<CallResult<ValidationResult>> isBehind,
            Deadline deadline) {
        return question.apply(deadline).chain(first -> again(question, isBehind, deadline, first, PAUSES.iterator()));
    }

    private static Uni<CallResult<ValidationResult>> again(
            Function<Deadline, Uni<CallResult<ValidationResult>>> question,
            Predicate<CallResult<ValidationResult>> isBehind,
            Deadline deadline,
            CallResult<ValidationResult> last,
            Iterator<Duration> pauses) {
        if (!isBehind.test(last) || !pauses.hasNext()) {
            return Uni.createFrom().item(last);
        }
        Duration pause = pauses.next();
        Duration spare = deadline.remaining().minus(pause).minus(FOR_THE_REST);
        return spare.isPositive()
                ? Uni.createFrom()
                        .voidItem()
                        .onItem()
                        .delayIt()
                        .by(pause)
                        .chain(() -> question.apply(deadline.atMost(spare)))
                        .chain(next -> next instanceof CallResult.Failed<ValidationResult>
                                ? Uni.createFrom().item(last)
                                : again(question, isBehind, deadline, next, pauses))
                : Uni.createFrom().item(last);
    }
}
