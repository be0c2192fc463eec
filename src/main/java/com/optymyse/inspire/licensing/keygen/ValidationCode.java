package com.optymyse.inspire.licensing.keygen;

import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult.Outcome;
import java.util.Arrays;
import java.util.Optional;

/** The codes of a validation, in the order in which the licensing server checks. */
enum ValidationCode {
    NOT_FOUND,
    BANNED,
    SUSPENDED,
    EXPIRED,
    OVERDUE,
    ENVIRONMENT_SCOPE_MISMATCH,
    ENVIRONMENT_SCOPE_REQUIRED,
    PRODUCT_SCOPE_MISMATCH,
    PRODUCT_SCOPE_REQUIRED,
    POLICY_SCOPE_MISMATCH,
    POLICY_SCOPE_REQUIRED,
    USER_SCOPE_MISMATCH,
    USER_SCOPE_REQUIRED,
    ENTITLEMENTS_SCOPE_EMPTY,
    ENTITLEMENTS_MISSING,
    NO_MACHINE,
    NO_MACHINES,
    MACHINE_SCOPE_MISMATCH,
    MACHINE_SCOPE_REQUIRED,
    HEARTBEAT_NOT_STARTED,
    HEARTBEAT_DEAD,
    FINGERPRINT_SCOPE_EMPTY,
    FINGERPRINT_SCOPE_MISMATCH,
    FINGERPRINT_SCOPE_REQUIRED,
    COMPONENTS_SCOPE_EMPTY,
    COMPONENTS_SCOPE_MISMATCH,
    COMPONENTS_SCOPE_REQUIRED,
    CHECKSUM_SCOPE_MISMATCH,
    CHECKSUM_SCOPE_REQUIRED,
    VERSION_SCOPE_MISMATCH,
    VERSION_SCOPE_REQUIRED,
    TOO_MANY_USERS,
    TOO_MANY_MACHINES,
    TOO_MANY_CORES,
    TOO_MUCH_MEMORY,
    TOO_MUCH_DISK,
    TOO_MANY_PROCESSES,
    VALID;

    /**
     * What a validation means. The server's {@code valid} decides, not the code, which may name a limit exceeded within
     * an allowance; except that expired is expired, whatever the license's policy lets pass.
     */
    static Outcome outcome(String code, boolean valid) {
        Optional<ValidationCode> known = find(code);
        if (valid && !known.equals(Optional.of(EXPIRED))) {
            return new Outcome.Good();
        }
        return known.map(ValidationCode::refusal).orElseGet(() -> new Outcome.Undecided(code));
    }

    private static Optional<ValidationCode> find(String code) {
        return Arrays.stream(values())
                .filter(known -> known.name().equals(code))
                .findFirst();
    }

    private Outcome refusal() {
        return switch (this) {
            case NOT_FOUND -> new Outcome.Against(new Verdict.Unknown());
            case BANNED -> new Outcome.Against(new Verdict.Banned());
            case SUSPENDED -> new Outcome.Against(new Verdict.Suspended());
            case EXPIRED -> new Outcome.Expired();
            case OVERDUE -> new Outcome.CheckInOverdue();
            case PRODUCT_SCOPE_MISMATCH -> new Outcome.OtherProduct();
            case NO_MACHINE, NO_MACHINES, FINGERPRINT_SCOPE_MISMATCH -> new Outcome.NotSeated();
            case ENVIRONMENT_SCOPE_REQUIRED,
                    PRODUCT_SCOPE_REQUIRED,
                    POLICY_SCOPE_REQUIRED,
                    USER_SCOPE_REQUIRED,
                    MACHINE_SCOPE_REQUIRED,
                    FINGERPRINT_SCOPE_REQUIRED,
                    COMPONENTS_SCOPE_REQUIRED,
                    CHECKSUM_SCOPE_REQUIRED,
                    VERSION_SCOPE_REQUIRED -> new Outcome.NotAllowed(name());
            case ENVIRONMENT_SCOPE_MISMATCH,
                    POLICY_SCOPE_MISMATCH,
                    USER_SCOPE_MISMATCH,
                    ENTITLEMENTS_SCOPE_EMPTY,
                    ENTITLEMENTS_MISSING,
                    MACHINE_SCOPE_MISMATCH,
                    HEARTBEAT_NOT_STARTED,
                    HEARTBEAT_DEAD,
                    FINGERPRINT_SCOPE_EMPTY,
                    COMPONENTS_SCOPE_EMPTY,
                    COMPONENTS_SCOPE_MISMATCH,
                    CHECKSUM_SCOPE_MISMATCH,
                    VERSION_SCOPE_MISMATCH,
                    TOO_MANY_USERS,
                    TOO_MANY_MACHINES,
                    TOO_MANY_CORES,
                    TOO_MUCH_MEMORY,
                    TOO_MUCH_DISK,
                    TOO_MANY_PROCESSES -> new Outcome.Against(new Verdict.Refused(name()));
            case VALID -> new Outcome.Undecided(name());
        };
    }
}
