package com.optymyse.inspire.licensing.licensingserver;

import com.optymyse.inspire.licensing.license.Verdict;

/** Why the licensing server refuses, under its signature, to act with a license key. */
public sealed interface ServerRefusal {

    /** The server's code, as admins and the vendor's support know it. */
    String code();

    /** The license is refused for what it is, not because a seat or another capacity is missing. */
    sealed interface OfLicense extends ServerRefusal {}

    /** The server refuses the license. */
    record Against(Verdict.OfLicense verdict) implements OfLicense {

        @Override
        public String code() {
            return switch (verdict) {
                case Verdict.Suspended suspended -> "LICENSE_SUSPENDED";
                case Verdict.Banned banned -> "LICENSE_BANNED";
                case Verdict.Unknown unknown -> unknown.code();
            };
        }
    }

    /** The key is expired and its policy revokes access. */
    record Expired() implements OfLicense {

        @Override
        public String code() {
            return "LICENSE_EXPIRED";
        }
    }

    /**
     * The key may not do this.
     *
     * @param code the server's code, or a short text where it gave none
     */
    record NotAllowed(String code) implements OfLicense {}

    /**
     * The license or its machine would not be valid by the server's rules, which it checks before it acts.
     *
     * @param code the server's code
     */
    record Invalid(String code) implements OfLicense {}

    /**
     * The license has no seat left, or another capacity is exhausted.
     *
     * @param code the server's code
     */
    record LimitReached(String code) implements ServerRefusal {}
}
