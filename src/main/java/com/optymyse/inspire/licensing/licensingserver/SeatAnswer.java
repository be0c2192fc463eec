package com.optymyse.inspire.licensing.licensingserver;

import com.optymyse.inspire.licensing.license.Verdict;
import org.jspecify.annotations.Nullable;

/** What the licensing server says, under its signature, when asked to act with a license key. */
public sealed interface SeatAnswer {

    /** The machine was created or deleted, the license checked in, or the license is gone and its machines with it. */
    record Done() implements SeatAnswer {}

    /**
     * The machine was checked out.
     *
     * @param text the machine file, not verified yet
     */
    record CheckedOut(String text) implements SeatAnswer {}

    /** This key has no such machine. */
    record NoSeat() implements SeatAnswer {}

    /**
     * The fingerprint is in use already: by this license, or by another where the policy says that it must not.
     *
     * @param limit the server's code where the license has no seat left either; else null
     */
    record FingerprintTaken(@Nullable String limit) implements SeatAnswer {}

    /**
     * Another request has just created a machine with this fingerprint or under this id.
     *
     * @param limit as for {@link FingerprintTaken}
     */
    record Conflict(@Nullable String limit) implements SeatAnswer {}

    /**
     * The license has no seat left, or another capacity is exhausted.
     *
     * @param code the server's code
     */
    record LimitReached(String code) implements SeatAnswer {}

    /**
     * What the license or its machine has become is not valid by the server's rules, which it looks at before it acts.
     *
     * @param code the server's code
     */
    record Invalid(String code) implements SeatAnswer {}

    /** The key is expired and its policy revokes access. */
    record Expired() implements SeatAnswer {}

    /** The server refuses the license. */
    record Against(Verdict verdict) implements SeatAnswer {}

    /**
     * The key may not do this.
     *
     * @param code the server's code, or a short text where it gave none
     */
    record NotAllowed(String code) implements SeatAnswer {}
}
