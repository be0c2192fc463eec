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

/** Asks the licensing server again while a replica that has not seen the latest change yet may answer. */
final class ReplicaLagRetry {

    /** The pauses between the tries. A replica of the server may be behind for as long as all of them together. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMillis(200), Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));

    /** What is left of an operation's time for the calls that follow. */
    private static final Duration FOR_THE_REST = Duration.ofSeconds(5);

    private static final CallResult<ValidationResult> NO_TIME = new CallResult.Failed<>(
            CallResult.Cause.UNREACHABLE, "No time was left to ask the licensing server again. Try again.");

    private ReplicaLagRetry() {}

    /**
     * The first result that is not behind. It is the last signed one when the pauses are used up, no time is left to spare,
     * or a further request got no signed response: asking again loses nothing that the server has signed.
     *
     * @param request asks, until the deadline that it is given
     * @param isBehind is asked once for the first result and for each further one that is signed
     */
    static Uni<CallResult<ValidationResult>> ask(
            Function<Deadline, Uni<CallResult<ValidationResult>>> request,
            Predicate<CallResult<ValidationResult>> isBehind,
            Deadline deadline) {
        return request.apply(deadline)
                .chain(first -> isBehind.test(first)
                        ? again(request, isBehind, deadline).onItem().ifNull().continueWith(first)
                        : Uni.createFrom().item(first));
    }

    /** The last signed result; null when there is none. */
    private static Uni<CallResult<ValidationResult>> again(
            Function<Deadline, Uni<CallResult<ValidationResult>>> request,
            Predicate<CallResult<ValidationResult>> isBehind,
            Deadline deadline) {
        Iterator<Duration> pauses = PAUSES.iterator();
        return Uni.createFrom()
                .deferred(() -> afterPause(pauses.next(), request, deadline))
                .repeat()
                .whilst(result -> isSigned(result) && isBehind.test(result) && pauses.hasNext())
                .select()
                .where(ReplicaLagRetry::isSigned)
                .collect()
                .last();
    }

    private static Uni<CallResult<ValidationResult>> afterPause(
            Duration pause, Function<Deadline, Uni<CallResult<ValidationResult>>> request, Deadline deadline) {
        Duration spare = deadline.remaining().minus(pause).minus(FOR_THE_REST);
        return spare.isPositive()
                ? Uni.createFrom()
                        .voidItem()
                        .onItem()
                        .delayIt()
                        .by(pause)
                        .chain(() -> request.apply(deadline.atMost(spare)))
                : Uni.createFrom().item(NO_TIME);
    }

    private static boolean isSigned(CallResult<ValidationResult> result) {
        return result instanceof CallResult.Signed<ValidationResult>;
    }
}
