package com.optymyse.inspire.licensing.installation;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.installation.HeldLicense.Attempts;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeldLicenseTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT0S, true",
        "PT-1H, true",
        "PT0.000001S, false",
        "PT25H, false",
        "PT26H, false",
        "PT26H0.000001S, true",
        "P36500D, true"
    })
    void isDueAt_plannedFor_dueWhenItHasComeOrNoPlanReachesIt(Duration plan, boolean due) {
        assertThat(new Attempts(NOW.minusSeconds(60), "good", 0, NOW.plus(plan)).isDueAt(NOW))
                .isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({"PT-1H, false", "PT5M, false", "PT5M0.000001S, true"})
    void isDueAt_askedLast_dueWhenThatIsInTheFuture(Duration last, boolean due) {
        assertThat(new Attempts(NOW.plus(last), "good", 0, NOW.plusSeconds(60)).isDueAt(NOW))
                .isEqualTo(due);
    }

    @Test
    void isDueAt_neverAsked_byItsPlanAlone() {
        assertThat(new Attempts(null, null, 0, NOW.plusSeconds(1)).isDueAt(NOW)).isFalse();
        assertThat(new Attempts(null, null, 0, NOW).isDueAt(NOW)).isTrue();
        assertThat(Attempts.NEVER.isDueAt(NOW)).isFalse();
    }
}
