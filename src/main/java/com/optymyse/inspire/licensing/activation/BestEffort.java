package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.license.Refusal;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;

/** Runs steps that follow after the outcome of an operation is certain. Their failures must not take the place of that. */
public final class BestEffort {

    private BestEffort() {}

    /**
     * Returns the step, with null in place of its failure. A refusal is what may happen there; an error of this service is
     * logged.
     *
     * @param step names it, as the subject of a sentence
     */
    public static <T> Uni<T> failuresOf(String step, Uni<T> done) {
        return done.onFailure(Refusal.class)
                .recoverWithNull()
                .onFailure(Exception.class)
                .invoke(failure -> Log.errorf(
                        failure,
                        "%s failed because of an error in this service. The operation itself is not affected.",
                        step))
                .onFailure(Exception.class)
                .recoverWithNull();
    }
}
