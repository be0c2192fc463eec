package com.optymyse.inspire.licensing.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactTest {

    @ParameterizedTest
    @CsvSource({
        "https://support.example.com/inspire, https://support.example.com/inspire",
        "help@support.example.com, mailto:help@support.example.com",
        "Optymyse support, ''",
        "call us @ noon, ''",
        "javascript:alert(1), ''"
    })
    void link_text_leadsToWebAndMailAlone(String text, String link) {
        assertThat(new Contact("Support", text).link()).isEqualTo(link);
    }
}
