package com.optymyse.inspire.licensing.license;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LicensingProblemTest {

    @Test
    void new_valuesOfEveryKind_areFactsByName() {
        LicensingProblem problem = problem(Map.of(
                "time",
                Instant.parse("2026-11-23T10:00:00Z"),
                "number",
                1,
                "large",
                5_000_000_000L,
                "flag",
                true,
                "a",
                "b"));

        assertThat(problem.values())
                .isEqualTo(Map.of(
                        "time", "2026-11-23T10:00:00Z", "number", 1, "large", 5_000_000_000L, "flag", true, "a", "b"));
        assertThat(problem.values().keySet()).containsExactly("a", "flag", "large", "number", "time");
    }

    @Test
    void new_valueThatIsNoFact_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> problem(Map.of("list", List.of())))
                .withMessageStartingWith("The fact list is a text, a number, a flag or a time, not class ");
    }

    @Test
    void values_later_stayAsTheyWere() {
        Map<String, Object> values = new HashMap<>(Map.of("field", "maxAgiles"));
        LicensingProblem problem = problem(values);

        values.clear();

        assertThat(problem.values()).containsEntry("field", "maxAgiles");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> problem.values().clear());
    }

    @Test
    void code_anyCode_isWrittenInLowerCaseWithHyphens() {
        assertThat(ProblemCode.AUDIT_TRAIL_UNSOUND.code()).isEqualTo("audit-trail-unsound");
    }

    private static LicensingProblem problem(Map<String, Object> values) {
        return new LicensingProblem(ProblemCode.LIMIT_MISSING, "It is missing.", values);
    }
}
