package com.optymyse.inspire.licensing.activation;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks the licensing server again while it may answer from a replica that has not seen the latest change yet. */
final class LaggingReplica {

    /** The server may answer validations from a replica that is this much behind. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMillis(200), Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));

    private LaggingReplica() {}

    /** The first answer that is not behind, or the last one when the pauses or the time are used up. */
    static <T> Uni<T> ask(Supplier<Uni<T>> question, Predicate<T> isBehind, Deadline deadline) {
        return ask(question, isBehind, deadline, PAUSES.iterator());
    }

    private static <T> Uni<T> ask(
            Supplier<Uni<T>> question, Predicate<T> isBehind, Deadline deadline, Iterator<Duration> pauses) {
        return question.get()
                .chain(answer -> isBehind.test(answer) && pauses.hasNext() && !deadline.isOver()
                        ? Uni.createFrom()
                                .voidItem()
                                .onItem()
                                .delayIt()
                                .by(pauses.next())
                                .chain(() -> ask(question, isBehind, deadline, pauses))
                        : Uni.createFrom().item(answer));
    }
}
