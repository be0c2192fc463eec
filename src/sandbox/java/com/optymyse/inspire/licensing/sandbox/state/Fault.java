package com.optymyse.inspire.licensing.sandbox.state;

import org.jspecify.annotations.Nullable;

/**
 * A misbehavior in force.
 *
 * @param on the calls that meet it, null for every call
 * @param times how many calls meet it yet, null for no end
 * @param delayMillis how long {@link FaultMode#LATE} waits with its answer
 * @param status what {@link FaultMode#ERROR} answers: 500 or 503
 */
public record Fault(
        FaultMode mode, @Nullable Operation on, @Nullable Integer times, long delayMillis, int status) {

    private static final int LAGGING_VALIDATIONS = 3;

    public Fault {
        if (times != null && times < 1) {
            throw new IllegalArgumentException("\"times\" is at least 1.");
        }
        if (delayMillis < 0) {
            throw new IllegalArgumentException("\"delayMs\" is not negative.");
        }
        if (status != 500 && status != 503) {
            throw new IllegalArgumentException("\"status\" is 500 or 503.");
        }
        if (mode == FaultMode.LAG) {
            if (on != null && on != Operation.VALIDATE) {
                throw new IllegalArgumentException("Only validations can lag.");
            }
            on = Operation.VALIDATE;
            times = times == null ? LAGGING_VALIDATIONS : times;
        }
    }

    Fault once() {
        return times == null ? this : new Fault(mode, on, times - 1, delayMillis, status);
    }

    boolean isUsedUpByOneMore() {
        return times != null && times == 1;
    }
}
