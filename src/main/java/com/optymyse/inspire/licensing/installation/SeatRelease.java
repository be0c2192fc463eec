package com.optymyse.inspire.licensing.installation;

import com.optymyse.inspire.licensing.license.ClockSkew;
import com.optymyse.inspire.licensing.license.LicenseKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A seat at the licensing server that is to be released. A reserved seat is released only if no license is stored for it.
 *
 * @param machineId the machine to delete at the server
 * @param server the licensing server's address
 * @param account the vendor's account
 * @param licenseId the license whose seat it is
 * @param key the license key that may delete it
 * @param state where it stands
 * @param since when it was first wanted, by the store's clock
 * @param attempts how often it was tried
 * @param nextAttemptAt when it is due, by the store's clock
 * @param lastError why the last attempt did not succeed
 */
public record SeatRelease(
        String machineId,
        String server,
        String account,
        String licenseId,
        LicenseKey key,
        State state,
        Instant since,
        int attempts,
        Instant nextAttemptAt,
        @Nullable String lastError) {

    public enum State {
        /**
         * Written before the machine is created, so that a crash leaks no seat; not yet shown to anybody. Its operation
         * holds the lease, so whoever else holds it may give the seat back.
         */
        RESERVED,
        /** To be released at the next occasion. */
        QUEUED,
        /** Refused by the server under its signature; tried daily. */
        BLOCKED,
        /** Written by a newer version of this service, which alone knows what to do with it. */
        UNKNOWN
    }

    /** The longest pause between two attempts. */
    public static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    /** A machine whose creation was not answered may still appear for so long, so that its absence says nothing before. */
    public static final Duration LATE = Duration.ofMinutes(10);

    /**
     * Whether it is due. One that is planned for a moment that no plan reaches, or was wanted in the future, was written by
     * a clock that was ahead, and is due.
     *
     * @param now the time by the store's clock
     */
    public boolean isDueAt(Instant now) {
        return state != State.UNKNOWN
                && (!nextAttemptAt.isAfter(now)
                        || nextAttemptAt.isAfter(latestPlan(now))
                        || since.isAfter(latestSince(now)));
    }

    /** No attempt is planned for later than this. */
    public static Instant latestPlan(Instant now) {
        return now.plus(LONGEST_PAUSE).plus(ClockSkew.TOLERATED);
    }

    /** No release was wanted later than this. */
    public static Instant latestSince(Instant now) {
        return now.plus(ClockSkew.TOLERATED);
    }

    /** Whether to try the release before it is due: it is queued, or an earlier request may still succeed. */
    public boolean isToBeTried() {
        return state == State.QUEUED || (state != State.UNKNOWN && mayBeUnderWay());
    }

    /** Whether the server was asked to delete the machine and may still do so: nothing that it signed says otherwise. */
    public boolean mayBeUnderWay() {
        return attempts > 0 && state != State.BLOCKED;
    }

    /**
     * The reservation of a seat that the server does not know, while the request for it may still succeed; empty after
     * that. The server was not asked to delete it, as far as its signed response tells.
     *
     * @param now the time by the store's clock
     */
    public Optional<SeatRelease> lateAt(Instant now) {
        Instant latest = since.plus(LATE);
        return state == State.RESERVED && now.isBefore(latest)
                ? Optional.of(new SeatRelease(
                        machineId, server, account, licenseId, key, State.RESERVED, since, 0, latest, null))
                : Optional.empty();
    }

    /** Whether it is a reservation that the server did not know. It is tried only once more. */
    public boolean isAbsent() {
        return state == State.RESERVED && attempts == 0 && nextAttemptAt.equals(since.plus(LATE));
    }

    /** The state of the release while no response has come: reserved as long as that counts, then queued. */
    public State unansweredAt(Instant now) {
        return lateAt(now).map(SeatRelease::state).orElse(State.QUEUED);
    }

    /** The same release, with another state and due at another time. */
    public SeatRelease as(State next, Instant dueAt, @Nullable String error) {
        return new SeatRelease(machineId, server, account, licenseId, key, next, since, attempts, dueAt, error);
    }

    /** The same release, tried once more. Whatever the server has refused before, it may act this time. */
    public SeatRelease triedAgain() {
        return new SeatRelease(
                machineId,
                server,
                account,
                licenseId,
                key,
                state == State.BLOCKED ? State.QUEUED : state,
                since,
                attempts + 1,
                nextAttemptAt,
                lastError);
    }
}
