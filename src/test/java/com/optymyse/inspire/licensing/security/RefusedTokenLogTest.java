package com.optymyse.inspire.licensing.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.testing.LogRecorder;
import com.optymyse.inspire.licensing.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

class RefusedTokenLogTest {

    private final TestClock clock = new TestClock();
    private final RefusedTokenLog tokens = new RefusedTokenLog(clock);

    @Test
    void because_manyOfOneCheck_oneLineAMinuteWithTheCountOfTheOthers() {
        try (LogRecorder log = LogRecorder.start()) {
            for (int number = 0; number < 1000; number++) {
                tokens.because("audience", "Found number " + number + ".", null);
            }
            clock.move(Duration.ofMinutes(1));
            tokens.because("audience", "Found another.", null);
            clock.move(Duration.ofMinutes(2));
            tokens.because("audience", "Found the last.", null);

            List<String> lines = log.lines(Level.INFO, "Check: audience");
            assertThat(lines).hasSize(3);
            assertThat(lines.getFirst()).endsWith("Found number 0.");
            assertThat(lines.get(1)).contains("Found another.", " 999 more refused tokens");
            assertThat(lines.getLast()).endsWith("Found the last.");
            assertThat(log.lines(Level.WARNING, "token")).isEmpty();
        }
    }

    @Test
    void because_severalChecks_eachHasItsLine() {
        try (LogRecorder log = LogRecorder.start()) {
            tokens.because("audience", "One.", null);
            tokens.because("expiry", "Two.", null);

            assertThat(log.lines(Level.INFO, "A token was refused. Check: ")).hasSize(2);
        }
    }

    @Test
    void because_description_isForTheCaller() {
        assertThat(tokens.because("expiry", "Why.", "It expired.").<String>getAttribute(RefusedTokenLog.DESCRIPTION))
                .isEqualTo("It expired.");
        assertThat(tokens.because("form", "Why.", null).<String>getAttribute(RefusedTokenLog.DESCRIPTION))
                .isNull();
    }
}
