package com.optymyse.inspire.licensing.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.testing.WordsOfPrograms;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** People and programs are told the same, each in a text of their own. */
class ClientAdviceTest {

    @ParameterizedTest
    @EnumSource
    void of_anyCode_isAShortTextForPrograms(RefusalCode code) {
        String advice = ClientAdvice.of(code);

        assertThat(advice).endsWith(".").doesNotContain("{", "\n");
        assertThat(advice.split("\\. ", -1)).hasSizeLessThanOrEqualTo(3);
    }

    /** The page shows the cause where there is no better detail, and the fix always. */
    @ParameterizedTest
    @EnumSource
    void types_anyCode_tellPeopleNothingThatOnlyProgramsUnderstand(RefusalCode code) {
        ProblemType type = ProblemTypes.of(code);

        assertThat(WordsOfPrograms.in(type.cause())).isEmpty();
        assertThat(WordsOfPrograms.in(type.fix())).isEmpty();
        assertThat(type.fix()).isNotEqualTo(ClientAdvice.of(code));
    }
}
