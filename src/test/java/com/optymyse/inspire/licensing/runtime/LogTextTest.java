package com.optymyse.inspire.licensing.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogTextTest {

    @Test
    void of_noValue_nothing() {
        assertThat(LogText.of(null)).isEqualTo("nothing");
        assertThat(LogText.of(List.of())).isEqualTo("nothing");
    }

    @ParameterizedTest
    @CsvSource({"10, \\u000a", "13, \\u000d", "27, \\u001b", "8232, \\u2028", "8238, \\u202e", "55296, \\ud800"})
    void of_characterThatCouldForgeALine_escaped(int character, String escaped) {
        String text = "a" + new String(Character.toChars(character)) + "b";

        assertThat(LogText.of(text)).isEqualTo("\"a" + escaped + "b\"");
    }

    @Test
    void of_quotes_escaped() {
        assertThat(LogText.of("say \"so\"\\")).isEqualTo("\"say \\\"so\\\"\\\\\"");
    }

    @Test
    void of_manyNames_twentyAndTheCountOfTheOthers() {
        List<String> names =
                IntStream.range(0, 23).mapToObj(number -> "name" + number).toList();

        assertThat(LogText.of(names)).contains("\"name19\" and 3 more").doesNotContain("name20");
    }

    @Test
    void of_longText_cut() {
        assertThat(LogText.of("x".repeat(1000))).hasSize(LogText.LONGEST + 3).endsWith("…\"");
    }
}
