package com.optymyse.inspire.licensing.sandbox.api;

import com.optymyse.inspire.licensing.sandbox.state.DemoLicense;
import com.optymyse.inspire.licensing.sandbox.state.LicenseBook;
import com.optymyse.inspire.licensing.sandbox.state.Machine;
import com.optymyse.inspire.licensing.sandbox.state.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The rules against one more machine of a license. All that are broken are reported at once. */
record SeatRules(LicenseBook book, DemoLicense license) {

    private static final Set<String> RESERVED = Set.of("action", "actions");
    private static final String FINGERPRINT = "/data/attributes/fingerprint";

    List<ApiError.Detail> errors(NewMachine asked) {
        List<ApiError.Detail> errors = new ArrayList<>();
        if (isTaken(asked.fingerprint())) {
            errors.add(error("has already been taken" + uniqueness(), "FINGERPRINT_TAKEN", FINGERPRINT));
        }
        if (book.machines().stream().anyMatch(machine -> machine.id().equals(asked.fingerprint()))) {
            errors.add(error("must not conflict with another machine's id", "FINGERPRINT_CONFLICT", FINGERPRINT));
        }
        if (RESERVED.contains(asked.fingerprint())) {
            errors.add(error("is reserved", "FINGERPRINT_NOT_ALLOWED", FINGERPRINT));
        }
        if (book.machines().stream().anyMatch(machine -> machine.id().equals(asked.id()))) {
            errors.add(error("must not conflict with another machine", "ID_CONFLICT", "/data/id"));
        }
        Integer most = license.policy().maxMachines();
        if (most != null && book.machines(license).size() >= most) {
            errors.add(error(
                    "machine count has exceeded the maximum allowed by the license, which is " + most,
                    "MACHINE_LIMIT_EXCEEDED",
                    "/data"));
        }
        return errors;
    }

    private boolean isTaken(String fingerprint) {
        return rivals().stream().anyMatch(machine -> machine.fingerprint().equals(fingerprint));
    }

    private List<Machine> rivals() {
        Policy own = license.policy();
        return switch (own.machineUniquenessStrategy()) {
            case UNIQUE_PER_LICENSE -> book.machines(license);
            case UNIQUE_PER_POLICY -> book.machines(policy -> policy.name().equals(own.name()));
            case UNIQUE_PER_PRODUCT -> book.machines(policy -> policy.product().equals(own.product()));
            case UNIQUE_PER_ACCOUNT -> book.machines();
        };
    }

    private String uniqueness() {
        return switch (license.policy().machineUniquenessStrategy()) {
            case UNIQUE_PER_LICENSE -> "";
            case UNIQUE_PER_POLICY -> " for this policy";
            case UNIQUE_PER_PRODUCT -> " for this product";
            case UNIQUE_PER_ACCOUNT -> " for this account";
        };
    }

    private static ApiError.Detail error(String text, String code, String pointer) {
        return new ApiError.Detail(text, code, ApiError.Source.pointer(pointer), "machines/#machines-object");
    }
}
