package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.installation.ServerPause;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PauseRulesTest {

    @ParameterizedTest
    @CsvSource({
        // since, left, how long a background task waits, how long an admin's request waits
        "PT0S, PT25S, PT25S, PT25S",
        "PT20S, PT5S, PT5S, PT5S",
        "PT0S, PT1H, PT1H, PT1M",
        "PT59S, PT59M1S, PT59M1S, PT1S",
        "PT1M, PT59M, PT59M, PT0S",
        "PT30M, PT30M, PT30M, PT0S",
        "PT0S, PT24H, PT1H, PT1M",
        "PT1H, PT23H, PT0S, PT0S",
        "PT2H, PT22H, PT0S, PT0S"
    })
    void wait_pause_isKeptForAnHourAndByAdminsForAMinute(
            Duration since, Duration left, Duration background, Duration admin) {
        ServerPause pause = new ServerPause(since, left);

        assertThat(PauseRules.inBackground(pause)).isEqualTo(background);
        assertThat(PauseRules.forAdmins(pause)).isEqualTo(admin);
    }

    @ParameterizedTest
    @CsvSource({"PT25S, PT25S, PT25S", "PT5M, PT5M, PT1M", "PT24H, PT1H, PT1M"})
    void asked_anyLength_isKeptAndToldWithinItsBounds(Duration asked, Duration kept, Duration told) {
        assertThat(PauseRules.kept(asked)).isEqualTo(kept);
        assertThat(PauseRules.retryAfter(asked)).isEqualTo(told);
    }
}
