package com.optymyse.inspire.licensing.license;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, Integer.MAX_VALUE})
    void new_unlimitedOrMore_isAccepted(int value) {
        assertThatCode(() -> new Limits(value, value, value)).doesNotThrowAnyException();
    }

    @Test
    void new_displaysBelowUnlimited_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Limits(-2, 0, 0))
                .withMessage("maxDisplays is -1 (unlimited) or more, not -2.");
    }

    @Test
    void new_agilesBelowUnlimited_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Limits(0, -2, 0))
                .withMessageStartingWith("maxAgiles is");
    }

    @Test
    void new_creditsBelowUnlimited_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Limits(0, 0, Integer.MIN_VALUE))
                .withMessageStartingWith("aiCreditsPerMonth is");
    }

    @Test
    void none_isNoCapacity() {
        assertThat(Limits.NONE).isEqualTo(new Limits(0, 0, 0));
    }
}
