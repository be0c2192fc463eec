package com.optymyse.inspire.licensing.license;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class EntitlementTest {

    @Test
    void new_blankCode_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Entitlement(" ", "Nothing", true))
                .withMessage("An entitlement needs a code.");
    }

    @Test
    void withheld_granted_isTheSameButNotGranted() {
        assertThat(new Entitlement("MFA", "Multi-factor authentication", true).withheld())
                .isEqualTo(new Entitlement("MFA", "Multi-factor authentication", false));
    }
}
