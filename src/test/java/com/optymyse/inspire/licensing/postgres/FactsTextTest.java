package com.optymyse.inspire.licensing.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactsTextTest {

    @Test
    void parse_factsOfEachType_areThose() {
        Map<String, Object> facts = Map.of("text", "a", "number", 7, "long", 1L << 40, "flag", true);

        assertThat(FactsText.parse(FactsText.of(facts))).isEqualTo(facts);
    }

    @Test
    void parse_noText_isNone() {
        assertThat(FactsText.of(Map.of())).isNull();
        assertThat(FactsText.parse(null)).isEmpty();
    }

    /** The description promises an object of texts, numbers and flags. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "no JSON",
                "",
                "null",
                "7",
                "[1]",
                "{\"a\": null}",
                "{\"a\": {\"b\": 1}}",
                "{\"a\": 1, \"b\": []}",
                "{\"a\": 1.5}"
            })
    void parse_textOfAnotherHand_isReadAsNone(String text) {
        assertThat(FactsText.parse(text)).isEmpty();
    }
}
