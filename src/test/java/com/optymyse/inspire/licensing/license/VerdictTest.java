package com.optymyse.inspire.licensing.license;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class VerdictTest {

    @Test
    void refused_serversCode_isKept() {
        assertThat(new Verdict.Refused("OVERDUE").code()).isEqualTo("OVERDUE");
    }

    @Test
    void refused_blankCode_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Verdict.Refused(" "))
                .withMessage("A refusal by the licensing server has a code.");
    }
}
