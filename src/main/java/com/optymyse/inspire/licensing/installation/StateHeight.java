package com.optymyse.inspire.licensing.installation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What never falls in what is stored, unless an older state takes its place.
 *
 * @param version of the installation
 * @param trail the number of the newest entry of the audit trail
 * @param signedTime the highest time accepted under the vendor's signature; null where none is known for certain
 */
public record StateHeight(
        long version, long trail, @Nullable Instant signedTime) {

    /** A time that was changed by hand is told as that, and says nothing here. */
    static StateHeight of(StoredInstallation state) {
        HighWaterMarks marks = state.marks();
        return new StateHeight(state.version(), state.trail(), marks.intact() ? marks.signedTime() : null);
    }

    /** Whether any of it is less than there. */
    boolean isBelow(StateHeight other) {
        return version < other.version || trail < other.trail || isEarlier(signedTime, other.signedTime);
    }

    private static boolean isEarlier(@Nullable Instant one, @Nullable Instant other) {
        return one != null && other != null && one.isBefore(other);
    }
}
