package com.optymyse.inspire.licensing.license;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnumWordTest {

    @Test
    void of_nameOfSeveralWords_hasDashes() {
        assertThat(EnumWord.of(Reason.REFUSED_BY_SERVER)).isEqualTo("refused-by-server");
    }

    @Test
    void of_nameOfOneWord_isInLowerCase() {
        assertThat(EnumWord.of(Standing.GRACE)).isEqualTo("grace");
    }
}
