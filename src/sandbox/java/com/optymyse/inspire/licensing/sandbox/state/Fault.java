package com.optymyse.inspire.licensing.sandbox.state;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A misbehavior in force.
 *
 * @param on the calls that meet it, null for every call
 * @param after how many calls are let pass before
 * @param times how many calls meet it yet, null for no end
 * @param delayMillis how long {@link FaultMode#LATE} waits with its answer, and {@link FaultMode#DRIP} with each byte
 * @param status what {@link FaultMode#ERROR} answers: 500 or 503
 * @param retryAfter the header of {@link FaultMode#ERROR} and {@link FaultMode#RATE_LIMIT}, null for none
 * @param code the code of {@link FaultMode#LIMIT}, null for none
 */
public record Fault(
        FaultMode mode,
        @Nullable Operation on,
        int after,
        @Nullable Integer times,
        long delayMillis,
        int status,
        @Nullable String retryAfter,
        @Nullable String code) {

    private static final int LAGGING_VALIDATIONS = 3;
    private static final Set<Operation> LIMITED = Set.of(Operation.CHECK_OUT, Operation.CHECK_IN, Operation.CREATE);

    public Fault {
        if (after < 0) {
            throw new IllegalArgumentException("\"after\" is not negative.");
        }
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
        if (mode == FaultMode.LIMIT) {
            on = on == null ? Operation.CHECK_OUT : on;
            if (!LIMITED.contains(on)) {
                throw new IllegalArgumentException("Only check-out, check-in and create can meet a limit.");
            }
        } else if (code != null) {
            throw new IllegalArgumentException("Only a limit has a \"code\".");
        }
    }

    boolean isWaiting() {
        return after > 0;
    }

    /** The fault after one more call, which it has let pass or affected. */
    Fault once() {
        if (isWaiting()) {
            return new Fault(mode, on, after - 1, times, delayMillis, status, retryAfter, code);
        }
        return times == null ? this : new Fault(mode, on, 0, times - 1, delayMillis, status, retryAfter, code);
    }

    boolean isUsedUpByOneMore() {
        return !isWaiting() && times != null && times == 1;
    }
}
