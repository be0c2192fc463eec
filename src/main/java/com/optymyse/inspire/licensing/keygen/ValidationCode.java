package com.optymyse.inspire.licensing.keygen;

import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult.Outcome;

/** What the codes of a validation mean. */
final class ValidationCode {

    private ValidationCode() {}

    /**
     * What a validation means. The server's {@code valid} decides, not the code, which may name a limit exceeded within
     * an allowance; except that expired is expired, whatever the license's policy lets pass.
     */
    static Outcome outcome(String code, boolean valid) {
        if (valid && !code.equals("EXPIRED")) {
            return new Outcome.Good();
        }
        return switch (code) {
            case "NOT_FOUND" -> new Outcome.Against(new Verdict.Unknown());
            case "BANNED" -> new Outcome.Against(new Verdict.Banned());
            case "SUSPENDED" -> new Outcome.Against(new Verdict.Suspended());
            case "EXPIRED" -> new Outcome.Expired();
            case "OVERDUE" -> new Outcome.CheckInOverdue();
            case "PRODUCT_SCOPE_MISMATCH" -> new Outcome.OtherProduct();
            case "NO_MACHINE", "NO_MACHINES", "FINGERPRINT_SCOPE_MISMATCH" -> new Outcome.NotSeated();
            case "ENVIRONMENT_SCOPE_REQUIRED",
                    "PRODUCT_SCOPE_REQUIRED",
                    "POLICY_SCOPE_REQUIRED",
                    "USER_SCOPE_REQUIRED",
                    "MACHINE_SCOPE_REQUIRED",
                    "FINGERPRINT_SCOPE_REQUIRED",
                    "COMPONENTS_SCOPE_REQUIRED",
                    "CHECKSUM_SCOPE_REQUIRED",
                    "VERSION_SCOPE_REQUIRED" -> new Outcome.NotAllowed(code);
            case "ENVIRONMENT_SCOPE_MISMATCH",
                    "POLICY_SCOPE_MISMATCH",
                    "USER_SCOPE_MISMATCH",
                    "ENTITLEMENTS_SCOPE_EMPTY",
                    "ENTITLEMENTS_MISSING",
                    "MACHINE_SCOPE_MISMATCH",
                    "HEARTBEAT_NOT_STARTED",
                    "HEARTBEAT_DEAD",
                    "FINGERPRINT_SCOPE_EMPTY",
                    "COMPONENTS_SCOPE_EMPTY",
                    "COMPONENTS_SCOPE_MISMATCH",
                    "CHECKSUM_SCOPE_MISMATCH",
                    "VERSION_SCOPE_MISMATCH",
                    "TOO_MANY_USERS",
                    "TOO_MANY_MACHINES",
                    "TOO_MANY_CORES",
                    "TOO_MUCH_MEMORY",
                    "TOO_MUCH_DISK",
                    "TOO_MANY_PROCESSES" -> new Outcome.Against(new Verdict.Refused(code));
            default -> new Outcome.Undecided(code);
        };
    }
}
