package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.license.Verdict;

/** Verdicts as column {@code verdict} holds them: {@code good}, {@code seat-removed}, {@code refused:OVERDUE}. */
final class VerdictText {

    private static final String REFUSED = "refused:";

    private VerdictText() {}

    static String of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Good good -> "good";
            case Verdict.Suspended suspended -> "suspended";
            case Verdict.Banned banned -> "banned";
            case Verdict.Unknown unknown -> "unknown";
            case Verdict.SeatRemoved removed -> "seat-removed";
            case Verdict.Refused(String code) -> REFUSED + code;
        };
    }

    static Verdict parse(String text) {
        return switch (text) {
            case "good" -> new Verdict.Good();
            case "suspended" -> new Verdict.Suspended();
            case "banned" -> new Verdict.Banned();
            case "unknown" -> new Verdict.Unknown();
            case "seat-removed" -> new Verdict.SeatRemoved();
            case String refused
            when refused.startsWith(REFUSED) -> new Verdict.Refused(refused.substring(REFUSED.length()));
            default -> throw new IllegalArgumentException("The stored verdict '" + text + "' is not a known verdict.");
        };
    }
}
