package com.optymyse.inspire.licensing.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.license.RefusalCode;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** People and programs are told the same, each in a text of their own. */
class ClientAdviceTest {

    /** What means nothing to somebody who has no request in front of them, but a page. */
    private static final Pattern OF_PROGRAMS = Pattern.compile(
            "\\b(JSON|API|GET|POST)\\b|(?i)\\b(swagger|openapi|Retry-After|Content-Type|Bearer|digest|jq)\\b"
                    + "|\"[a-zA-Z]+\"|the header|Accept header|Allow header|repeat the request|repeat with|send the request"
                    + "|the answer's|request's body|request body");

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

        assertThat(OF_PROGRAMS.matcher(type.cause()).results()).isEmpty();
        assertThat(OF_PROGRAMS.matcher(type.fix()).results()).isEmpty();
        assertThat(type.fix()).isNotEqualTo(ClientAdvice.of(code));
    }
}
