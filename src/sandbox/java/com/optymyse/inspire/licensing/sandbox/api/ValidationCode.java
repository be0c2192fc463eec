package com.optymyse.inspire.licensing.sandbox.api;

/** What a validation can find, with the sentence that the answer carries. */
enum ValidationCode {
    NOT_FOUND("does not exist"),
    BANNED("is banned"),
    SUSPENDED("is suspended"),
    EXPIRED("is expired"),
    OVERDUE("is overdue for check in"),
    PRODUCT_SCOPE_MISMATCH("product scope does not match"),
    PRODUCT_SCOPE_REQUIRED("product scope is required"),
    POLICY_SCOPE_MISMATCH("policy scope does not match"),
    POLICY_SCOPE_REQUIRED("policy scope is required"),
    USER_SCOPE_MISMATCH("user scope does not match"),
    USER_SCOPE_REQUIRED("user scope is required"),
    ENTITLEMENTS_SCOPE_EMPTY("entitlements scope is empty"),
    ENTITLEMENTS_MISSING("is missing one or more required entitlements"),
    NO_MACHINE("has no associated machine"),
    NO_MACHINES("has no associated machines"),
    MACHINE_SCOPE_MISMATCH("machine is not activated"),
    MACHINE_SCOPE_REQUIRED("machine scope is required"),
    HEARTBEAT_NOT_STARTED("machine heartbeat is required"),
    HEARTBEAT_DEAD("machine heartbeat is dead"),
    FINGERPRINT_SCOPE_EMPTY("fingerprint scope is empty"),
    FINGERPRINT_SCOPE_MISMATCH("fingerprint is not activated"),
    FINGERPRINT_SCOPE_REQUIRED("fingerprint scope is required"),
    COMPONENTS_SCOPE_EMPTY("components scope is empty"),
    COMPONENTS_SCOPE_MISMATCH("components are not activated"),
    COMPONENTS_SCOPE_REQUIRED("components scope is required"),
    CHECKSUM_SCOPE_MISMATCH("checksum scope is not accessible"),
    CHECKSUM_SCOPE_REQUIRED("checksum scope is required"),
    VERSION_SCOPE_MISMATCH("version scope is not accessible"),
    VERSION_SCOPE_REQUIRED("version scope is required"),
    TOO_MANY_MACHINES("has too many associated machines"),
    VALID("is valid");

    private final String detail;

    ValidationCode(String detail) {
        this.detail = detail;
    }

    String detail() {
        return detail;
    }
}
