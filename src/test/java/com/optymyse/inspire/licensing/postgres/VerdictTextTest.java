package com.optymyse.inspire.licensing.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.optymyse.inspire.licensing.license.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTextTest {

    @Test
    void parse_everyVerdictsText_isThatVerdict() {
        Map<Verdict, String> texts = Map.of(
                new Verdict.Good(), "good",
                new Verdict.Suspended(), "suspended",
                new Verdict.Banned(), "banned",
                new Verdict.Unknown(), "unknown",
                new Verdict.SeatRemoved(), "seat-removed",
                new Verdict.Refused("TOO_MANY_MACHINES"), "refused:TOO_MANY_MACHINES");

        texts.forEach((verdict, text) -> {
            assertThat(VerdictText.of(verdict)).isEqualTo(text);
            assertThat(VerdictText.parse(text)).isEqualTo(verdict);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Good", "refused", "refused:", "revoked"})
    void parse_noVerdict_isRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> VerdictText.parse(text));
    }
}
