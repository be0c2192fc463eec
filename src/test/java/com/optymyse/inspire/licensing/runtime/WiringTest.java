package com.optymyse.inspire.licensing.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.testing.LogRecorder;
import io.quarkus.runtime.StartupEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

class WiringTest {

    @Test
    void start_dateOfTheReleaseUnknown_isAWarning() {
        assertThat(warnings(Optional.empty()))
                .singleElement()
                .asString()
                .startsWith("The date of this release is not known");
    }

    @Test
    void start_dateOfTheReleaseKnown_isNone() {
        assertThat(warnings(Optional.of(Instant.EPOCH))).isEmpty();
    }

    private static List<String> warnings(Optional<Instant> release) {
        try (LogRecorder log = LogRecorder.start()) {
            Wiring.tellUnknownRelease(new StartupEvent(), () -> release);
            return log.lines(Level.WARNING, "");
        }
    }
}
