package com.optymyse.inspire.licensing.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldNameTest {

    @ParameterizedTest
    @CsvSource({
        "licenseKey, license key",
        "acceptOlder, accept older",
        "method, method",
        "context.targetingKey, targeting key",
        "list[12], list",
        "nested.inner[0], inner",
        "body, body"
    })
    void sentence_anyField_namesItInWords(String path, String words) {
        assertThat(FieldName.sentence(path, "must be given, as text"))
                .isEqualTo("The field “" + words + "” must be given, as text.");
    }
}
