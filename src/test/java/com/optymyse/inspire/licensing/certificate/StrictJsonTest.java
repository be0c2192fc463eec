package com.optymyse.inspire.licensing.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    @Test
    void readObject_oneObject_isRead() throws MalformedDocument {
        assertThat(read(" {\"a\": \"é✓😀\"}\n").path("a").textValue()).isEqualTo("é✓😀");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "true",
                "5",
                "\"text\"",
                "[]",
                "[{}]",
                "{",
                "}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\\x\"}",
                "{}/* comment */",
                "{} {}",
                "{}x",
                "{},",
                "\uFEFF{}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,\"\\u0061\":1}",
                "{\"o\":{\"a\":1,\"a\":2}}",
                "[{\"a\":1,\"a\":2}]"
            })
    void readObject_anythingElse_isMalformed(String json) {
        assertThatExceptionOfType(MalformedDocument.class)
                .isThrownBy(() -> read(json))
                .withMessage("The content is not one JSON object with distinct names.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7b2261223a22ff227d", // a byte that UTF-8 does not have
                "7b2261223a22c0af227d", // a slash in two bytes instead of one
                "7b2261223a22eda080227d", // half of a surrogate pair
                "7b2261223a22e2c3227d", // a sequence cut short
                "7b007d00" // UTF-16
            })
    void readObject_notUtf8_isMalformed(String hex) {
        assertThatExceptionOfType(MalformedDocument.class)
                .isThrownBy(() -> StrictJson.readObject(HexFormat.of().parseHex(hex)));
    }

    @Test
    void readObject_deepestNesting_isRead() throws MalformedDocument {
        assertThat(read(nested(StrictJson.MAX_DEPTH))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {StrictJson.MAX_DEPTH + 1, 10_000, 100_000})
    void readObject_deeperNesting_isMalformed(int depth) {
        assertThatExceptionOfType(MalformedDocument.class).isThrownBy(() -> read(nested(depth)));
    }

    @Test
    void readObject_manyDigits_isMalformed() {
        assertThatExceptionOfType(MalformedDocument.class)
                .isThrownBy(() -> read("{\"a\":" + "9".repeat(100_000) + "}"));
    }

    @Test
    void toMap_anyValues_arePlain() throws MalformedDocument {
        assertThat(StrictJson.toMap(read("""
                        {"i": 1, "l": 3000000000, "b": 300000000000000000000, "d": 1.5, "t": "x", "y": true,
                         "n": null, "a": [1], "o": {"k": "v"}}
                        """)))
                .containsEntry("i", 1)
                .containsEntry("l", 3_000_000_000L)
                .containsEntry("b", new BigInteger("300000000000000000000"))
                .containsEntry("d", 1.5)
                .containsEntry("t", "x")
                .containsEntry("y", true)
                .containsEntry("n", null)
                .containsEntry("a", List.of(1))
                .containsEntry("o", Map.of("k", "v"));
    }

    private static String nested(int depth) {
        return "{\"a\":".repeat(depth - 1) + "{}" + "}".repeat(depth - 1);
    }

    private static JsonNode read(String json) throws MalformedDocument {
        return StrictJson.readObject(json.getBytes(StandardCharsets.UTF_8));
    }
}
