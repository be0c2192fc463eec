package com.optymyse.inspire.licensing.installation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The stored values that only rise. They fall only if an older state is put in their place.
 *
 * @param version of the installation
 * @param trail the number of the newest entry of the audit trail
 * @param signedTime the highest time accepted under the vendor's signature; null where none is known for certain
 */
public record StateHeight(
        long version, long trail, @Nullable Instant signedTime) {

    /** The values of a state. A time that was changed by hand is left out, because it is reported elsewhere. */
    static StateHeight of(StoredInstallation state) {
        HighWaterMarks marks = state.marks();
        return new StateHeight(state.version(), state.trail(), marks.intact() ? marks.signedTime() : null);
    }

    /** Whether any value is lower than in the other state. */
    boolean isBelow(StateHeight other) {
        return version < other.version || trail < other.trail || isEarlier(signedTime, other.signedTime);
    }

    private static boolean isEarlier(@Nullable Instant one, @Nullable Instant other) {
        return one != null && other != null && one.isBefore(other);
    }
}
