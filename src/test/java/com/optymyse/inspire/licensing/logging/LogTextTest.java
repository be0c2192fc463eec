package com.optymyse.inspire.licensing.logging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.EOFException;
import java.io.IOException;
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
    void of_manyNames_someAndTheCountOfTheOthers() {
        List<String> names =
                IntStream.range(0, 23).mapToObj(number -> "name" + number).toList();

        assertThat(LogText.of(names)).contains("\"name9\" and 13 more").doesNotContain("name10");
    }

    @Test
    void of_listsInLists_noMoreNamesThanInOne() {
        ArrayNode lists = JsonNodeFactory.instance.arrayNode();
        IntStream.range(0, 20).forEach(list -> {
            ArrayNode inner = lists.addArray();
            IntStream.range(0, 20).forEach(name -> inner.add("name" + list + "." + name));
        });

        assertThat(LogText.of(lists)).contains("\"name0.9\" and 390 more").doesNotContain("name0.10", "name1");
        assertThat(LogText.of(JsonNodeFactory.instance.arrayNode().add(lists.arrayNode())))
                .isEqualTo("nothing");
    }

    /** Two settings and what was found are the most that is in one line. */
    @Test
    void ofAndExpected_inOneLine_atMostTwentyNames() {
        assertThat(2 * LogText.MOST_EXPECTED + LogText.MOST_FOUND).isEqualTo(20);
        assertThat(LogText.expected(List.of(1, 2, 3, 4, 5, 6, 7))).isEqualTo("1, 2, 3, 4, 5 and 2 more");
    }

    /** What a program writes for the lack of a message tells nobody anything. */
    @Test
    void cause_withoutAMessage_onlyItsKind() {
        assertThat(LogText.cause(new EOFException())).isEqualTo("\"EOFException\"");
        assertThat(LogText.cause(new IOException("It broke.", new EOFException())))
                .isEqualTo("\"IOException: It broke.\"");
        assertThat(LogText.cause(new IOException(null, new EOFException("Too short."))))
                .isEqualTo("\"IOException: Too short.\"");
    }

    @Test
    void of_longText_cut() {
        assertThat(LogText.of("x".repeat(1000))).hasSize(LogText.LONGEST + 3).endsWith("…\"");
    }
}
