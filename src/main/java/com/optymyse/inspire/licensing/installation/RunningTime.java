package com.optymyse.inspire.licensing.installation;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What time it is at least, as one replica knows it. It begins with the latest mark of a stored state, is raised by what
 * the host's clock says when that can be believed, and runs on by the monotonic clock. So setting the host's clock back
 * does not slow it down.
 *
 * @param installation the installation whose state it began with
 * @param version the version of that state
 * @param fresh the time of the last signature that has set the time; null for none
 * @param stored the latest time that the store has as seen; null for none
 * @param base the time at the moment {@code since}; null when no time is known
 * @param since the monotonic clock at that moment
 */
record RunningTime(
        UUID installation,
        long version,
        @Nullable Instant fresh,
        @Nullable Instant stored,
        @Nullable Instant base,
        long since) {

    /** The time is stored this often, so that a replica that is killed gains no more. */
    static final Duration STORED_EVERY = Duration.ofSeconds(10);

    static RunningTime from(StoredInstallation state, long nanos) {
        Marks marks = state.marks();
        return new RunningTime(state.id(), state.version(), marks.freshTime(), marks.seenTime(), marks.latest(), nanos);
    }

    /** The time when the monotonic clock says {@code nanos}; null when none is known. */
    @Nullable
    Instant at(long nanos) {
        return base == null ? null : base.plusNanos(nanos - since);
    }

    /**
     * Goes on with a state that was read. A fresh signature of the vendor's has the last word about the time, because it may
     * have set it back; everything else only lets it rise, also what a replica has stored that knows less.
     */
    RunningTime following(StoredInstallation state, long nanos) {
        RunningTime next = from(state, nanos);
        return installation.equals(state.id()) && Objects.equals(fresh, next.fresh)
                ? next.raisedTo(at(nanos), nanos)
                : next;
    }

    /** The same, or a later time. */
    RunningTime raisedTo(@Nullable Instant time, long nanos) {
        Instant now = at(nanos);
        return time == null || (now != null && !time.isAfter(now))
                ? this
                : new RunningTime(installation, version, fresh, stored, time, nanos);
    }

    /** Whether the store knows a time that is too old by now. */
    boolean isWorthStoring(long nanos) {
        Instant now = at(nanos);
        return now != null && (stored == null || !now.isBefore(stored.plus(STORED_EVERY)));
    }
}
