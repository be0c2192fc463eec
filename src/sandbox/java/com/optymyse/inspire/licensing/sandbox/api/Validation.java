package com.optymyse.inspire.licensing.sandbox.api;

import com.optymyse.inspire.licensing.sandbox.state.DemoLicense;
import com.optymyse.inspire.licensing.sandbox.state.Machine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One validation: the checks of the licensing server, in its order. The first one that fails decides.
 *
 * @param machines the license's machines, as the validation sees them
 */
record Validation(DemoLicense license, Scope scope, List<Machine> machines, Instant now) {

    ValidationCode code() {
        return Stream.<Supplier<Optional<ValidationCode>>>of(
                        this::access,
                        this::identity,
                        this::entitlements,
                        this::anyMachine,
                        this::machine,
                        this::fingerprint,
                        this::heartbeat,
                        this::components,
                        this::release,
                        this::limits,
                        this::expiry)
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(ValidationCode.VALID);
    }

    boolean isGood(ValidationCode code) {
        return code == ValidationCode.VALID
                || (code == ValidationCode.EXPIRED && license.policy().toleratesExpiry());
    }

    private Optional<ValidationCode> access() {
        if (license.banned()) {
            return Optional.of(ValidationCode.BANNED);
        }
        if (license.suspended()) {
            return Optional.of(ValidationCode.SUSPENDED);
        }
        if (license.policy().revokesOnExpiry() && license.isExpired(now)) {
            return Optional.of(ValidationCode.EXPIRED);
        }
        return when(license.isOverdue(now), ValidationCode.OVERDUE);
    }

    private Optional<ValidationCode> identity() {
        return when(scope.differs("product", license.policy().product()), ValidationCode.PRODUCT_SCOPE_MISMATCH)
                .or(() -> required("product", ValidationCode.PRODUCT_SCOPE_REQUIRED))
                .or(() -> when(scope.differs("policy", license.policy().id()), ValidationCode.POLICY_SCOPE_MISMATCH))
                .or(() -> required("policy", ValidationCode.POLICY_SCOPE_REQUIRED))
                .or(() -> when(scope.differs("user", license.ownerId().orElse("")), ValidationCode.USER_SCOPE_MISMATCH))
                .or(() -> required("user", ValidationCode.USER_SCOPE_REQUIRED));
    }

    private Optional<ValidationCode> entitlements() {
        if (!scope.has("entitlements")) {
            return Optional.empty();
        }
        Set<String> asked = scope.texts("entitlements");
        return when(asked.isEmpty(), ValidationCode.ENTITLEMENTS_SCOPE_EMPTY)
                .or(() -> when(
                        !Set.copyOf(license.entitlements()).containsAll(asked), ValidationCode.ENTITLEMENTS_MISSING));
    }

    private Optional<ValidationCode> anyMachine() {
        boolean matters = scope.asksForMachine() || license.policy().strict();
        return when(
                matters && machines.isEmpty(),
                license.policy().floating() ? ValidationCode.NO_MACHINES : ValidationCode.NO_MACHINE);
    }

    private Optional<ValidationCode> machine() {
        return when(scope.has("machine") && named().isEmpty(), ValidationCode.MACHINE_SCOPE_MISMATCH)
                .or(() -> required("machine", ValidationCode.MACHINE_SCOPE_REQUIRED));
    }

    private Optional<ValidationCode> fingerprint() {
        if (!scope.asksForFingerprint()) {
            return required("fingerprint", ValidationCode.FINGERPRINT_SCOPE_REQUIRED);
        }
        return when(scope.asksForNoFingerprint(), ValidationCode.FINGERPRINT_SCOPE_EMPTY)
                .or(() -> when(named().isEmpty(), ValidationCode.FINGERPRINT_SCOPE_MISMATCH));
    }

    private Optional<ValidationCode> heartbeat() {
        if (!license.policy().requireHeartbeat()) {
            return Optional.empty();
        }
        return when(isNamed("NOT_STARTED"), ValidationCode.HEARTBEAT_NOT_STARTED)
                .or(() -> when(isNamed("DEAD"), ValidationCode.HEARTBEAT_DEAD));
    }

    private Optional<ValidationCode> components() {
        if (!scope.has("components")) {
            return required("components", ValidationCode.COMPONENTS_SCOPE_REQUIRED);
        }
        return Optional.of(
                scope.texts("components").isEmpty()
                        ? ValidationCode.COMPONENTS_SCOPE_EMPTY
                        : ValidationCode.COMPONENTS_SCOPE_MISMATCH);
    }

    private Optional<ValidationCode> release() {
        return when(scope.has("checksum"), ValidationCode.CHECKSUM_SCOPE_MISMATCH)
                .or(() -> required("checksum", ValidationCode.CHECKSUM_SCOPE_REQUIRED))
                .or(() -> when(scope.has("version"), ValidationCode.VERSION_SCOPE_MISMATCH))
                .or(() -> required("version", ValidationCode.VERSION_SCOPE_REQUIRED));
    }

    private Optional<ValidationCode> limits() {
        Integer most = license.policy().maxMachines();
        boolean tooMany = license.policy().strict() && most != null && machines.size() > most;
        return when(tooMany, ValidationCode.TOO_MANY_MACHINES);
    }

    private Optional<ValidationCode> expiry() {
        return when(license.isExpired(now), ValidationCode.EXPIRED);
    }

    private boolean isNamed(String heartbeatStatus) {
        return named().stream().anyMatch(machine -> machine.heartbeatStatus(now).equals(heartbeatStatus));
    }

    private List<Machine> named() {
        return machines.stream().filter(scope::names).toList();
    }

    private Optional<ValidationCode> required(String member, ValidationCode code) {
        return when(license.policy().requiredScopes().contains(member) && !scope.has(member), code);
    }

    private static Optional<ValidationCode> when(boolean found, ValidationCode code) {
        return found ? Optional.of(code) : Optional.empty();
    }
}
