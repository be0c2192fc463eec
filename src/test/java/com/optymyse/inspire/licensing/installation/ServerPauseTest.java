package com.optymyse.inspire.licensing.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerPauseTest {

    @Test
    void length_underWay_isWhatIsOverAndWhatIsLeft() {
        assertThat(new ServerPause(Duration.ofSeconds(20), Duration.ofSeconds(5)).length())
                .isEqualTo(Duration.ofSeconds(25));
    }

    @Test
    void new_justBegunAndJustOver_isAccepted() {
        assertThat(new ServerPause(Duration.ZERO, Duration.ZERO).length()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"PT-1S, PT1S", "PT1S, PT-1S"})
    void new_notBegunOrOver_isRefused(Duration since, Duration left) {
        assertThatThrownBy(() -> new ServerPause(since, left)).isInstanceOf(IllegalArgumentException.class);
    }
}
