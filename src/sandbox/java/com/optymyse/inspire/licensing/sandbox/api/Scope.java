package com.optymyse.inspire.licensing.sandbox.api;

import com.optymyse.inspire.licensing.sandbox.state.Machine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The conditions that a validation checks beside the key: a JSON object of which each member is optional. */
record Scope(Params params) {

    private static final String[] MEMBERS = {
        "product",
        "policy",
        "user",
        "machine",
        "fingerprint",
        "fingerprints",
        "components",
        "entitlements",
        "checksum",
        "version"
    };

    Scope {
        params.allowOnly(MEMBERS);
        for (String name : List.of("product", "policy", "user", "machine", "fingerprint", "checksum", "version")) {
            params.optionalText(name);
        }
        for (String name : List.of("fingerprints", "components", "entitlements")) {
            params.optionalTexts(name);
        }
    }

    boolean has(String member) {
        return params.has(member);
    }

    /** Whether a member that is there names something else than the given value. */
    boolean differs(String member, String actual) {
        return params.optionalText(member)
                .filter(asked -> !asked.equals(actual))
                .isPresent();
    }

    Optional<String> text(String member) {
        return params.optionalText(member);
    }

    Set<String> texts(String member) {
        return Set.copyOf(params.optionalTexts(member).orElse(List.of()));
    }

    boolean asksForMachine() {
        return has("machine") || asksForFingerprint();
    }

    boolean asksForFingerprint() {
        return has("fingerprint") || has("fingerprints");
    }

    /** Whether the fingerprint in the scope is blank, or its list of fingerprints is empty or absent. */
    boolean asksForNoFingerprint() {
        return has("fingerprint")
                ? text("fingerprint").orElse("").isBlank()
                : texts("fingerprints").isEmpty();
    }

    boolean names(Machine machine) {
        return text("machine").filter(machine.id()::equals).isPresent()
                || text("fingerprint").filter(machine.fingerprint()::equals).isPresent()
                || texts("fingerprints").contains(machine.fingerprint());
    }
}
