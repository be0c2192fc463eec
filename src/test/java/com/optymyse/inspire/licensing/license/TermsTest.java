package com.optymyse.inspire.licensing.license;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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
                        "The license's metadata has no maxDisplays, so its value is 0.",
                        "The license's metadata has no maxAgiles, so its value is 0.",
                        "The license's metadata has no aiCreditsPerMonth, so its value is 0.");
    }

    @ParameterizedTest
    @MethodSource("noLimits")
    void of_limitOfAnotherTypeOrRange_countsAsNoneAndIsNamedWithItsValue(Object value, String found) {
        Terms terms = Terms.of(metadata("maxAgiles", value));

        assertThat(terms.limits()).isEqualTo(new Limits(5, 0, 7));
        assertThat(terms.problems())
                .extracting(LicensingProblem::detail)
                .containsExactly("The license's metadata has a maxAgiles that is not an integer from -1 to 2147483647: "
                        + found + ". The service uses 0 instead.");
    }

    @ParameterizedTest
    @MethodSource("limits")
    void of_limitAsPeopleWriteIt_isTaken(Object value, int limit) {
        Terms terms = Terms.of(metadata("maxAgiles", value));

        assertThat(terms.limits()).isEqualTo(new Limits(5, limit, 7));
        assertThat(terms.problems()).isEmpty();
    }

    static Stream<Arguments> limits() {
        return Stream.of(
                arguments(500.0, 500),
                arguments(5e2, 500),
                arguments(-1.0, -1),
                arguments(-0.0, 0),
                arguments("500", 500),
                arguments(" 500\t", 500),
                arguments("\u00a0500\n", 500),
                arguments("0500", 500),
                arguments("-1", -1),
                arguments("2147483647", Integer.MAX_VALUE),
                arguments(2_147_483_647.0, Integer.MAX_VALUE));
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
                                Map.of(
                                        "field",
                                        "maxAgiles",
                                        "minimum",
                                        -1,
                                        "maximum",
                                        Integer.MAX_VALUE,
                                        "found",
                                        "'many'")),
                        tuple(
                                ProblemCode.GRACE_PERIOD_INVALID,
                                Map.of(
                                        "field",
                                        "gracePeriodDays",
                                        "minimum",
                                        0,
                                        "maximum",
                                        Terms.MAX_GRACE_DAYS,
                                        "found",
                                        "-1")));
    }

    static Stream<Arguments> noLimits() {
        return Stream.of(
                arguments("1.000", "'1.000'"),
                arguments("1,000", "'1,000'"),
                arguments("5 00", "'5 00'"),
                arguments("500.0", "'500.0'"),
                arguments("5e2", "'5e2'"),
                arguments("-2", "'-2'"),
                arguments("- 1", "'- 1'"),
                arguments("+5", "'+5'"),
                arguments("", "''"),
                arguments("unlimited", "'unlimited'"),
                arguments("\u0665", "'\u0665'"),
                arguments("a\u001b[2J", "'a\\u001b[2J'"),
                arguments("x".repeat(41), "'" + "x".repeat(40) + "…'"),
                arguments("9".repeat(18), "'" + "9".repeat(18) + "'"),
                arguments("9".repeat(19), "'" + "9".repeat(19) + "'"),
                arguments(5.5, "5.5"),
                arguments(1e300, "1.0E300"),
                arguments(Double.POSITIVE_INFINITY, "Infinity"),
                arguments(Double.NaN, "NaN"),
                arguments(true, "true"),
                arguments(List.of(1), "[1]"),
                arguments(Map.of(), "{}"),
                arguments(-2, "-2"),
                arguments(2_147_483_648L, "2147483648"),
                arguments(Long.MIN_VALUE, "-9223372036854775808"),
                arguments(BigInteger.ONE.shiftLeft(80), "1208925819614629174706176"));
    }

    @Test
    void of_nullLimit_countsAsMissing() {
        assertThat(Terms.of(metadata("maxDisplays", null)).problems())
                .containsExactly(new LicensingProblem(
                        ProblemCode.LIMIT_MISSING,
                        "The license's metadata has no maxDisplays, so its value is 0.",
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
    void of_graceOfAnotherTypeOrRange_countsAsNoneAndIsNamedWithItsValue(Object value, String found) {
        Terms terms = Terms.of(metadata("gracePeriodDays", value));

        assertThat(terms.gracePeriodDays()).isZero();
        assertThat(terms.problems())
                .extracting(LicensingProblem::detail)
                .containsExactly("The license's metadata has a gracePeriodDays that is not an integer from 0 to 36525: "
                        + found + ". The service uses 0 instead.");
    }

    static Stream<Arguments> noGraces() {
        return Stream.of(
                arguments(-1, "-1"),
                arguments("-1", "'-1'"),
                arguments(Terms.MAX_GRACE_DAYS + 1, "36526"),
                arguments("two weeks", "'two weeks'"),
                arguments(1.5, "1.5"),
                arguments(true, "true"));
    }

    @ParameterizedTest
    @MethodSource("graces")
    void of_graceAsPeopleWriteIt_isTaken(Object value) {
        assertThat(Terms.of(metadata("gracePeriodDays", value)).gracePeriodDays())
                .isEqualTo(14);
    }

    static List<Object> graces() {
        return List.of(14.0, "14", " 14 ");
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
