package com.optymyse.inspire.licensing.incident;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.testing.LogRecorder;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

class IncidentsTest {

    private long nanos;
    private final Incidents incidents = new Incidents(() -> nanos);

    @Test
    void watched_failsAndWorksAgain_isOneWarningOfEach() {
        Incidents.Watched mail = incidents.watch("Letters arrive again.");

        try (LogRecorder log = LogRecorder.start()) {
            mail.failed(() -> "Letters do not arrive: the first.");
            mail.failed(() -> "Letters do not arrive: the second.");
            mail.worked();
            nanos += Incident.QUIET.toNanos();
            incidents.look();

            assertThat(log.lines(Level.WARNING, "Letters"))
                    .containsExactly("Letters do not arrive: the first.", "Letters arrive again.");
        }
    }

    @Test
    void watched_two_areToldApart() {
        Incidents.Watched mail = incidents.watch("Letters arrive again.");
        Incidents.Watched phone = incidents.watch("The phone rings again.");

        try (LogRecorder log = LogRecorder.start()) {
            mail.failed(() -> "Letters do not arrive.");
            phone.failed(() -> "The phone does not ring.");

            assertThat(log.lines(Level.WARNING, "")).hasSize(2);
        }
    }
}
