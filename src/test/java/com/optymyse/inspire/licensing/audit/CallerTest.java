package com.optymyse.inspire.licensing.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "Proxy_17.b-c", "0123456789012345678901234567890123456789012345678901234567890123"})
    void of_anIdOfARequest_hasIt(String id) {
        assertThat(new Caller("jane", id, null).request()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "two words", "a\n", "<", "01234567890123456789012345678901234567890123456789012345678901234"
            })
    void of_noIdOfARequest_isRefused(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Caller("jane", id, null));
    }

    @Test
    void isService_theServiceAlone() {
        assertThat(Caller.SERVICE.isService()).isTrue();
        assertThat(Caller.named("jane").isService()).isFalse();
    }
}
