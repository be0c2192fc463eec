package com.optymyse.inspire.licensing.installation;

import com.optymyse.inspire.licensing.license.LicensingProblem;
import com.optymyse.inspire.licensing.license.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What time it is at least, as one replica knows it. It begins with the latest high-water mark of a stored state, is
 * raised by what the host's clock says when that can be believed, and runs on by the monotonic clock. So setting the
 * host's clock back does not slow it down.
 *
 * @param installation the installation whose state it began with
 * @param version the version of that state
 * @param fresh the time of the last signature that has set the time; null for none
 * @param stored the latest time that the store has as seen; null for none
 * @param storedSince the monotonic clock when that was first read
 * @param base the time at the moment {@code since}; null when no time is known
 * @param since the monotonic clock at that moment
 */
record RunningTime(
        UUID installation,
        long version,
        @Nullable Instant fresh,
        @Nullable Instant stored,
        long storedSince,
        @Nullable Instant base,
        long since) {

    /** How long the store may know no later time before a problem is reported. */
    static final Duration LONGEST_UNSTORED = Duration.ofMinutes(1);

    static RunningTime from(StoredInstallation state, long nanos) {
        HighWaterMarks marks = state.marks();
        return new RunningTime(
                state.id(), state.version(), marks.freshTime(), marks.seenTime(), nanos, marks.latest(), nanos);
    }

    /** The time when the monotonic clock says {@code nanos}; null when none is known. */
    @Nullable
    Instant at(long nanos) {
        return base == null ? null : base.plusNanos(nanos - since);
    }

    /**
     * Goes on with a state that was read. A fresh signature of the vendor's in a newer state has the last word about the time,
     * because it may have set it back. Everything else only lets it rise: what a replica has stored that knows less, and an
     * older state that was put back.
     */
    RunningTime following(StoredInstallation state, long nanos) {
        RunningTime next = from(state, nanos);
        boolean setAnew = next.version > version && !Objects.equals(fresh, next.fresh);
        return installation.equals(next.installation) && !setAnew
                ? next.after(this).raisedTo(at(nanos), nanos)
                : next;
    }

    private RunningTime after(RunningTime before) {
        return Objects.equals(stored, before.stored)
                ? new RunningTime(installation, version, fresh, stored, before.storedSince, base, since)
                : this;
    }

    /** The same, or a later time. */
    RunningTime raisedTo(@Nullable Instant time, long nanos) {
        Instant now = at(nanos);
        return time == null || (now != null && !time.isAfter(now))
                ? this
                : new RunningTime(installation, version, fresh, stored, storedSince, time, nanos);
    }

    /** The problem of a store that has stored no time for too long. Whatever has passed since then is forgotten by a kill. */
    Optional<LicensingProblem> problem(long nanos) {
        Instant now = at(nanos);
        if (now == null || nanos - storedSince <= LONGEST_UNSTORED.toNanos()) {
            return Optional.empty();
        }
        Instant last = stored == null ? now.minusNanos(nanos - storedSince) : stored;
        return Optional.of(new LicensingProblem(
                ProblemCode.TIME_NOT_STORED,
                "The service could not store the current time in PostgreSQL since " + last + ". If it is killed, it"
                        + " forgets the time since then. Find out why PostgreSQL accepts no writes: the service's"
                        + " role lacks a grant, a session holds a lock, or the disk is full.",
                Map.of("storedTime", last)));
    }

    /** Whether a later time is known than the store has. What a kill gains is no more than the time between two calls. */
    boolean isWorthStoring(long nanos) {
        Instant now = at(nanos);
        return now != null && (stored == null || now.isAfter(stored));
    }
}
