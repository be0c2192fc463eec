package com.optymyse.inspire.licensing.keygen;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult.Outcome;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValidationCodeTest {

    /** Every code of the licensing server with what it means when the license is not valid. */
    private static Map<String, Outcome> outcomes() {
        Map<String, Outcome> outcomes = new HashMap<>(Map.of(
                "VALID", new Outcome.Undecided("VALID"),
                "NOT_FOUND", new Outcome.Against(new Verdict.Unknown()),
                "BANNED", new Outcome.Against(new Verdict.Banned()),
                "SUSPENDED", new Outcome.Against(new Verdict.Suspended()),
                "EXPIRED", new Outcome.Expired(),
                "OVERDUE", new Outcome.CheckInOverdue(),
                "PRODUCT_SCOPE_MISMATCH", new Outcome.OtherProduct(),
                "NO_MACHINE", new Outcome.NotSeated(),
                "NO_MACHINES", new Outcome.NotSeated(),
                "FINGERPRINT_SCOPE_MISMATCH", new Outcome.NotSeated()));
        Stream.of("ENVIRONMENT", "PRODUCT", "POLICY", "USER", "MACHINE")
                .map(scope -> scope + "_SCOPE_REQUIRED")
                .forEach(code -> outcomes.put(code, new Outcome.NotAllowed(code)));
        Stream.of("FINGERPRINT", "COMPONENTS", "CHECKSUM", "VERSION")
                .map(scope -> scope + "_SCOPE_REQUIRED")
                .forEach(code -> outcomes.put(code, new Outcome.NotAllowed(code)));
        Stream.of("ENVIRONMENT", "POLICY", "USER", "MACHINE", "COMPONENTS", "CHECKSUM", "VERSION")
                .map(scope -> scope + "_SCOPE_MISMATCH")
                .forEach(code -> outcomes.put(code, new Outcome.Against(new Verdict.Refused(code))));
        Stream.of(
                        "ENTITLEMENTS_SCOPE_EMPTY",
                        "ENTITLEMENTS_MISSING",
                        "FINGERPRINT_SCOPE_EMPTY",
                        "COMPONENTS_SCOPE_EMPTY",
                        "HEARTBEAT_NOT_STARTED",
                        "HEARTBEAT_DEAD",
                        "TOO_MANY_USERS",
                        "TOO_MANY_MACHINES",
                        "TOO_MANY_CORES",
                        "TOO_MUCH_MEMORY",
                        "TOO_MUCH_DISK",
                        "TOO_MANY_PROCESSES")
                .forEach(code -> outcomes.put(code, new Outcome.Against(new Verdict.Refused(code))));
        return outcomes;
    }

    static Stream<Arguments> codes() {
        return outcomes().entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    static Stream<String> codesOtherThanExpired() {
        return outcomes().keySet().stream().filter(code -> !code.equals("EXPIRED"));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void outcome_notValid_isTheOneOfTheCode(String code, Outcome expected) {
        assertThat(ValidationCode.outcome(code, false)).isEqualTo(expected);
    }

    @Test
    void outcomes_tableAbove_hasEveryCode() {
        assertThat(outcomes()).hasSize(38);
    }

    @ParameterizedTest
    @MethodSource("codesOtherThanExpired")
    void outcome_valid_isGoodWhateverTheCode(String code) {
        assertThat(ValidationCode.outcome(code, true)).isEqualTo(new Outcome.Good());
    }

    @Test
    void outcome_expiredButAllowedByPolicy_isExpired() {
        assertThat(ValidationCode.outcome("EXPIRED", true)).isEqualTo(new Outcome.Expired());
    }

    @Test
    void outcome_unknownCode_isGoodWhenValidAndUndecidedElse() {
        assertThat(ValidationCode.outcome("NEW_IN_2030", true)).isEqualTo(new Outcome.Good());
        assertThat(ValidationCode.outcome("NEW_IN_2030", false)).isEqualTo(new Outcome.Undecided("NEW_IN_2030"));
    }
}
