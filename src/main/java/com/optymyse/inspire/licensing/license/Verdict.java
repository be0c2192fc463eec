package com.optymyse.inspire.licensing.license;

/**
 * What the licensing server said about a license, under its signature. A verdict can only take away; what is granted comes
 * from the certificate. A fault of the network, or a response that is unsigned or not understood, is never a verdict.
 */
public sealed interface Verdict {

    /** Nothing stands against the license. Its expiry is the certificate's matter, so an EXPIRED response is this, too. */
    record Good() implements Verdict {}

    /** Something stands against the license. */
    sealed interface Against extends Verdict {}

    /** What stands against the license whatever its key is used for. */
    sealed interface OfLicense extends Against {}

    /** The vendor suspended the license. */
    record Suspended() implements OfLicense {}

    /** The vendor banned the license's owner. */
    record Banned() implements OfLicense {}

    /** The vendor does not know the license key any more. */
    record Unknown() implements OfLicense {}

    /** The vendor removed this installation's seat. */
    record SeatRemoved() implements Against {}

    /**
     * The vendor refuses the license for another reason.
     *
     * @param code the server's code: {@code OVERDUE}, {@code TOO_MANY_MACHINES}
     */
    record Refused(String code) implements Against {
        public Refused {
            if (code.isBlank()) {
                throw new IllegalArgumentException("A refusal by the licensing server has a code.");
            }
        }
    }

    /** The verdict in a word: {@code good}, {@code seat-removed}; of a refusal the server's own code. */
    default String code() {
        return switch (this) {
            case Good good -> "good";
            case Suspended suspended -> "suspended";
            case Banned banned -> "banned";
            case Unknown unknown -> "unknown";
            case SeatRemoved removed -> "seat-removed";
            case Refused(String code) -> code;
        };
    }
}
