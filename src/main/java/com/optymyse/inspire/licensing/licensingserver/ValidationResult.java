package com.optymyse.inspire.licensing.licensingserver;

import com.optymyse.inspire.licensing.license.License;
import com.optymyse.inspire.licensing.license.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What the licensing server says, under its signature, when it is asked whether a key is good for an installation.
 *
 * @param outcome what the server says
 * @param license the license as the server describes it; null when it does not know the key
 */
public record ValidationResult(Outcome outcome, @Nullable License license) {

    /** What the server says of a key and a fingerprint. */
    public sealed interface Outcome {

        /** The license is good and this installation has a seat on it. */
        record Good() implements Outcome {}

        /** This installation has no seat on the license, as far as the answering server (maybe a replica) knows. */
        record NotSeated() implements Outcome {}

        /** The license has expired. */
        record Expired() implements Outcome {}

        /** A check-in is overdue. */
        record CheckInOverdue() implements Outcome {}

        /** The license is for another product. */
        record OtherProduct() implements Outcome {}

        /**
         * The license's policy demands something that this product does not send.
         *
         * @param code the server's code
         */
        record NotAllowed(String code) implements Outcome {}

        /** The server refuses the license. */
        record Against(Verdict.Against verdict) implements Outcome {}

        /**
         * Refused for a reason that this version does not know: no verdict.
         *
         * @param code the server's code
         */
        record Undecided(String code) implements Outcome {}
    }
}
