package com.optymyse.inspire.licensing.license;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ControlCharactersTest {

    @Test
    void escaped_whatATerminalObeys_isWrittenOut() {
        assertThat(ControlCharacters.escaped("a\u001b[31mb\r\nc\u009bd\u202ee\u2028f\ud800g"))
                .isEqualTo("a\\u001b[31mb\\u000d\\u000ac\\u009bd\\u202ee\\u2028f\\ud800g");
    }

    @Test
    void escaped_everythingElse_isAsItIs() {
        String text = "Ünï \"code\" \\ 東京 😀 / 100 %";

        assertThat(ControlCharacters.escaped(text)).isEqualTo(text);
    }
}
