package com.optymyse.inspire.licensing.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.optymyse.inspire.licensing.license.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationContextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " {\n} ",
                "{\"context\":null}",
                "{\"context\":{}}",
                "{\"context\":{\"targetingKey\":\"screen-1\"}}",
                "{\"context\":{\"targetingKey\":null}}",
                "{\"context\":{\"plan\":{\"targetingKey\":7,\"deep\":[[1],{\"a\":{}}]},\"targetingKey\":\"ä\"},\"x\":[{}]}"
            })
    void check_whatTheProtocolAllows_passes(String body) {
        assertThatCode(() -> check(body)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | body | needs a body",
                "' ' | body | needs a body",
                "[] | body | a JSON object",
                "7 | body | a JSON object",
                "null | body | a JSON object",
                "'{' | body | not valid JSON",
                "'{\"context\":' | body | not valid JSON",
                "'{\"context\":{' | body | not valid JSON",
                "'{\"context\":{}' | body | not valid JSON",
                "'{\"x\":[}' | body | not valid JSON",
                "'{\"x\":1,\"x\":2}' | body | names a field twice",
                "'{\"context\":{\"x\":1,\"x\":2}}' | body | names a field twice",
                "'{}{}' | body | more text after",
                "'{} x' | body | not valid JSON",
                "'{\"context\":7}' | context | a JSON object",
                "'{\"context\":[]}' | context | a JSON object",
                "'{\"context\":\"x\"}' | context | a JSON object",
                "'{\"context\":{\"targetingKey\":7}}' | context.targetingKey | as text",
                "'{\"context\":{\"targetingKey\":{}}}' | context.targetingKey | as text"
            })
    void check_anythingElse_isRefusedByItsField(String body, String field, String detail) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> check(body))
                .withMessageContaining(detail)
                .satisfies(refusal -> assertThat(refusal.field()).contains(field));
    }

    /** The parser takes the first four bytes for UTF-32, in one of the orders that it knows. */
    @ParameterizedTest
    @ValueSource(strings = {"0000fffe", "feff0000", "0000007b", "0000007b00", "7b00000000d80000", "0000feff00110000"})
    void check_bytesThatAreNoText_isRefusedAsUnreadable(String bytes) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> EvaluationContext.check(HexFormat.of().parseHex(bytes)))
                .withMessageContaining("not valid JSON")
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("body"));
    }

    private static void check(String body) {
        EvaluationContext.check(body.getBytes(StandardCharsets.UTF_8));
    }
}
