package com.optymyse.inspire.licensing.license;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VerdictTest {

    @Test
    void refused_blankCode_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Verdict.Refused(" "))
                .withMessage("A refusal by the licensing server has a code.");
    }

    @Test
    void code_eachVerdict_isItsWordInTheContract() {
        assertThat(Stream.of(
                                new Verdict.Good(),
                                new Verdict.Suspended(),
                                new Verdict.Banned(),
                                new Verdict.Unknown(),
                                new Verdict.SeatRemoved(),
                                new Verdict.Refused("TOO_MANY_MACHINES"))
                        .map(Verdict::code))
                .containsExactly("good", "suspended", "banned", "unknown", "seat-removed", "TOO_MANY_MACHINES");
    }
}
