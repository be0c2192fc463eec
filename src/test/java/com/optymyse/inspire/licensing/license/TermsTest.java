package com.optymyse.inspire.licensing.license;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermsTest {

    @Test
    void of_everythingInOrder_readsItWithoutProblems() {
        Terms terms = Terms.of(Map.of(
                "maxDisplays", 500,
                "maxAgiles", -1,
                "aiCreditsPerMonth", 10_000L,
                "planName", "Enterprise",
                "gracePeriodDays", 14));

        assertThat(terms).isEqualTo(new Terms(new Limits(500, -1, 10_000), "Enterprise", 14, List.of()));
    }

    @Test
    void of_nothing_grantsNothingAndNamesEachMissingLimit() {
        Terms terms = Terms.of(Map.of());

        assertThat(terms.limits()).isEqualTo(Limits.NONE);
        assertThat(terms.planName()).isNull();
        assertThat(terms.gracePeriodDays()).isZero();
        assertThat(terms.problems())
                .extracting(LicensingProblem::detail)
                .containsExactly(
                        "The license's metadata has no maxDisplays, so it counts as 0.",
                        "The license's metadata has no maxAgiles, so it counts as 0.",
                        "The license's metadata has no aiCreditsPerMonth, so it counts as 0.");
    }

    @ParameterizedTest
    @MethodSource("noLimits")
    void of_limitOfAnotherTypeOrRange_countsAsNoneAndIsNamed(Object value) {
        Terms terms = Terms.of(metadata("maxAgiles", value));

        assertThat(terms.limits()).isEqualTo(new Limits(5, 0, 7));
        assertThat(terms.problems())
                .extracting(LicensingProblem::detail)
                .containsExactly(
                        "The license's metadata has a maxAgiles that is not an integer from -1 to 2147483647, so "
                                + "it counts as 0.");
    }

    @Test
    void of_valuesNotUsable_codesAndFacts() {
        Map<String, @Nullable Object> metadata = metadata("maxAgiles", "many");
        metadata.put("gracePeriodDays", -1);

        assertThat(Terms.of(metadata).problems())
                .extracting(LicensingProblem::code, LicensingProblem::values)
                .containsExactly(
                        tuple(
                                ProblemCode.LIMIT_INVALID,
                                Map.of("field", "maxAgiles", "minimum", -1, "maximum", Integer.MAX_VALUE)),
                        tuple(
                                ProblemCode.GRACE_PERIOD_INVALID,
                                Map.of("field", "gracePeriodDays", "minimum", 0, "maximum", Terms.MAX_GRACE_DAYS)));
    }

    static List<Object> noLimits() {
        return List.of(
                "500",
                5.0,
                5.5,
                true,
                List.of(1),
                Map.of(),
                -2,
                2_147_483_648L,
                Long.MIN_VALUE,
                BigInteger.ONE.shiftLeft(80));
    }

    @Test
    void of_nullLimit_countsAsMissing() {
        assertThat(Terms.of(metadata("maxDisplays", null)).problems())
                .containsExactly(new LicensingProblem(
                        ProblemCode.LIMIT_MISSING,
                        "The license's metadata has no maxDisplays, so it counts as 0.",
                        Map.of("field", "maxDisplays")));
    }

    @Test
    void of_anyNumberAsLimit_isTakenExactlyOrNamed() {
        qt().forAll(longs().between(-5L, 5_000_000_000L)).check(value -> {
            Terms terms = Terms.of(metadata("aiCreditsPerMonth", value));
            boolean inRange = value >= -1 && value <= Integer.MAX_VALUE;
            return terms.problems().isEmpty() == inRange && terms.limits().aiCreditsPerMonth() == (inRange ? value : 0);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, Terms.MAX_GRACE_DAYS})
    void of_graceInRange_isTaken(int days) {
        Terms terms = Terms.of(metadata("gracePeriodDays", days));

        assertThat(terms.gracePeriodDays()).isEqualTo(days);
        assertThat(terms.problems()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("noGraces")
    void of_graceOfAnotherTypeOrRange_countsAsNoneAndIsNamed(Object value) {
        Terms terms = Terms.of(metadata("gracePeriodDays", value));

        assertThat(terms.gracePeriodDays()).isZero();
        assertThat(terms.problems())
                .extracting(LicensingProblem::detail)
                .containsExactly(
                        "The license's metadata has a gracePeriodDays that is not an integer from 0 to 36525, so "
                                + "it counts as 0.");
    }

    static List<Object> noGraces() {
        return List.of(-1, Terms.MAX_GRACE_DAYS + 1, "14", 1.5, true);
    }

    @ParameterizedTest
    @MethodSource("noNames")
    void of_planNameNotAText_isNone(Object value) {
        Terms terms = Terms.of(metadata("planName", value));

        assertThat(terms.planName()).isNull();
        assertThat(terms.problems()).isEmpty();
    }

    static List<Object> noNames() {
        return List.of("", "  ", 5, Map.of());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Terms.MAX_GRACE_DAYS + 1})
    void new_graceOutOfRange_isRefused(int days) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Terms(Limits.NONE, null, days, List.of()))
                .withMessage("gracePeriodDays is 0 to 36525, not " + days + ".");
    }

    @Test
    void new_problemsChangedLater_staysAsItWas() {
        LicensingProblem one = new LicensingProblem(ProblemCode.LIMIT_MISSING, "One.", Map.of());
        List<LicensingProblem> problems = new ArrayList<>(List.of(one));
        Terms terms = new Terms(Limits.NONE, null, 0, problems);

        problems.add(new LicensingProblem(ProblemCode.LIMIT_INVALID, "Two.", Map.of()));

        assertThat(terms.problems()).containsExactly(one);
    }

    private static Map<String, @Nullable Object> metadata(String name, @Nullable Object value) {
        Map<String, @Nullable Object> metadata =
                new HashMap<>(Map.of("maxDisplays", 5, "maxAgiles", 6, "aiCreditsPerMonth", 7));
        metadata.put(name, value);
        return metadata;
    }
}
