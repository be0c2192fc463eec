package com.optymyse.inspire.licensing.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldNameTest {

    @ParameterizedTest
    @CsvSource({
        "licenseKey, license key",
        "method, method",
        "context.targetingKey, targeting key",
        "list[12], list",
        "nested.inner[0], inner",
        "body, body"
    })
    void inWords_anyField_isItsOwnName(String path, String words) {
        assertThat(FieldName.inWords(path)).isEqualTo(words);
    }
}
