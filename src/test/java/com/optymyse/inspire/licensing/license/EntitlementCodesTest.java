package com.optymyse.inspire.licensing.license;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.testing.WordsOfPrograms;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntitlementCodesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sso_saml",
                "Sso-Saml",
                "SSO SAML",
                " SSO_SAML",
                "SSO_SAML\t",
                "SSOSAML",
                "SSO__SAML.",
                "\u00A0SSO\u200B_SAML",
                "\uFF33\uFF33\uFF2F_SAML"
            })
    void problems_codeWithTheLettersOfOneOfTheCatalog_namesBoth(String code) {
        List<LicensingProblem> problems = EntitlementCodes.problems(List.of("MFA", code));

        String found = "'" + ControlCharacters.escaped(code) + "' is not SSO_SAML";
        assertThat(problems)
                .containsExactly(new LicensingProblem(
                        ProblemCode.ENTITLEMENT_CODE_SIMILAR,
                        "The license includes an entitlement code that is only similar to one of Inspire's and does"
                                + " not grant it: "
                                + found + ".",
                        Map.of("count", 1, "codes", found)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSO_SAML",
                "SSO_SAML_2",
                "SSO",
                "\u0430\u0431\u0432",
                "---",
                "ZOOM",
                "licensed",
                "Token",
                "stream2"
            })
    void problems_anyOtherCode_none(String code) {
        assertThat(EntitlementCodes.problems(List.of(code))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "token, token",
        "stream, stream",
        "LICENSED, LICENSED",
        "MAX_DISPLAYS, MAX_DISPLAYS",
        "., .",
        "A/B & C+\u00E4, A%2FB%20%26%20C%2B%C3%A4"
    })
    void problems_codeOfAPathOrAFlag_namesTheAddress(String code, String encoded) {
        String found = "'" + code + "' at /entitlements?code=" + encoded;

        assertThat(EntitlementCodes.problems(List.of(code)))
                .containsExactly(new LicensingProblem(
                        ProblemCode.ENTITLEMENT_CODE_AMBIGUOUS,
                        "The license includes an entitlement code that is also a path or a flag of this service."
                                + " Programs read it here: " + found + ".",
                        Map.of("count", 1, "codes", found)));
    }

    @Test
    void problems_severalCodes_oneProblemOfAKind() {
        assertThat(EntitlementCodes.problems(List.of("token", "mfa", "LICENSED", "sso-saml")))
                .extracting(LicensingProblem::detail)
                .containsExactly(
                        "The license includes 2 entitlement codes that are only similar to Inspire's and do not grant"
                                + " them: 'mfa' is not MFA, 'sso-saml' is not SSO_SAML.",
                        "The license includes 2 entitlement codes that are also paths or flags of this service."
                                + " Programs read them here: 'LICENSED' at /entitlements?code=LICENSED, 'token' at"
                                + " /entitlements?code=token.");
    }

    @Test
    void problems_tenCodes_allNamed() {
        assertThat(detail(10))
                .contains("10 entitlement codes", "'mfa----------' is not MFA.")
                .doesNotContain("more");
    }

    @Test
    void problems_thousandCodes_tenNamedAndTheRestCounted() {
        assertThat(detail(1_000))
                .contains("1000 entitlement codes", " and 990 more.")
                .hasSizeLessThan(1_000);
    }

    @Test
    void instead_codeNearlyTheMissingOne_isNamed() {
        assertThat(EntitlementCodes.instead(List.of("mfa", "sso-saml", "ZOOM"), "SSO_SAML"))
                .isEqualTo(", but includes 'sso-saml', which the vendor has to correct");
        assertThat(EntitlementCodes.instead(List.of("mfa", "ZOOM"), "SSO_SAML")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "sso-saml"})
    void problems_anyKind_tellPeopleNothingThatOnlyProgramsUnderstand(String code) {
        assertThat(EntitlementCodes.problems(List.of(code)))
                .singleElement()
                .satisfies(problem ->
                        assertThat(WordsOfPrograms.in(problem.detail())).isEmpty());
        assertThat(EntitlementCodes.problems(List.of(code, code + "_")))
                .allSatisfy(problem ->
                        assertThat(WordsOfPrograms.in(problem.detail())).isEmpty());
    }

    private static String detail(int count) {
        List<String> codes = IntStream.rangeClosed(1, count)
                .mapToObj(dashes -> "mfa" + "-".repeat(dashes))
                .toList();
        List<LicensingProblem> problems = EntitlementCodes.problems(codes);
        assertThat(problems).hasSize(1);
        return problems.getFirst().detail();
    }
}
